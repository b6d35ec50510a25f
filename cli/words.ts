/** The words of the command line in the language of who types. */
import type { Locale } from '../core/locale.ts';
import { en, type Words } from './words/en.ts';
import { zh } from './words/zh.ts';

export type { Words };

export const wordsOf = (locale: Locale): Words => (locale === 'en' ? en : zh);
