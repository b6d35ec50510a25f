/** The commands and their options, as commander knows them. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { BadInput } from './bad-input.ts';
import { addForms } from './form-commands.ts';
import { actOnItem, listAsOf, listItems, showItem } from './items.ts';
import { listMails } from './mails.ts';
import { dateOf } from './date-option.ts';
import { addNotice } from './notice-commands.ts';
import { outline } from './notices.ts';
import { saveLetter, saveReview, saveSheet } from './papers.ts';
import { parseFile, readDocument } from './parse.ts';
import { addPeople } from './program-people.ts';
import { help, inBoth, type Json, type Print, type WithSession } from './registering.ts';
import { assignFile, discard, importFile, launch, listRounds, showRound, type ImportOptions } from './rounds.ts';
import { doctor, rebuild, recover, renew, type RecoverOptions } from './runs.ts';
import { openSession, type Session } from './session.ts';
import { addLedger } from './ledger-commands.ts';
import { addRehearsal } from './rehearse-program.ts';
import { addRules } from './rules-program.ts';
import { wordsOf } from './words.ts';
import type { Env } from '../core/config.ts';
import type { Locale } from '../core/locale.ts';
import { findingSources, itemStates, riskGrades } from '../core/item/item.ts';
import { lights } from '../core/item/light.ts';
import { roundSheets, type RoundSheet } from '../core/round/sheets.ts';

/** Chinese unless told otherwise; the option wins over the environment. */
export const localeOf = (env: Env, chosen?: string): Locale =>
  /^en/i.test(chosen ?? env['RECTIFY_LANG'] ?? env['LC_ALL'] ?? env['LANG'] ?? '') ? 'en' : 'zh-CN';

export function createProgram(env: Env, print: Print): Command {
  const program = new Command('rectify').description(inBoth(({ things }) => things.product));
  program
    .option('--lang <language>', 'zh-CN, en')
    .option('--as <email>', `${help('acts')} (RECTIFY_AS)`)
    .option('--for <person>', help('standsFor'))
    .exitOverride();
  const locale = () => localeOf(env, program.opts<{ lang?: string }>().lang);
  const withSession = async (work: (session: Session) => Promise<void>): Promise<void> => {
    const as = program.opts<{ as?: string }>().as ?? env['RECTIFY_AS'];
    const session = await openSession({ env, locale: locale(), as, place: program.opts<{ for?: string }>().for });
    try {
      await work(session);
    } finally {
      await session.close();
    }
  };

  program
    .command('parse <file>')
    .description(help('parse'))
    .option('--json')
    .action(async (file: string, { json }: Json) => {
      if (json === true) return print(JSON.stringify(await parseFile(file), null, 2));
      print(outline((await readDocument(file)).notice, locale(), wordsOf(locale())));
    });
  const rounds = addRounds(program, withSession, print);
  addNotice(program, withSession, print);
  addItems(program, withSession, print);
  addRules(program, withSession, print);
  addRehearsal(program, withSession, print);
  addMails(program, withSession, print);
  addRuns(program, withSession, print);
  addLedger(program, withSession, print);
  addPeople(program, withSession, print);
  addForms(program, rounds, withSession, print);
  return program;
}

function addRounds(program: Command, withSession: WithSession, print: Print): Command {
  const rounds = program.command('rounds').description(inBoth(({ things }) => things.rounds));
  rounds
    .command('list')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => listRounds(session, json === true, print)));
  rounds
    .command('show <round>')
    .option('--json')
    .action((id: string, { json }: Json) => withSession((session) => showRound(session, id, json === true, print)));
  rounds
    .command('preview <file>')
    .description(help('preview'))
    .action(async (file: string) => print(JSON.stringify((await readDocument(file)).notice, null, 2)));
  rounds
    .command('import <file>')
    .option('--notice <json>', help('notice'))
    .option('--title <title>')
    .addOption(new Option('--starts-on <date>', 'YYYY-MM-DD').argParser(dateOf))
    .option('--policy <policy>', help('policyFile'))
    .option('--again', help('again'))
    .option('--yes', help('yes'))
    .action((file: string, options: ImportFlags) =>
      withSession((session) =>
        importFile(session, file, { ...options, again: options.again === true, yes: options.yes === true }, print),
      ),
    );
  rounds
    .command('assign <round> <file>')
    .description(help('assign'))
    .action((id: string, file: string) => withSession((session) => assignFile(session, id, file, print)));
  rounds
    .command('sheet <round>')
    .description(help('sheet'))
    .addOption(new Option('--list <list>').choices(roundSheets).default('ledger'))
    .addOption(new Option('--on <date>', help('on')).argParser(dateOf))
    .option('--out <file>', help('out'))
    .action((id: string, { list, on, out }: SheetOptions) =>
      withSession((session) => saveSheet(session, id, { sheet: list, on }, { out }, print)),
    );
  rounds
    .command('discard <round>')
    .description(help('discard'))
    .requiredOption('--reason <text>', help('reason'))
    .action((id: string, { reason }: { reason: string }) =>
      withSession((session) => discard(session, id, reason, print)),
    );
  rounds.command('launch <round>').action((id: string) => withSession((session) => launch(session, id, print)));
  return rounds;
}

