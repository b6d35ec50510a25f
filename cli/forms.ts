/** Templates: saved to be filled in, looked at, imported. */
import { basename } from 'node:path';
import { BadInput } from './bad-input.ts';
import { savePaper, type Out } from './papers.ts';
import { bytesOf } from './parse.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { importItems, previewItems } from '../client/forms/items.ts';
import { importRoster, previewRoster } from '../client/forms/roster.ts';
import { template } from '../client/forms/template.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { formChangeText, formFaultText } from '../core/i18n/form-texts.ts';
import type { FormReport } from '../core/forms/form.ts';
import type { BlankForm } from '../documents/forms/template.ts';

export async function saveTemplate(session: Session, form: BlankForm, to: Out, print: Print): Promise<void> {
  const { context, locale } = session;
  await savePaper(session, await template(context, await session.actor(), form, locale), to, print);
}

export interface HandInOptions {
  /** Look only. */
  readonly dryRun: boolean;
  readonly isJson: boolean;
  /** Although the same document was imported before. */
  readonly again: boolean;
}

/** Every fault is told before anything is written. */
export async function importPeople(session: Session, path: string, how: HandInOptions, print: Print): Promise<void> {
  const { context, words } = session;
  const bytes = await bytesOf(path);
  const actor = await session.actor();
  tell(session, await previewRoster(context, actor, bytes), how, print);
  if (how.dryRun) return;
  await importRoster(context, actor, bytes);
  if (!how.isJson) print(words.formImported);
}

export async function importRoundForm(session: Session, path: string, how: HandInOptions, print: Print): Promise<void> {
  const { context, words } = session;
  const bytes = await bytesOf(path);
  const actor = await session.actor();
  tell(session, await previewItems(context, actor, bytes), how, print);
  if (how.dryRun) return;
  const { roundId } = await importItems(context, actor, { name: basename(path), bytes, again: how.again });
  print(how.isJson ? JSON.stringify({ roundId }) : words.imported(roundId));
}

/** @throws BadInput where something is wrong with it */
export function tell(
  { locale, words }: Session,
  report: FormReport,
  { dryRun, isJson }: Omit<HandInOptions, 'again'>,
  print: Print,
): void {
  const { entries, faults, ignored } = report;
  const { formHeads, formOutcomes } = catalogue(locale);
  if (isJson) print(JSON.stringify(report, null, 2));
  else {
    const rows = entries.map(({ sheet, row, name, outcome, changes }) => [
      `${sheet}:${row}`,
      formOutcomes[outcome],
      name,
      changes.map((change) => formChangeText(change, locale)).join(' · '),
    ]);
    if (rows.length > 0) print(table([['', '', formHeads.name, ''], ...rows]));
    if (ignored.length > 0) print(words.notRead(ignored.join(' · ')));
    for (const fault of faults) print(`✗ ${formFaultText(fault, locale)}`);
  }
  if (faults.length > 0) throw new BadInput(words.formRefused(faults.length));
  if (dryRun && !isJson) print(words.formLookedAt);
}
