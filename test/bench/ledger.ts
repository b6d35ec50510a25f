/**
 * Every view of a large ledger (100,000 items) against the same of one that holds a tenth: same server, same process, taking
 * turns, over HTTP.
 *
 * Beside each view stands what its own statements take without HTTP, so that it shows where the time goes.
 */
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { percentile, type Verdict } from './figures.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { itemsPerRound, fillLedger, today } from '../support/large-ledger.ts';
import { contextOn } from '../support/context.ts';
import { addCast } from '../support/ledger-cast.ts';
import { createDatabase, startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { keyFiles } from '../support/seals.ts';
import { sessionCookie } from '../../api/access.ts';
import type { ItemPage } from '../../api/contract.ts';
import { createServer } from '../../api/server.ts';
import { beginSession, sessionMs } from '../../client/people/sessions.ts';
import { at } from '../../core/time.ts';
import { migrate } from '../../db/migrate.ts';
import type { Pool, Query } from '../../db/pool.ts';

type Size = 'small' | 'large';

const targetGrowth = 1.3;
const targetOverSql = 2.5;

interface View {
  readonly name: string;
  readonly reader: CastMember;
  /** The round is the newest of the ledger, the place the `next` of the twentieth page, or of the last but one. */
  readonly path: (ledger: { readonly roundId: string; readonly place: string }) => string;
}

const { zhao, wang, zhang, li } = cast;
const view = (name: string, reader: CastMember, path: View['path']): View => ({ name, reader, path });
const views: readonly View[] = [
  view('first page', zhao, () => '/items'),
  view('a page further on', zhao, ({ place }) => `/items?after=${place}`),
  view('by due date', zhao, () => '/items?sort=due'),
  view('red', zhao, () => '/items?light=red'),
  view('red by due date', zhao, () => '/items?light=red&sort=due'),
  view('yellow', zhao, () => '/items?light=yellow'),
  view('green', zhao, () => '/items?light=green'),
  view('one state', zhao, () => '/items?state=submitted'),
  view('one unit', zhao, () => '/items?unit=unit-3'),
  // Where the small ledger has few, pages are small: full in both.
  view('one unit, red', zhao, () => '/items?unit=unit-3&light=red&limit=10'),
  view(
    'words: one finding',
    zhao,
    ({ roundId }) => `/items?q=${encodeURIComponent(`编号${Number(roundId.slice(2))}007`)}`,
  ),
  view('words: two letters', zhao, () => `/items?q=${encodeURIComponent('采砂')}`),
  view('words: one letter', zhao, () => `/items?q=${encodeURIComponent('砂')}`),
  view('words: in every item', zhao, () => `/items?q=${encodeURIComponent('工程')}`),
  view('words: in none', zhao, () => `/items?q=${encodeURIComponent('采购超标')}`),
  view('words: red ones', zhao, () => `/items?light=red&limit=10&q=${encodeURIComponent('公务用车')}`),
  view('staff: first page', wang, () => '/items'),
  view('staff: red', wang, () => '/items?light=red&limit=10'),
  view('staff: words', wang, () => `/items?q=${encodeURIComponent('采砂')}`),
  view('staff: to do', wang, () => '/items?mine=true&sort=due&limit=40'),
  view('lead leader: to do', zhang, () => '/items?mine=true&sort=due&limit=40'),
  view('inspection office: to do', li, () => '/items?mine=true&sort=due&limit=40'),
  view('rounds', zhao, () => '/rounds'),
  view('staff: rounds', wang, () => '/rounds'),
  view('one round', zhao, ({ roundId }) => `/rounds/${roundId}`),
  view('items of a round', zhao, ({ roundId }) => `/items?round=${roundId}`),
  view('items of a round, red', zhao, ({ roundId }) => `/items?round=${roundId}&light=red`),
  view('one item', zhao, ({ roundId }) => `/items/${roundId}-007`),
];

/** @param items of the large ledger; whole rounds of them are made */
export async function benchLedger(items: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const postgres = await startTestPostgres({ durable: true });
  const rounds = Math.max(1, Math.round(items / itemsPerRound / 10));
  const ledgers = {
    small: await openLedger(postgres, rounds, say),
    large: await openLedger(postgres, rounds * 10, say),
  };
  const times = views.map(() => ({ small: [] as number[], large: [] as number[], sql: [] as number[] }));
  try {
    for (let turn = -5; turn < turns; turn += 1)
      for (const [index, one] of views.entries()) {
        const taken = {
          ...(turn % 2 === 0
            ? { small: await ledgers.small.ask(one), large: await ledgers.large.ask(one) }
            : { large: await ledgers.large.ask(one), small: await ledgers.small.ask(one) }),
          sql: await ledgers.large.askSql(),
        };
        // The first turns are not measured: first connections, first plans, first compiled code.
        if (turn >= 0) for (const key of ['small', 'large', 'sql'] as const) times[index]?.[key].push(taken[key]);
      }
  } finally {
    await ledgers.small.close();
    await ledgers.large.close();
    await postgres.stop();
  }
  return judge(times, say);
}

type Times = Readonly<Record<Size | 'sql', readonly number[]>>;

function judge(times: readonly Times[], say: (line: string) => void): Verdict {
  const growths = times.map(({ small, large }) => percentile(large, 0.5) / percentile(small, 0.5));
  say('view                       small ms  large ms  ratio   p99 HTTP   p99 SQL  ratio');
  for (const [index, { small, large, sql }] of times.entries()) {
    const ms = (value: number, width: number) => value.toFixed(1).padStart(width);
    const overSql = percentile(large, 0.99) / percentile(sql, 0.99);
    const marks = `${(growths[index] ?? 0) > targetGrowth ? ' grows' : ''}${overSql > targetOverSql ? ' heavy' : ''}`;
    say(
      `${(views[index]?.name ?? '').padEnd(26)}${ms(percentile(small, 0.5), 9)}${ms(percentile(large, 0.5), 10)}` +
        `${(growths[index] ?? 0).toFixed(2).padStart(7)}${ms(percentile(large, 0.99), 11)}${ms(percentile(sql, 0.99), 10)}` +
        `${overSql.toFixed(2).padStart(7)}${marks}`,
    );
  }
  const ratio = Math.max(...growths);
  const worst = times[growths.indexOf(ratio)];
  if (worst === undefined) throw new Error('there are no views');
  const parts = partsOf(worst.small, worst.large);
  return {
    name: 'ledger',
    ours: percentile(worst.large, 0.5),
    bare: percentile(worst.small, 0.5),
    ratio,
    spread: [Math.min(...parts), Math.max(...parts)],
    target: targetGrowth,
  };
}

/** The ratio in each fifth of the run. */
function partsOf(small: readonly number[], large: readonly number[]): number[] {
  const size = Math.max(1, Math.floor(small.length / 5));
  const median = (numbers: readonly number[], part: number) =>
    percentile(numbers.slice(part * size, (part + 1) * size), 0.5);
  return [0, 1, 2, 3, 4]
    .filter((part) => part * size < small.length)
    .map((part) => median(large, part) / median(small, part));
}

async function openLedger(postgres: TestPostgres, rounds: number, say: (line: string) => void) {
  const begun = performance.now();
  const url = await createDatabase(postgres.adminUrl, postgres.url, `ledger_${rounds}`);
  await migrate(url);
  // Nothing listens there: a view asks the ledger alone.
  const context = contextOn({ DATABASE_URL: url, TEMPORAL_ADDRESS: '127.0.0.1:9', ...keyFiles });
  const { pool } = context;
  await addCast(pool);
  await fillLedger(url, rounds);
  const now = () => at(today, '10:00');
  const takings: Statement[][] = [];
  const api = await createServer(
    { ...context, pool: spyOn(pool, takings), now },
    {
      config: {
        webUrl: 'http://127.0.0.1',
        proxies: 0,
        evidenceMaxBytes: 1,
        sampleAllowed: false,
        mailPage: null,
      },
      logger: pino({ level: 'silent' }),
      pages: join(tmpdir(), 'rectify-no-pages'),
    },
  );
  await api.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const tokens = new Map<string, string>();
  for (const { id } of Object.values(cast))
    tokens.set(id, await beginSession({ sessionIdleMs: sessionMs, pool, now }, id));
  const get = (path: string, reader: CastMember): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { cookie: `${sessionCookie}=${tokens.get(reader.id) ?? ''}` };
      const asked = request({ agent, port, host: '127.0.0.1', path: `/api${path}`, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${path}: ${response.statusCode ?? 0} ${body}`));
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  let place = '';
  for (let page = 0; page < 20; page += 1) {
    const answer = JSON.parse(await get(`/items?${place === '' ? '' : `after=${place}`}`, zhao)) as ItemPage;
    // A small one has fewer pages.
    if (answer.next === null) break;
    place = answer.next;
  }
  const roundId = `r-${String(rounds).padStart(5, '0')}`;
  say(`${rounds * itemsPerRound} items stand after ${Math.round((performance.now() - begun) / 1000)} s`);
  return {
    async ask({ path, reader }: View): Promise<number> {
      takings.length = 0;
      const from = performance.now();
      await get(path({ roundId, place }), reader);
      const took = performance.now() - from;
      // No person asks as fast as this: a little under what one is allowed in a minute.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return took;
    },
    /** The statements of the last request, one after the other: those of a transaction on a connection of their own. */
    async askSql(): Promise<number> {
      const again = takings.splice(0);
      const from = performance.now();
      for (const statements of again) {
        const connection = await pool.connect();
        for (const statement of statements) await run(connection, statement);
        connection.release();
      }
      return performance.now() - from;
    },
    async close(): Promise<void> {
      agent.destroy();
      await api.close();
      await context.close();
    },
  };
}

type Statement = readonly [query: string | Query, values?: unknown[]];

const run = (db: Pick<Pool, 'query'>, [query, values]: Statement): Promise<unknown> =>
  typeof query === 'string' ? db.query(query, values) : db.query(query);

/** The pool, writing down what is asked of it and of each connection taken from it. */
function spyOn(pool: Pool, takings: Statement[][]): Pool {
  const heard = <Asked extends object>(asked: Asked, statements: () => Statement[]): Asked =>
    new Proxy(asked, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        if (key !== 'query') return value.bind(target) as unknown;
        return (...statement: Statement) => {
          statements().push(statement);
          return run(target as Pick<Pool, 'query'>, statement);
        };
      },
    });
  const take = (): Statement[] => {
    const statements: Statement[] = [];
    takings.push(statements);
    return statements;
  };
  return new Proxy(heard(pool, take), {
    get(target, key) {
      if (key !== 'connect') return Reflect.get(target, key) as unknown;
      return async () => {
        const statements = take();
        return heard(await pool.connect(), () => statements);
      };
    },
  });
}
