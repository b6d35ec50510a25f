import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../core/round/notice.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { UnreadableNotice } from '../../../documents/notice/unreadable.ts';
import { noticeJson } from '../../../documents/notice/warnings.ts';

const folder = new URL('../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Pieces of which notices, and things that only look like notices, are made. */
const PIECES = [
  '一、',
  '二、',
  '（一）',
  '(二)',
  '㈠',
  '1.',
  '１．',
  '2、',
  '（1）',
  '(2)',
  '①',
  '1）',
  '问题1：',
  '第一部分 ',
  '一是',
  '二是',
  '三是',
  '首先，',
  '其次，',
  '关于学习不深入的问题',
  '党的领导方面',
  '整改情况：',
  '【整改措施】',
  '整改状态：已完成',
  '完成时限：',
  '责任单位：办公室',
  '。',
  '；',
  '，',
  '：',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ' ',
  '\u3000',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '2024年3月',
  '7月8日',
  '2024-07-09',
  '至',
  '—',
  '次年1月',
  '2024年2月30日',
  '巡察',
  '巡视',
  '整改',
  '反馈',
  '县委第二巡察组',
  '对县水利局党组开展了巡察',
  '反馈3个方面10个问题',
  '已完成整改8个',
  '联系电话：0876-1234567',
  '邮编：663000',
  '中共云岭县水利局党组',
  '关于巡察整改进展情况的通报',
  '# ',
  '## ',
  '**',
  '> ',
  '- ',
  '| 问题 | 整改措施 |\n| --- | --- |\n',
  '| a | b |\n',
  '&nbsp;',
  '&#x4e00;',
  '<br>',
  '<p>',
  '\\.',
  '[a](mailto:a@b.cn)',
  '——',
  '●',
  '问题清单\n',
  '任务清单\n',
  '整改任务：',
  '隐患内容：',
  '存在的问题主要是',
  '提出三点要求：\n',
  '附件1\n',
  '序号\t问题\t整改措施\n',
  '1\t"a\nb"\tc\n',
  '---\ntitle: a\n---\n',
  '\u{1f600}',
  '\ud800',
];
const scribble = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 120 })
  .map((all) => all.join(''));

function parsed(text: string): Notice | null {
  try {
    return parseNotice(text);
  } catch (error) {
    if (error instanceof UnreadableNotice) return null;
    throw error;
  }
}

describe('whatever the text', () => {
  it('gives a notice or a refusal, and a notice is plain JSON', () => {
    fc.assert(
      fc.property(scribble, (text) => {
        const notice = parsed(`巡察整改${text}`);
        if (notice === null) return;
        const json = noticeJson(notice);
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
        for (const part of notice.parts) {
          expect(part.items.length).toBeGreaterThan(0);
          for (const item of part.items) for (const measure of item.measures) expect(measure.trim()).toBe(measure);
        }
        for (const date of Object.values(notice.dates)) {
          if (date !== null) expect(date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?)?$/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('every sample survives losing any of its lines', () => {
    const documents = samples.map((name) => read(name).split('\n'));
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(fc.nat(200), { maxLength: 6 }), (lines, dropped) => {
        parsed(lines.filter((_, at) => !dropped.includes(at)).join('\n'));
      }),
      { numRuns: 300 },
    );
  });
});

/** What is said, wherever it stands: the lines of what is left over are the source's own. */
function said(text: string): Omit<Notice, 'unplaced' | 'grounds'> {
  const { unplaced: _, grounds: __, ...notice } = parseNotice(text);
  return notice;
}

describe('what a sample says does not change', () => {
  const untabbed = samples.filter((name) => !name.startsWith('broken-lines'));

  it.each(untabbed)('with other line ends, blanks at line ends and blank lines: %s', (name) => {
    const text = read(name).replace(/\r/g, '');
    const notice = said(text);
    expect(said(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(notice);
    expect(said(text.replaceAll('\n', ' \u3000\n'))).toEqual(notice);
    expect(said(`\n\n${text}\n\n\n`)).toEqual(notice);
    if (!text.includes('|') && !text.includes('\t'))
      expect(said(text.replace(/(?<=[^：:\s])\n(?!\n)/g, '\n\n'))).toEqual(notice);
  });

  it.each(samples)('with brackets and stops of the other width: %s', (name) => {
    const text = read(name);
    const half = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replace(/[（）：；，]/g, (c) => '():;,'['（）：；，'.indexOf(c)] ?? c));
    const narrow = text.replace(/[（）：；，]/g, (c) => '():;,'['（）：；，'.indexOf(c)] ?? c);
    expect(half(said(narrow))).toEqual(half(said(text)));
  });

  it.each(samples.filter((name) => name.endsWith('.txt') && !/table|messy/.test(name)))(
    'as Markdown, headings bold or raised: %s',
    (name) => {
      const text = read(name);
      const notice = said(text);
      expect(said(text.replace(/^((?:[一二三四五]、|[（(][一二三四五][）)]|\d[.．、]).{2,30})$/gm, '**$1**'))).toEqual(
        notice,
      );
      expect(said(text.replace(/^([一二三四五]、.{2,40})$/gm, '## $1'))).toEqual(notice);
    },
  );
});

describe('time grows with length, not with malice', () => {
  /** About five megabytes that are dense enough in words of the subject to be read. */
  const long = (piece: string): string => {
    const unit = `${piece.repeat(Math.ceil(200 / piece.length))}巡察整改反馈\n`;
    return `巡察整改通报\n${unit.repeat(Math.ceil(1_600_000 / unit.length))}`;
  };
  const HOSTILE = [
    '（（（（',
    '一是',
    '一是二是',
    '一、整改\n',
    '（一）关于巡察整改问题\n',
    '“《“《',
    '《》',
    '整改情况：',
    '对巡察',
    '2024年3月至',
    '1.1.1.',
    '问题',
    '| 整改 | 问题 ',
    '**整改',
    '[[[[(((',
    '<<<<a ',
    '&nbsp;&',
    '联系电话：',
    '巡察组',
    '县委',
    '\n整改\n巡察',
    '①②③',
    '整改\t巡察\t问题\n',
    '第一轮',
    '1',
    '- > # 整改',
    '1.关于整改巡察的问题。整改情况：一是甲。二是乙。\n',
    '整改情况：\n巡察问题\n',
    '"整改\t巡察\n',
    '整改\t"巡察"\n',
    '——整改。',
    '●整改巡察',
    '巡察发现存在的问题主要是',
    '附件\n1.整改\n',
    '1.整改\n2.巡察\n整改措施：\n',
    '隐患内容：\n整改任务：\n',
    '（以下简称巡察',
    '巡察组提出整改要求：\n1.',
    '-、lI.O整改\n',
    '[^*巡察](整改',
    '整改\t|\t巡察',
  ];

  it.each(HOSTILE.map((piece) => [JSON.stringify(piece), piece]))(
    'five megabytes of %s',
    { timeout: 60_000 },
    (_, piece) => {
      // Processor time: other tests share the machine.
      const start = process.cpuUsage().user;
      parsed(long(piece));
      expect(process.cpuUsage().user - start).toBeLessThan(8_000_000);
    },
  );
});
