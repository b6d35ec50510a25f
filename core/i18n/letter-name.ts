/** What a kind of letter is called: by the rules of its round, or by the product. */
import { catalogue } from './catalogue.ts';
import type { Locale } from '../locale.ts';
import { letterRules, type LetterKind, type Policy } from '../rules/policy.ts';

export function letterName(policy: Pick<Policy, 'letters'>, kind: LetterKind, locale: Locale): string {
  const own = letterRules(policy).find((rule) => rule.kind === kind)?.name?.[locale];
  const known: Readonly<Partial<Record<LetterKind, string>>> = catalogue(locale).letters;
  return own ?? known[kind] ?? kind;
}

export const letterNames = (policy: Pick<Policy, 'letters'>, kind: LetterKind): Readonly<Record<Locale, string>> => ({
  'zh-CN': letterName(policy, kind, 'zh-CN'),
  en: letterName(policy, kind, 'en'),
});
