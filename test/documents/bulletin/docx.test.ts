/** The DOCX against GB/T 9704-2012, from its own XML. */
import { describe, expect, it } from 'vitest';
import { partsOf } from '../sheets/samples.ts';
import { bulletinFacts } from './samples.ts';
import { blocksOf } from '../../../documents/bulletin/blocks.ts';
import { bulletinDocx } from '../../../documents/bulletin/docx.ts';
import { bulletinOf } from '../../../documents/bulletin/tree.ts';
import type { BulletinFacts } from '../../../documents/bulletin/facts.ts';

async function written(facts: BulletinFacts = bulletinFacts()) {
  const parts = partsOf(await bulletinDocx(blocksOf(bulletinOf(facts))));
  const part = (name: string): string => parts[name] ?? '';
  const document = part('word/document.xml');
  const styles = part('word/styles.xml');
  const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    xml,
    style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? null,
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join(''),
  }));
  const style = (id: string): string =>
    [...styles.matchAll(/<w:style .*?<\/w:style>/gs)]
      .map(([xml]) => xml)
      .find((xml) => xml.includes(`w:styleId="${id}"`)) ?? '';
  return { document, styles, style, paragraphs, part };
}

describe('a notice as DOCX', () => {
  it('has the page of the standard: A4, 37, 26, 35 and 28 mm, 22 lines of 28 characters', async () => {
    const { document, styles } = await written();
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(styles).toContain('<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>');
    expect(styles).toMatch(/<w:rPrDefault>.*?<w:spacing w:val="-5"\/>.*?<\/w:rPrDefault>/);
    expect(document).toMatch(/<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"\/>/);
  });

  it('has lines of exactly 28.95 points, all of them', async () => {
    const { paragraphs, style } = await written();
    const exact = /<w:spacing [^>]*w:line="579"[^>]*w:lineRule="exact"/;
    for (const { xml, style: id } of paragraphs) expect(id === null ? xml : style(id)).toMatch(exact);
  });

  it('sets each level in its font, 2号 for the title and 3号 below, none of it bold or blue', async () => {
    const { style, styles, paragraphs } = await written();
    const fontsOf = (id: string) => [
      /w:eastAsia="([^"]+)"/.exec(style(id))?.[1],
      /<w:sz w:val="(\d+)"/.exec(style(id))?.[1],
    ];
    expect(fontsOf('Title')).toEqual(['方正小标宋简体', '44']);
    expect(fontsOf('Heading1')).toEqual(['黑体', '32']);
    expect(fontsOf('Heading2')).toEqual(['楷体_GB2312', '32']);
    expect(/<w:docDefaults>.*<\/w:docDefaults>/s.exec(styles)?.[0]).toMatch(
      /w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"/s,
    );
    expect(
      paragraphs.map(({ style: id, text }) => [id, text.slice(0, 3)]).filter(([id]) => id?.startsWith('Heading')),
    ).toEqual([
      ['Heading1', '一、贯'],
      ['Heading2', '（一）'],
      ['Heading2', '（二）'],
      ['Heading1', '二、落'],
      ['Heading2', '（一）'],
      ['Heading2', '（二）'],
      ['Heading2', '（三）'],
      ['Heading2', '（四）'],
    ]);
    for (const id of ['Title', 'Heading1', 'Heading2'])
      expect(style(id)).not.toMatch(/<w:b\/>|<w:color w:val="(?!000000)/);
  });

  it('names what stands in for each font', async () => {
    const table = (await written()).part('word/fontTable.xml');
    for (const name of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'])
      expect(table).toMatch(new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]+"/><w:charset w:val="86"/>`));
  });

  it('leaves no heading alone at the foot of a page', async () => {
    const { style } = await written();
    for (const id of ['Title', 'Heading1', 'Heading2']) expect(style(id)).toContain('<w:keepNext/>');
  });

  it('numbers odd pages right and even pages left, between dashes, in 4号宋体', async () => {
    const { document, part } = await written();
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const sides = (['default', 'even'] as const).map((kind) => {
      const id = new RegExp(`<w:footerReference w:type="${kind}" r:id="(\\w+)"`).exec(document)?.[1];
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
        part('word/_rels/document.xml.rels'),
      );
      const footer = part(`word/${target?.[1] ?? target?.[2]}`);
      expect(footer).toMatch(/<w:t xml:space="preserve">— <\/w:t>.*PAGE.*<w:t xml:space="preserve"> —<\/w:t>/s);
      expect(footer).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"/s);
      return [/<w:jc w:val="(\w+)"/.exec(footer)?.[1], /<w:ind w:(\w+)="280"/.exec(footer)?.[1]];
    });
    expect(sides).toEqual([
      ['right', 'right'],
      ['left', 'left'],
    ]);
  });

  it('ends with organ and date, the date in Arabic numerals, two characters in from the organ', async () => {
    const { paragraphs } = await written();
    const [organ, date] = paragraphs.slice(-2);
    expect([organ?.text, date?.text]).toEqual(['中共云岭县水利局党组', '2026年6月30日']);
    const left = (xml = '') => Number(/<w:ind w:left="(\d+)"/.exec(xml)?.[1]);
    // The organ of ten characters ends two from the right of 8,845 twips.
    expect([left(organ?.xml), left(date?.xml)]).toEqual([8845 - 640 - 3200, 8845 - 640 - 3200 + 640]);
    expect(paragraphs.map(({ text }) => text).join()).not.toMatch(/[[\]]|\d{4}-\d{2}-\d{2}/);
  });

  it('says in its properties what it is and whose', async () => {
    const properties = (await written()).part('docProps/core.xml');
    expect(properties).toContain('<dc:creator>中共云岭县水利局党组</dc:creator>');
    expect(properties).toContain('<dc:title>中共云岭县水利局党组关于');
  });

  it('uses brackets of the standard and no half-width punctuation of its own', async () => {
    const { paragraphs } = await written(bulletinFacts({ roundLabel: '十四届县委第六轮' }));
    const own = paragraphs.filter(({ style: id }) => id?.startsWith('Heading') === true).map(({ text }) => text);
    for (const text of own) expect(text).toMatch(/^(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）)/);
    expect(own.join()).not.toMatch(/[()[\]]/);
  });

  it('skips no level: what is second stands under what is first', async () => {
    const { paragraphs } = await written();
    const levels = paragraphs.flatMap(({ style: id }) => (id?.startsWith('Heading') === true ? [id] : []));
    expect(levels[0]).toBe('Heading1');
    expect(new Set(levels)).toEqual(new Set(['Heading1', 'Heading2']));
  });

  it('keeps a document number in hexagonal brackets as it was entered', async () => {
    const { paragraphs } = await written(bulletinFacts({ opening: '根据云水〔2026〕9号文件要求，现予公布' }));
    expect(paragraphs.some(({ text }) => text === '根据云水〔2026〕9号文件要求，现予公布。')).toBe(true);
  });

  it('indents the text by two characters, sets it justified, and keeps organ and date together', async () => {
    const { paragraphs } = await written();
    const texts = paragraphs.filter(({ style: id, text }) => id === null && text.length > 20);
    expect(texts.length).toBeGreaterThan(5);
    for (const { xml } of texts) {
      expect(xml).toMatch(/<w:ind [^>]*w:firstLineChars="200"/);
      expect(xml).toContain('<w:jc w:val="both"/>');
    }
    const [before, organ] = paragraphs.slice(-3);
    for (const one of [before, organ]) expect(one?.xml).toContain('<w:keepNext/>');
  });
});
