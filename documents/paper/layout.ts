/** The page of GB/T 9704-2012 in the units of a DOCX: twips, a twentieth of a point, and half points for sizes of type. */
import { DocumentGridType } from 'docx';

export const twipsOf = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** A4, the text 156 × 225 mm on it: 37 mm above, 28 mm on the side that is bound. */
export const page = {
  size: { width: twipsOf(210), height: twipsOf(297) },
  margin: {
    top: twipsOf(37),
    right: twipsOf(26),
    bottom: twipsOf(35),
    left: twipsOf(28),
    header: twipsOf(15),
    // The number's dash stands 7 mm below the text, in a line of 14 pt.
    footer: twipsOf(35 - 7) - 14 * 20,
  },
} as const;

const textWidth = page.size.width - page.margin.left - page.margin.right;

/** 22 lines on a page of 225 mm: 28.95 pt each. */
export const lineHeight = 579;

/** 28 characters in a line of 156 mm are a fifth of a point closer than 16 pt apart; in 4,096ths of a point. */
const characterSpace = -848;

/** The same between characters of a text, in twips: a quarter of a point closer. */
export const characterGap = -5;

export const grid = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: lineHeight,
  charSpace: characterSpace,
} as const;

/** 3号, 2号 and 4号 in half points. */
export const sizes = { text: 32, title: 44, number: 28 } as const;

/** Of one character of the text. */
export const character = 320;

/**
 * Where organ and date begin, twips from the left of the text, without a seal. The organ ends two characters from
 * the right and the date begins two characters after the organ's first; where the date is the longer one, it is the date that
 * ends two characters from the right.
 */
export function signature(organ: string, date: string): { readonly organ: number; readonly date: number } {
  const [organWidth, dateWidth] = [widthOf(organ), widthOf(date)];
  const right = textWidth - 2 * character;
  const organAt = dateWidth > organWidth ? right - dateWidth - 2 * character : right - organWidth;
  // A name as long as the line begins where the line does.
  const from = Math.max(0, organAt);
  return { organ: from, date: from + 2 * character };
}

/** Letters and digits are half as wide as a character. */
const widthOf = (said: string): number =>
  [...said].reduce((width, sign) => width + (/[\u0020-\u00ff]/.test(sign) ? character / 2 : character), 0);
