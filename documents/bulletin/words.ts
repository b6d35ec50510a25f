/** The words of a progress notice in the language it is asked for; in China it is published in Chinese. */
import { en, type BulletinWords } from './words/en.ts';
import { zh } from './words/zh.ts';
import type { Locale } from '../../core/locale.ts';

export type { BulletinWords };

export const bulletinWords = (locale: Locale): BulletinWords => (locale === 'en' ? en : zh);
