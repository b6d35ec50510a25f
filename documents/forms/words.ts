/** The words of templates in the language of who fills them in. */
import { en, type FormWords } from './words/en.ts';
import { zh } from './words/zh.ts';
import type { Locale } from '../../core/locale.ts';

export const templateWords = (locale: Locale): FormWords => (locale === 'en' ? en : zh);
