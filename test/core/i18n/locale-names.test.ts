import { expect, it } from 'vitest';
import { localeNames, otherLocale } from '../../../core/i18n/locale-names.ts';
import { locales } from '../../../core/locale.ts';

it('leads from each language to the other, by its own name', () => {
  expect(locales.map((locale) => localeNames[otherLocale(locale)])).toEqual(['English', '中文']);
});
