/** Numbers as automatic numbering writes them: the number formats of ECMA-376 Part 1, §17.18.59 (ST_NumberFormat). */

const DIGITS = [...'〇一二三四五六七八九'];
const STEPS = ['', '十', '百', '千'];
const FORMAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const FORMAL_STEPS = ['', '拾', '佰', '仟'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

const digitsOf = (value: number): number[] => [...String(value)].map(Number);

/** 1 → 一, 12 → 十二, 105 → 一百零五; from ten thousand on in digits, as no list is that long. */
function counted(value: number, digits: readonly string[], steps: readonly string[], zero: string): string {
  if (value <= 0 || value > 9999) return value === 0 ? zero : String(value);
  const places = digitsOf(value);
  const words = places.map((digit, at) =>
    digit === 0 ? zero : `${digits[digit] ?? ''}${steps[places.length - 1 - at] ?? ''}`,
  );
  const spoken = words
    .join('')
    .replace(new RegExp(`${zero}+$`), '')
    .replace(new RegExp(`${zero}+`, 'g'), zero);
  // 十二, not 一十二.
  return value >= 10 && value < 20 ? spoken.slice(1) : spoken;
}

const positional = (value: number): string =>
  digitsOf(value)
    .map((digit) => DIGITS[digit] ?? '')
    .join('');

/** a…z, then aa, bb: Word repeats the letter. */
const letters = (value: number, first: string): string =>
  String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26)).repeat(
    Math.min(30, Math.floor((value - 1) / 26) + 1),
  );

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
  ] as const),
  ...([
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(value: number): string {
  if (value > 32_767) return String(value);
  let left = value;
  return ROMAN.map(([size, sign]) => {
    const times = Math.floor(left / size);
    left -= times * size;
    return sign.repeat(times);
  }).join('');
}

/** ①–⑳ stand apart from ㉑–㉟ and ㊱–㊿. */
function circled(value: number): string {
  if (value > 50) return String(value);
  const first = value <= 20 ? 0x2460 : value <= 35 ? 0x3251 - 20 : 0x32b1 - 35;
  return String.fromCodePoint(first + value - 1);
}

/** Twenty signs in a row of Unicode, plain digits after them. */
const enclosed = (value: number, first: number, last = 20): string =>
  value <= last ? String.fromCodePoint(first + value - 1) : String(value);

const cycle = (value: number, signs: readonly string[]): string => signs[(value - 1) % signs.length] ?? String(value);

const chinese = (value: number): string => counted(value, DIGITS, STEPS, '零');
const formal = (value: number): string => counted(value, FORMAL_DIGITS, FORMAL_STEPS, '零');
const fullWidth = (value: number): string =>
  [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: (value) => counted(value, DIGITS, STEPS, '〇').replace(/^一(?=[百千])/, ''),
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  ideographTraditional: (value) => cycle(value, STEMS),
  ideographZodiac: (value) => cycle(value, BRANCHES),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** A format of other languages is shown in digits. */
export function numeral(value: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined || (value <= 0 && format !== 'none')) return String(value);
  return write(value);
}
