/** Why a file cannot be read as a notice, as a sentence. */
import { enUnreadable } from './en/unreadable.ts';
import { zhUnreadable } from './zh/unreadable.ts';
import type { Locale } from '../locale.ts';
import type { Unreadable } from '../round/unreadable.ts';

export const unreadableText = (unreadable: Unreadable, locale: Locale): string =>
  locale === 'en' ? enUnreadable(unreadable) : zhUnreadable(unreadable);
