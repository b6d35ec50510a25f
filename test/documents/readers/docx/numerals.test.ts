import { expect, it } from 'vitest';
import { numeral } from '../../../../documents/readers/docx/numerals.ts';

it.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 21, 100, 105, 110, 1001],
    '一 十 十一 二十 二十一 一百 一百零五 一百一十 一千零一',
  ],
  ['chineseCountingThousand', [2, 12, 99], '二 十二 九十九'],
  ['japaneseCounting', [3, 10, 100, 101], '三 十 百 百〇一'],
  ['ideographDigital', [1, 10, 23], '一 一〇 二三'],
  ['chineseLegalSimplified', [1, 12, 20], '壹 拾贰 贰拾'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
  ['decimal', [1, 12], '1 12'],
  ['decimalZero', [1, 12], '01 12'],
  ['decimalFullWidth', [1, 12], '１ １２'],
  ['decimalEnclosedCircle', [1, 20, 21, 35, 36, 50, 51], '① ⑳ ㉑ ㉟ ㊱ ㊿ 51'],
  ['decimalEnclosedCircleChinese', [2], '②'],
  ['decimalEnclosedParen', [3, 21], '⑶ 21'],
  ['upperLetter', [1, 26, 27], 'A Z AA'],
  ['lowerLetter', [2, 28], 'b bb'],
  ['upperRoman', [4, 9, 14, 1999], 'IV IX XIV MCMXCIX'],
  ['lowerRoman', [3], 'iii'],
  ['none', [7], ''],
  ['hebrew1', [7], '7'],
])('writes %s as Word does', (format, values, written) => {
  expect(values.map((value) => numeral(value, format)).join(' ')).toBe(written);
});

it('writes what no format has a sign for in digits', () => {
  expect(['chineseCounting', 'upperRoman', 'constructor'].map((format) => numeral(0, format))).toEqual(['0', '0', '0']);
  expect(numeral(123_456, 'chineseCounting')).toBe('123456');
});
