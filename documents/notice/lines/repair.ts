/** Marks that recognition of a scanned page breaks: 一 as a dash, 二 as an equals sign, 1 as l, 0 as O. */

const DASH = '[-\u2010-\u2015\u2212\u2500_~ー－＿]';

const BROKEN: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${DASH}\\s{0,2}、\\s{0,2}(?=\\S)`), '一、'],
  [new RegExp(`^[（(]\\s{0,2}${DASH}\\s{0,2}[）)]`), '（一）'],
  [/^[=＝]\s{0,2}、\s{0,2}(?=\S)/, '二、'],
  [/^[（(]\s{0,2}[=＝]\s{0,2}[）)]/, '（二）'],
  [/^[（(]\s{0,2}[lI|｜]\s{0,2}[）)]/, '（1）'],
  [/^[lI|｜](?=[lI\dOo]?\s{0,2}[.、．]\s{0,4}[\p{Script=Han}“"《])/u, '1'],
  [/^(\d)[lI](?=\s{0,2}[.、．])/, '$11'],
  [/^(\d)[Oo](?=\s{0,2}[.、．])/, '$10'],
  [/(?<=[。；：:]\s{0,2})[lI|](?=[.、．]\s{0,2}[\p{Script=Han}“])/gu, '1'],
  [/[（(][l|][）)](?=\s{0,2}[\p{Script=Han}“])/gu, '（1）'],
  [/(?<=^|[。；：:])[=＝]是(?=\p{Script=Han})/gu, '二是'],
  [/(?<=[一二三四五六七八九〇])[OoＯ](?=[一二三四五六七八九〇OoＯ]|年)/g, '〇'],
  [new RegExp(`(?<=第)${DASH}(?=(?:巡察|巡视|审计|督查|督察|检查)?组|轮|次|项)`, 'gu'), '一'],
  [new RegExp(`(?<=^|[。；：:])${DASH}是(?=[\\p{Script=Han}])(?=[^]{1,2000}二是)`, 'u'), '一是'],
];

/** 2O25年, l2月, 3l日. */
const DIGITS = /(?<![A-Za-z])(?=[\dOolI]*\d)[\dOolI]{1,4}(?=\s?[年月日])/g;

export function repaired(line: string): string {
  let text = line;
  for (const [pattern, right] of BROKEN) text = text.replace(pattern, right);
  return /[OolI]/.test(text)
    ? text.replace(DIGITS, (digits) => digits.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'))
    : text;
}
