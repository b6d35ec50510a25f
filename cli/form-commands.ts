/** The commands of templates. */
import type { Command } from 'commander';
import { importPeople, importRoundForm, saveTemplate, type HandInOptions } from './forms.ts';
import { importProgress, saveProgressForm } from './progress-forms.ts';
import { help, inBoth, type Print, type WithSession } from './registering.ts';
import type { Session } from './session.ts';

interface HandInFlags {
  readonly json?: true;
  readonly dryRun?: true;
  readonly again?: true;
}

/** @param rounds the command that those of a round stand under */
export function addForms(program: Command, rounds: Command, withSession: WithSession, print: Print): void {
  const people = program.command('people').description(inBoth(({ formNames }) => formNames.roster));
  addForm(people, ['template', 'import <file>', 'importPeople'], withSession, {
    save: (session, out) => saveTemplate(session, 'roster', { out }, print),
    handIn: (session, file, how) => importPeople(session, file, how, print),
  });
  addForm(rounds, ['template', 'from-template <file>', 'importRoundForm'], withSession, {
    save: (session, out) => saveTemplate(session, 'items', { out }, print),
    handIn: (session, file, how) => importRoundForm(session, file, how, print),
  });
  rounds
    .command('progress-form <round> <unit>')
    .description(help('progressForm'))
    .option('--out <file>', help('out'))
    .action((round: string, unit: string, { out }: { out?: string }) =>
      withSession((session) => saveProgressForm(session, round, unit, { out }, print)),
    );
  rounds
    .command('record-progress <round> <file>')
    .description(help('recordProgress'))
    .option('--dry-run', help('dryRun'))
    .option('--json')
    .action((round: string, file: string, { dryRun, json }: HandInFlags) =>
      withSession((session) =>
        importProgress(session, round, file, { dryRun: dryRun === true, isJson: json === true }, print),
      ),
    );
}

interface FormActions {
  readonly save: (session: Session, out: string | undefined) => Promise<void>;
  readonly handIn: (session: Session, file: string, how: HandInOptions) => Promise<void>;
}

function addForm(
  under: Command,
  [template, handIn, why]: readonly [string, string, Parameters<typeof help>[0]],
  withSession: WithSession,
  actions: FormActions,
): void {
  under
    .command(template)
    .description(help('template'))
    .option('--out <file>', help('out'))
    .action(({ out }: { out?: string }) => withSession((session) => actions.save(session, out)));
  under
    .command(handIn)
    .description(help(why))
    .option('--dry-run', help('dryRun'))
    .option('--again', help('again'))
    .option('--json')
    .action((file: string, { dryRun, json, again }: HandInFlags) =>
      withSession((session) =>
        actions.handIn(session, file, { dryRun: dryRun === true, isJson: json === true, again: again === true }),
      ),
    );
}
