/** The commands and their options, as commander knows them. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { actOnItem, listItems, showItem } from './items.ts';
import { listMails } from './mails.ts';
import { outline, readDocument } from './notices.ts';
import { parseFile } from './parse.ts';
import { assignFile, importFile, launch, listRounds, showRound } from './rounds.ts';
import { doctor, rebuild, renew } from './runs.ts';
import { openSession, type Session } from './session.ts';
import { addUser, listUsers } from './users.ts';
import { wordsOf } from './words.ts';
import type { Env } from '../core/config.ts';
import type { Locale } from '../core/locale.ts';
import { itemStates } from '../core/item/item.ts';
import { lights } from '../core/item/light.ts';
import { roles } from '../core/actor.ts';
import { isLocalDate } from '../core/time.ts';

export type Print = (text: string) => void;

/** Chinese unless told otherwise; the option goes before the environment. */
export const localeOf = (env: Env, chosen?: string): Locale =>
  /^en/i.test(chosen ?? env['RECTIFY_LANG'] ?? env['LC_ALL'] ?? env['LANG'] ?? '') ? 'en' : 'zh-CN';

export function createProgram(env: Env, print: Print): Command {
  const program = new Command('rectify').description('整改督办 · rectification tracking');
  program
    .option('--lang <language>', 'zh-CN, en')
    .option('--as <email>', '办理人 · who acts (RECTIFY_AS)')
    .exitOverride();
  const locale = () => localeOf(env, program.opts<{ lang?: string }>().lang);
  const withSession = async (work: (session: Session) => Promise<void>): Promise<void> => {
    const as = program.opts<{ as?: string }>().as ?? env['RECTIFY_AS'];
    const session = await openSession({ env, locale: locale(), as });
    try {
      await work(session);
    } finally {
      await session.close();
    }
  };

  program
    .command('parse <file>')
    .description('读取反馈意见或通报 · read a feedback document or notice')
    .option('--json')
    .action(async (file: string, { json }: Json) => {
      if (json === true) return print(JSON.stringify(await parseFile(file), null, 2));
      print(outline((await readDocument(file, locale())).notice, locale(), wordsOf(locale())));
    });
  addRounds(program, withSession, locale, print);
  addItems(program, withSession, print);
  addMails(program, withSession, print);
  addRuns(program, withSession, print);
  addUsers(program, withSession, print);
  return program;
}

interface Json {
  readonly json?: true;
}
type WithSession = (work: (session: Session) => Promise<void>) => Promise<void>;

function addRounds(program: Command, withSession: WithSession, locale: () => Locale, print: Print): void {
  const rounds = program.command('rounds').description('轮次 · rounds');
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
    .description('输出可编辑的 JSON · print JSON to edit and import')
    .action(async (file: string) => print(JSON.stringify((await readDocument(file, locale())).notice, null, 2)));
  rounds
    .command('import <file>')
    .option('--notice <json>', '编辑过的预览 · an edited preview')
    .option('--title <title>')
    .addOption(new Option('--starts-on <date>', 'YYYY-MM-DD').argParser(dateOf))
    .option('--yes', '不再询问 · do not ask')
    .action((file: string, options: { notice?: string; title?: string; startsOn?: string; yes?: true }) =>
      withSession((session) => importFile(session, file, { ...options, yes: options.yes === true }, print)),
    );
  rounds
    .command('assign <round> <file>')
    .description('按 CSV 或 JSON 交办 · assign from CSV (item,unit,handler,leadLeader) or JSON')
    .action((id: string, file: string) => withSession((session) => assignFile(session, id, file, print)));
  rounds.command('launch <round>').action((id: string) => withSession((session) => launch(session, id, print)));
}

interface ItemOptions extends Json {
  readonly round?: string;
  readonly unit?: string;
  readonly state?: (typeof itemStates)[number];
  readonly light?: (typeof lights)[number];
  readonly q?: string;
  readonly mine?: true;
}

function addItems(program: Command, withSession: WithSession, print: Print): void {
  const items = program.command('items').description('事项 · items');
  items
    .command('list')
    .option('--round <id>')
    .option('--unit <id>')
    .addOption(new Option('--state <state>').choices(itemStates))
    .addOption(new Option('--light <light>').choices(lights))
    .option('--q <text>')
    .option('--mine', '等待本人办理 · waiting for the one who asks')
    .option('--json')
    .action(({ json, mine, ...search }: ItemOptions) =>
      withSession((session) =>
        listItems(session, { ...search, mine: mine === true, sort: 'position', limit: 200 }, json === true, print),
      ),
    );
  items
    .command('show <item>')
    .option('--json')
    .action((id: string, { json }: Json) => withSession((session) => showItem(session, id, json === true, print)));
  items
    .command('act <item> <act>')
    .description('办理，如 sign-for · act, such as sign-for')
    .option('--json <fields>', '字段 · fields', '{}')
    .action((item: string, act: string, { json }: { json: string }) =>
      withSession((session) => actOnItem(session, { item, act, json }, print)),
    );
}

function addMails(program: Command, withSession: WithSession, print: Print): void {
  program
    .command('mails')
    .description('邮件 · mails')
    .command('list')
    .option('--may-have-doubled', '只列可能重复送达的 · only those that may have arrived twice')
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
    .description('检查每个事项的流程并修复 · look at the run of every item, and mend it')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => doctor(session, json === true, print)));
  program
    .command('rebuild')
    .description(
      '由台账重新启动没有流程的事项 · begin what has no run from the ledger, on an empty Temporal server too',
    )
    .action(() => withSession((session) => rebuild(session, print)));
  program
    .command('renew')
    .description('在当前版本上重新启动全部事项 · begin all open items anew on the code of today')
    .requiredOption('--all')
    .addOption(new Option('--per-second <count>', '每秒事项数 · items a second').argParser(countOf).default(20))
    .action(({ perSecond }: { perSecond: number }) => withSession((session) => renew(session, perSecond, print)));
}

function addUsers(program: Command, withSession: WithSession, print: Print): void {
  const users = program.command('users').description('人员 · people');
  users
    .command('list')
    .option('--json')
    .action(({ json }: Json) => withSession((session) => listUsers(session, json === true, print)));
  users
    .command('add')
    .requiredOption('--email <email>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <roles...>').choices(roles).makeOptionMandatory())
    .option('--unit <id>')
    .option('--inspection-office', '在巡察办 · belongs to the inspection office')
    .option('--password-stdin', '从标准输入读取密码 · read the password from standard input')
    .action(
      (options: {
        email: string;
        name: string;
        role: (typeof roles)[number][];
        unit?: string;
        inspectionOffice?: true;
        passwordStdin?: true;
      }) =>
        withSession((session) =>
          addUser(
            session,
            {
              ...options,
              roles: options.role,
              inspectionOffice: options.inspectionOffice === true,
              passwordStdin: options.passwordStdin === true,
            },
            print,
          ),
        ),
    );
}

function countOf(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new InvalidArgumentError('1–1000');
  return count;
}

function dateOf(value: string): string {
  if (!isLocalDate(value)) throw new InvalidArgumentError('YYYY-MM-DD');
  return value;
}
