/** Everything a component says, in the person's language: page words, product labels and dates as people read them. */
import { enLabels } from '../core/i18n/en/labels.ts';
import * as format from '../core/i18n/format.ts';
import { zhLabels } from '../core/i18n/zh/labels.ts';
import type { Locale } from '../core/locale.ts';
import { localDate, type Instant, type LocalDate } from '../core/time.ts';
import { useSettings } from './settings.tsx';
import { en, type Words } from './words/en.ts';
import { zh } from './words/zh.ts';

export interface Speech {
  readonly locale: Locale;
  readonly w: Words;
  readonly labels: typeof enLabels;
  /** 2025年2月18日（周二） · Tue 18 Feb 2025 */
  readonly sentenceDate: (date: LocalDate) => string;
  /** 2025-02-18 · 18 Feb 2025 */
  readonly tableDate: (date: LocalDate) => string;
  /** 2月18日 周二 · Tue 18 Feb */
  readonly listDate: (date: LocalDate) => string;
  readonly dateTime: (at: Instant) => string;
  readonly daysLeft: (left: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly count: (count: number) => string;
}

export const today = (): LocalDate => localDate(new Date().toISOString());

const spoken = (locale: Locale): Speech => ({
  locale,
  w: locale === 'en' ? en : zh,
  labels: locale === 'en' ? enLabels : zhLabels,
  sentenceDate: (date) => format.sentenceDate(date, locale),
  tableDate: (date) => format.tableDate(date, locale),
  listDate: (date) => format.listDate(date, today(), locale),
  dateTime: (at) => format.dateTime(at, locale),
  daysLeft: (left) => format.workingDaysLeft(left, locale),
  list: (words) => format.list(words, locale),
  count: format.wholeNumber,
});

const speeches: Readonly<Record<Locale, Speech>> = { 'zh-CN': spoken('zh-CN'), en: spoken('en') };

export const speechOf = (locale: Locale): Speech => speeches[locale];

export const useSpeech = (): Speech => speechOf(useSettings().locale);
