/**
 * A numbered letter as DOCX, in the form of a letter of GB/T 9704-2012: the organ in red above a double line, the
 * number below it on the right, no page number on the first page. Without a seal: whoever signs and stamps it prints it.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  Paragraph,
  TextRun,
  type IBorderOptions,
} from 'docx';
import type { LetterFacts } from './facts.ts';
import { letterWording } from './wording.ts';
import { bodyOf, empty, indent, line, numbered, packed, signed, stylesOf } from '../paper/docx.ts';
import { fonts, type LevelFonts } from '../paper/fonts.ts';
import { grid, lineHeight, page, sizes, twipsOf } from '../paper/layout.ts';
import type { Locale } from '../../core/locale.ts';

const red = 'FF0000';

/** Latin letters of a Chinese font are hard to read, and stand on no grid of characters. */
const latin: LevelFonts = {
  title: 'Times New Roman',
  text: 'Times New Roman',
  first: 'Times New Roman',
  second: 'Times New Roman',
  number: 'Times New Roman',
};

const forms = {
  'zh-CN': { fonts, grid, indent, alignment: AlignmentType.JUSTIFIED, after: 0, isBold: false },
  en: {
    fonts: latin,
    grid: { type: DocumentGridType.LINES, linePitch: lineHeight },
    indent: {},
    alignment: AlignmentType.LEFT,
    // Nothing else tells where a paragraph begins.
    after: lineHeight / 3,
    isBold: true,
  },
} as const satisfies Readonly<Record<Locale, unknown>>;

/** The organ stands 30 mm below the upper edge, a double line 20 mm above the lower one; both lines are 170 mm long. */
const letterPage = {
  size: page.size,
  margin: { ...page.margin, top: twipsOf(30), footer: twipsOf(20) },
} as const;
const beyond = { left: -twipsOf(7), right: -twipsOf(7) } as const;

/** @returns the same bytes for the same facts, whenever and wherever they are written */
export async function letterDocx(facts: LetterFacts): Promise<Uint8Array> {
  const { title, number, to, paragraphs, signature, date, notes } = letterWording(facts);
  const form = forms[facts.locale];
  const document = new Document({
    title,
    creator: signature,
    lastModifiedBy: signature,
    evenAndOddHeaderAndFooters: true,
    styles: { default: stylesOf(form.fonts, form.isBold) },
    sections: [
      {
        properties: { page: letterPage, grid: form.grid, titlePage: true },
        footers: {
          first: new Footer({ children: [rule(BorderStyle.THIN_THICK_SMALL_GAP)] }),
          default: numbered('right', form.fonts.number),
          even: numbered('left', form.fonts.number),
        },
        children: [
          mark(signature, form.fonts.title),
          rule(BorderStyle.THICK_THIN_SMALL_GAP),
          bodyOf({ text: number, alignment: AlignmentType.RIGHT }),
          empty(),
          empty(),
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          empty(),
          bodyOf({ text: to }),
          ...paragraphs.map((text) =>
            bodyOf({ text, indent: form.indent, alignment: form.alignment, spacing: { ...line, after: form.after } }),
          ),
          ...signed(signature, date),
          ...notes.flatMap((text) => [empty(), bodyOf({ text, indent: form.indent })]),
        ],
      },
    ],
  });
  return packed(document);
}

/** As tall as its type: a name of many characters takes a second line instead of leaving the page. */
const mark = (organ: string, font: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: twipsOf(4) },
    keepNext: true,
    children: [new TextRun({ text: organ, font, size: sizes.title, color: red })],
  });

const rule = (style: IBorderOptions['style']): Paragraph =>
  bodyOf({
    text: '',
    spacing: { ...line, line: twipsOf(4) },
    indent: beyond,
    border: { top: { style, size: 24, color: red } },
  });
