/** The words of the mail page in the language of who reads it. */
import type { Locale } from '../../core/locale.ts';
import { en, type MailPageWords } from './words/en.ts';
import { zh } from './words/zh.ts';

export const mailPageWords = (locale: Locale): MailPageWords => (locale === 'en' ? en : zh);