interface ImportFlags extends Omit<ImportOptions, 'yes'> {
  readonly yes?: true;
}

interface SheetOptions {
  readonly list: RoundSheet;
  readonly on?: string;
  readonly out?: string;
}

interface ItemOptions extends Json {
  readonly round?: string;
  readonly unit?: string;
  readonly state?: (typeof itemStates)[number];
  readonly light?: (typeof lights)[number];
  readonly grade?: (typeof riskGrades)[number];
  readonly source?: (typeof findingSources)[number];
  readonly q?: string;
  readonly mine?: true;
  readonly asOf?: string;
}

function addItems(program: Command, withSession: WithSession, print: Print): void {
  const items = program.command('items').description(inBoth(({ things }) => things.items));
  items
    .command('list')
    .option('--round <id>')
    .option('--unit <id>')
    .addOption(new Option('--state <state>').choices(itemStates))
    .addOption(new Option('--light <light>').choices(lights))
    .addOption(new Option('--grade <grade>').choices(riskGrades))
    .addOption(new Option('--source <source>').choices(findingSources))
    .option('--q <text>')
    .option(
      '--mine',
      inBoth(({ things }) => things.yourTurn),
    )
    .addOption(new Option('--as-of <date>', help('asOf')).argParser(dateOf))
    .option('--json')
    .action(({ json, mine, asOf, ...search }: ItemOptions) =>
      withSession((session) => {
        if (asOf !== undefined) {
          const { round, q, grade, source, ...narrowed } = search;
          if (round === undefined || mine === true || [q, grade, source].some((value) => value !== undefined))
            throw new BadInput(session.words.asOfRound);
          return listAsOf(session, { ...narrowed, round, date: asOf }, json === true, print);
        }
        return listItems(
          session,
          { ...search, mine: mine === true, sort: 'position', limit: 200 },
          json === true,
          print,
        );
      }),
    );
  items
    .command('show <item>')
    .option('--json')
    .action((id: string, { json }: Json) => withSession((session) => showItem(session, id, json === true, print)));
  items
    .command('review <item>')
    .description(help('review'))
    .option('--out <file>', help('out'))
    .action((id: string, { out }: { out?: string }) =>
      withSession((session) => saveReview(session, id, { out }, print)),
    );
  items
    .command('letter <item> <number>')
    .description(help('letter'))
    .option('--out <file>', help('out'))
    .action((id: string, number: string, { out }: { out?: string }) =>
      withSession((session) => saveLetter(session, id, number, { out }, print)),
    );
  items
    .command('act <item> <act>')
    .description(help('act'))
    .option('--json <fields>', help('fields'), '{}')
    .action((item: string, act: string, { json }: { json: string }) =>
      withSession((session) => actOnItem(session, { item, act, json }, print)),
    );
}

function addMails(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('mails')
    .description(inBoth(({ things }) => things.mails))
    .command('list')
    .option(
      '--may-have-doubled',
      inBoth(({ mailDoubts }) => mailDoubts.mayHaveDoubled),
    )
    .option('--json')
    .action(({ json, mayHaveDoubled }: Json & { readonly mayHaveDoubled?: true }) =>
      withSession((session) =>
        listMails(session, { mayHaveDoubled: mayHaveDoubled === true, isJson: json === true }, print),
      ),
    );
}

function addRuns(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('doctor')
    .description(help('doctor'))
    .option('--json')
    .action(({ json }: Json) => withSession((session) => doctor(session, json === true, print)));
  program
    .command('rebuild')
    .description(help('rebuild'))
    .action(() => withSession((session) => rebuild(session, print)));
  program
    .command('recover')
    .description(help('recover'))
    .option('--all')
    .option('--item <id>')
    .option('--json')
    .action((options: RecoverOptions) => withSession((session) => recover(session, options, print)));
  program
    .command('renew')
    .description(help('renew'))
    .requiredOption('--all')
    .addOption(new Option('--per-second <count>', help('perSecond')).argParser(countOf).default(20))
    .action(({ perSecond }: { perSecond: number }) => withSession((session) => renew(session, perSecond, print)));
}

function countOf(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new InvalidArgumentError('1–1000');
  return count;
}
