/** The commands of templates. */
import type { Command } from 'commander';
import { importPeople, saveTemplate, type Print } from './forms.ts';
import { help, inBoth } from './help.ts';
import type { Session } from './session.ts';

type WithSession = (work: (session: Session) => Promise<void>) => Promise<void>;

interface HandInFlags {
  readonly json?: true;
  readonly dryRun?: true;
}

export function addForms(program: Command, withSession: WithSession, print: Print): void {
  const people = program.command('people').description(inBoth(({ formNames }) => formNames.roster));
  people
    .command('template')
    .description(help('template'))
    .option('--out <file>', help('out'))
    .action(({ out }: { out?: string }) => withSession((session) => saveTemplate(session, 'roster', { out }, print)));
  people
    .command('import <file>')
    .description(help('importPeople'))
    .option('--dry-run', help('dryRun'))
    .option('--json')
    .action((file: string, { dryRun, json }: HandInFlags) =>
      withSession((session) => importPeople(session, file, { dryRun: dryRun === true, isJson: json === true }, print)),
    );
}
