/** Who did it, as people are told: under both names where in another's place. */
import { doer as en } from './en/absence.ts';
import { doer as zh } from './zh/absence.ts';
import type { Locale } from '../locale.ts';

interface Done {
  readonly by: string;
  readonly forId?: string;
}

/** 王小明（代李敏）· 王小明 for 李敏 */
export const doerText = ({ by, forId }: Done, locale: Locale, name: (id: string) => string): string =>
  forId === undefined ? name(by) : (locale === 'en' ? en : zh)(name(by), name(forId));
