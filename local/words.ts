/** Sentences on the terminal: in the reader's language, or in both where a terminal does not say what its reader speaks. */
import type { Note } from './notes.ts';
import { problemIn, type Problem } from './problem.ts';
import { en, type LocalWords } from './words/en.ts';
import { zh } from './words/zh.ts';
import type { Env } from '../core/config.ts';
import type { Locale } from '../core/locale.ts';

const words: Readonly<Record<Locale, LocalWords>> = { 'zh-CN': zh, en };

export interface Addresses {
  readonly web: string;
  readonly docs: string;
  readonly mails?: string;
  readonly temporal?: string;
}

/** RECTIFY_LANG decides, then the system's language; where neither names one of ours, Chinese comes first and English after. */
export function localesOf(env: Env): readonly Locale[] {
  const chosen = env['RECTIFY_LANG'] || env['LC_ALL'] || env['LANG'] || '';
  if (/^zh/i.test(chosen)) return ['zh-CN'];
  if (/^en/i.test(chosen)) return ['en'];
  return ['zh-CN', 'en'];
}

export const noteText = (note: Note, locales: readonly Locale[]): string =>
  spoken(locales, ({ notes }) => (notes[note.code] as (note: Note) => string)(note));

/**
 * A problem always comes in both languages, because whoever reads it may have to show it to someone else. What another
 * program said about it stands beneath, once.
 */
export function problemText(problem: Problem, locales: readonly Locale[]): string {
  const both: readonly Locale[] = locales[0] === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  const sentences = both.map((locale) => problemIn(words[locale].problems, problem));
  const tail = 'tail' in problem ? problem.tail.trim() : '';
  if (tail === '') return sentences.join('\n');
  const said = both.map((locale) => words[locale].said).join(' ');
  return [...sentences, said, ...tail.split('\n').map((line) => `  | ${line}`)].join('\n');
}

/** The addresses of what runs, on one line. */
export function readyText(addresses: Addresses, locales: readonly Locale[]): string {
  const { web, mails, temporal, docs } = addresses;
  const named = (name: keyof LocalWords['addresses']) => spoken(locales, (said) => said.addresses[name]);
  const list = [
    `${named('web')} ${web}`,
    ...(mails === undefined ? [] : [`${named('mails')} ${mails}`]),
    ...(temporal === undefined ? [] : [`Temporal ${temporal}`]),
    `${named('docs')} ${docs}`,
  ];
  return `${spoken(locales, ({ ready }) => ready)}  ${list.join('  ·  ')}`;
}

/** Words that are the same in both languages are said once. */
const spoken = (locales: readonly Locale[], say: (said: LocalWords) => string): string =>
  [...new Set(locales.map((locale) => say(words[locale])))].join(' ');
