/** The words of letters in the language of who reads them. */
import type { Locale } from '../../core/locale.ts';
import { en, type LetterWords } from './words/en.ts';
import { zh } from './words/zh.ts';

export const letterWords = (locale: Locale): LetterWords => (locale === 'en' ? en : zh);
