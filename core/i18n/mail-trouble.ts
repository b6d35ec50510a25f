/** Why a mail has not left, as a sentence. */
import { enLabels } from './en/labels.ts';
import { zhLabels } from './zh/labels.ts';
import type { MailTrouble } from '../item/mail-trouble.ts';
import type { Locale } from '../locale.ts';

export const mailTroubleText = (trouble: MailTrouble, locale: Locale): string =>
  (locale === 'en' ? enLabels : zhLabels).mailTroubles[trouble.code]('said' in trouble ? trouble.said : '');
