/** The words of lists and ledgers in the language of who reads them. */
import { en, type SheetWords } from './words/en.ts';
import { zh } from './words/zh.ts';
import type { Locale } from '../../core/locale.ts';

export const sheetWords = (locale: Locale): SheetWords => (locale === 'en' ? en : zh);
