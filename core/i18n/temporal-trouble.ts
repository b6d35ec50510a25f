/** Why the Temporal server cannot be worked with: said on the standard error of a process that cannot go on without it. */
import { enTemporalTroubles } from './en/temporal-troubles.ts';
import { zhTemporalTroubles } from './zh/temporal-troubles.ts';
import type { Locale } from '../locale.ts';
import type { TemporalPlace, TemporalTrouble } from '../temporal-trouble.ts';

export const temporalTroubleText = (trouble: TemporalTrouble, place: TemporalPlace, locale: Locale): string =>
  (locale === 'en' ? enTemporalTroubles : zhTemporalTroubles)[trouble](place);
