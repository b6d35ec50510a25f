/** What a command works with: the use cases in this process, the person who acts, the language. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { BadInput } from './bad-input.ts';
import { wordsOf, type Words } from './words.ts';
import { actorOf, clock, type Context } from '../client/context.ts';
import { openEvidenceStore } from '../client/evidence/store.ts';
import { Refused } from '../client/refused.ts';
import { connectTemporal } from '../client/temporal.ts';
import { parseConfig, type Env } from '../core/config.ts';
import { configProblemText } from '../core/i18n/config-problem.ts';
import type { Locale } from '../core/locale.ts';
import type { Actor } from '../core/actor.ts';
import { listPeople, personByEmail, type PersonRow } from '../db/people.ts';
import { openPool } from '../db/pool.ts';

export interface Session {
  readonly context: Context;
  readonly locale: Locale;
  readonly words: Words;
  /** The person named by --as, or the only admin there is. */
  person(): Promise<PersonRow>;
  actor(): Promise<Actor>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly env: Env;
  readonly locale: Locale;
  readonly as: string | undefined;
}

/** Whoever may run this command with the database's password is trusted with acting for a person of the ledger. */
export async function openSession({ env, locale, as }: SessionOptions): Promise<Session> {
  const words = wordsOf(locale);
  const known = { ...(await localAddresses(env, words)), ...defined(env) };
  const read = parseConfig(known);
  if ('problems' in read)
    throw new BadInput(read.problems.map((problem) => configProblemText(problem, locale)).join('\n'));
  const { config } = read;
  const context: Context = {
    pool: openPool(config.databaseUrl, pino({ level: 'silent' }), 2),
    temporal: connectTemporal(config, known),
    store: openEvidenceStore(config.evidenceDir, config.evidenceMaxBytes),
    now: clock,
  };
  const person = () => actingPerson(context, as, words);
  return {
    context,
    locale,
    words,
    person,
    actor: async () => actorOf(await person()),
    close: async () => {
      await context.temporal.close();
      await context.pool.end();
    },
  };
}

const defined = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** What `npm start` wrote about the system it runs, under the names of the environment; the environment itself goes first. */
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

async function actingPerson({ pool }: Context, as: string | undefined, words: Words): Promise<PersonRow> {
  if (as !== undefined) {
    const found = await personByEmail(pool, as);
    if (found === null) throw new Refused({ code: 'notFound', what: 'person', id: as });
    return found;
  }
  const admins = (await listPeople(pool)).filter(({ roles }) => roles.includes('admin'));
  const [only] = admins;
  if (only === undefined || admins.length > 1) throw new BadInput(words.whoActs);
  return only;
}
