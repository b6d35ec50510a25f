/** Any "no" as one paragraph in the reader's language. */
import type { AnyRefusal } from './refused.ts';
import { refusalText } from '../core/i18n/catalogue.ts';
import type { Names } from '../core/i18n/names.ts';
import { enRefusals } from '../core/i18n/en/refusals.ts';
import type { Locale } from '../core/locale.ts';
import { recordRefusalText } from '../core/i18n/catalogue.ts';
import type { Refusal } from '../core/item/refusal.ts';

export const anyRefusalText = (refusal: AnyRefusal, locale: Locale, names?: Partial<Names>): string =>
  isItemRefusal(refusal) ? refusalText(refusal, locale, names) : recordRefusalText(refusal, locale);

const isItemRefusal = (refusal: AnyRefusal): refusal is Refusal => Object.hasOwn(enRefusals, refusal.code);
