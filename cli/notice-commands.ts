/** The commands about the progress notice of a round. */
import { Option, type Command } from 'commander';
import { dateOf } from './date-option.ts';
import {
  approveEntry,
  saveBulletin,
  setEntry,
  setFrame,
  showDraft,
  type EntryOptions,
  type FrameOptions,
} from './drafting.ts';
import { help, inBoth, type Json, type Print, type WithSession } from './registering.ts';
import { verifyNotice } from './verify-notice.ts';
import { audiences, bulletinChoices, bulletinForms, type Audience, type BulletinForm } from '../core/round/bulletin.ts';

interface SaveOptions {
  readonly form: BulletinForm;
  readonly audience: Audience;
  readonly on?: string;
  readonly out?: string;
}

const onOption = () => new Option('--on <date>', help('on')).argParser(dateOf);

export function addNotice(program: Command, withSession: WithSession, print: Print): void {
  const notice = program.command('notice').description(inBoth(({ papers }) => papers.bulletin));
  notice
    .command('show <round>')
    .description(help('draft'))
    .addOption(onOption())
    .option('--json')
    .action((id: string, { json, on }: Json & { on?: string }) =>
      withSession((session) => showDraft(session, id, { on, isJson: json === true }, print)),
    );
  notice
    .command('set <round> <number>')
    .description(help('entry'))
    .addOption(new Option('--choose <choice>').choices(bulletinChoices).default('publish'))
    .option('--reason <text>', help('reason'))
    .option(
      '--title <text>',
      inBoth(({ bulletinTerms }) => bulletinTerms.ownTitle),
    )
    .option(
      '--result <text>',
      inBoth(({ bulletinTerms }) => bulletinTerms.ownResult),
    )
    .action((id: string, number: string, options: EntryOptions) =>
      withSession((session) => setEntry(session, id, number, options, print)),
    );
  notice
    .command('approve <round> <number>')
    .description(help('approveEntry'))
    .action((id: string, number: string) => withSession((session) => approveEntry(session, id, number, print)));
  notice
    .command('frame <round>')
    .description(help('frame'))
    .option('--opening <text>')
    .option('--organ <text>')
    .option('--phone <text>')
    .option('--address <text>')
    .option('--postcode <text>')
    .option('--email <text>')
    .addOption(new Option('--dated-on <date>', 'YYYY-MM-DD').argParser(dateOf))
    .action((id: string, options: FrameOptions) => withSession((session) => setFrame(session, id, options, print)));
  notice
    .command('verify <file>')
    .description(help('verifyNotice'))
    .option('--json')
    .action((file: string, { json }: { json?: true }) =>
      withSession((session) => verifyNotice(session, file, json === true, print)),
    );
  notice
    .command('save <round>')
    .description(help('bulletin'))
    .addOption(new Option('--form <form>').choices(bulletinForms).default('docx'))
    .addOption(new Option('--audience <audience>').choices(audiences).default('public'))
    .addOption(onOption())
    .option('--out <file>', help('out'))
    .action((id: string, { out, ...ask }: SaveOptions) =>
      withSession((session) => saveBulletin(session, id, ask, { out }, print)),
    );
}
