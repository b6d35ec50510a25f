/** `parse`, `rounds preview`: what a document says, for people and for pipes. */
import { table } from './table.ts';
import type { Words } from './words.ts';
import type { Locale } from '../core/locale.ts';
import type { Notice } from '../core/round/notice.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { warningText } from '../core/i18n/notice-warnings.ts';

export function outline(notice: Notice, locale: Locale, words: Words): string {
  const { things } = catalogue(locale);
  const rows = notice.parts.flatMap((part, partIndex) =>
    part.items.map((item, index) => [
      `${partIndex + 1}.${index + 1}`,
      item.number ?? '',
      String(item.measures.length),
      item.title,
    ]),
  );
  const warnings = notice.warnings.map((warning) => `  ! ${warningText(warning, locale)}`);
  return [
    notice.title ?? '',
    ...(rows.length === 0 ? [] : ['', table([[things.number, '', things.measures, things.finding], ...rows])]),
    ...(warnings.length === 0 ? [] : ['', `${words.warnings}:`, ...warnings]),
  ].join('\n');
}
