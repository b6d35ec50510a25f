/** The words of mails in the language of who reads them. */
import type { Locale } from '../../core/locale.ts';
import { en, type MailWords } from './words/en.ts';
import { zh } from './words/zh.ts';

export type { MailWords };

export const mailWords = (locale: Locale): MailWords => (locale === 'en' ? en : zh);
