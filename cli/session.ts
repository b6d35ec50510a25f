/** What a command works with: the use cases in this process, the person who acts, the language. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { BadInput } from './bad-input.ts';
import { wordsOf, type Words } from './words.ts';
import type { Context } from '../client/context.ts';
import { openContext } from '../client/open.ts';
import { actingFor } from '../client/people/absences.ts';
import { actingPerson, personIdOf } from '../client/people/directory.ts';
import { parseConfig, type Env } from '../core/config.ts';
import { configProblemText } from '../core/i18n/config-problem.ts';
import type { Locale } from '../core/locale.ts';
import type { Actor } from '../core/actor.ts';
import type { Person } from '../core/people/people.ts';

export interface Session {
  readonly context: Context;
  readonly locale: Locale;
  readonly words: Words;
  /** The login that owns the tables, where one is named. */
  readonly ownerUrl: string;
  /** The person named by --as, or the only admin there is. */
  person(): Promise<Person>;
  actor(): Promise<Actor>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly env: Env;
  readonly locale: Locale;
  readonly as: string | undefined;
  /** In whose place: an id or an address. */
  readonly place?: string | undefined;
}

/** Whoever may run this command with the database's password is trusted with acting for a person of the ledger. */
export async function openSession({ env, locale, as, place }: SessionOptions): Promise<Session> {
  const words = wordsOf(locale);
  const known = { ...(await localAddresses(env, words)), ...defined(env) };
  const read = parseConfig(known, 'RECTIFY_SEAL_KEY_FILE', 'RECTIFY_PAYLOAD_KEYS_FILE');
  if ('problems' in read)
    throw new BadInput(read.problems.map((problem) => configProblemText(problem, locale)).join('\n'));
  const context = openContext(read.config, known, { logger: pino({ level: 'silent' }), connections: 2 });
  const person = async () => {
    const found = await actingPerson(context, as);
    if (found === null) throw new BadInput(words.whoActs);
    return found;
  };
  return {
    context,
    locale,
    words,
    ownerUrl: known['DATABASE_OWNER_URL'] ?? read.config.databaseUrl,
    person,
    actor: async () =>
      actingFor(context, await person(), place === undefined ? undefined : await personIdOf(context, place)),
    close: () => context.close(),
  };
}

const defined = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** What `npm start` wrote about the system it runs, under the names of the environment; the environment itself wins. */
async function localAddresses(env: Env, words: Words): Promise<Env> {
  const root = join(import.meta.dirname, '..');
  const path = join(resolve(root, env['RECTIFY_DATA_DIR'] ?? '.data'), 'addresses.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Env;
  } catch (error) {
    if ((env['DATABASE_URL'] ?? '') !== '') return {};
    throw new BadInput(words.noAddresses, { cause: error });
  }
}
