/**
 * What a request takes while the API reads a document of five megabytes and hashes passwords, against the same request while
 * it does nothing else: the real process over real connections, quiet and busy taking turns. The figure of a turn is the time
 * under which 99 of 100 requests stay.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { percentile, timed, verdictOf, type Verdict } from './figures.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { addCast, giveCastPassword } from '../support/ledger-cast.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { draftRound } from '../support/round.ts';
import { keyFiles } from '../support/seals.ts';
import { instant } from '../../core/time.ts';
import { migrate } from '../../db/migrate.ts';
import { openPool } from '../../db/pool.ts';
import { freePort } from '../../local/ports.ts';

const target = 2;
const documentBytes = 5 * 1024 * 1024;
const password = 'correct horse battery';

export async function benchBesides(requests: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const house = await openHouse();
  try {
    const source = await longDocument();
    // One person alone would run into the limit of requests a minute.
    const readers: string[] = [];
    for (const member of Object.values(cast)) readers.push(await house.signIn(member));
    const importer = await house.signIn(cast.zhao);
    const ask = (index: number) => house.send('GET', '/api/items', readers[index % readers.length]);
    const ours: number[] = [];
    const bare: number[] = [];
    // The first of everything is dearer.
    await timesOf(ask, requests);
    for (let turn = 0; turn < turns; turn += 1) {
      const quiet = await timesOf(ask, requests);
      let isReading = true;
      const reading = house
        .send('POST', '/api/rounds/preview', importer, { source })
        .finally(() => (isReading = false));
      const hashing = (async () => {
        while (isReading) await house.signIn(cast.li);
      })();
      const busy = await timesOf(ask, 0, () => isReading);
      await Promise.all([reading, hashing]);
      const [one, other] = [percentile(busy, 0.99), percentile(quiet, 0.99)];
      ours.push(one);
      bare.push(other);
      say(`busy ${one.toFixed(1)} ms of ${busy.length} requests, quiet ${other.toFixed(1)} ms`);
    }
    return verdictOf('besides', target, ours, bare);
  } finally {
    await house.close();
  }
}

/** One after the other: so many, and on while there is work beside them. */
async function timesOf(
  ask: (index: number) => Promise<unknown>,
  least: number,
  goesOn: () => boolean = () => false,
): Promise<number[]> {
  const times: number[] = [];
  while (times.length < least || goesOn()) times.push(await timed(() => ask(times.length)));
  return times;
}

/** The sample's findings again and again, each under a number of its own, as far as five megabytes go. */
async function longDocument(): Promise<string> {
  const sample = await readFile(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');
  return sample.repeat(Math.ceil(documentBytes / Buffer.byteLength(sample)));
}

async function openHouse() {
  const postgres = await startTestPostgres({ durable: true });
  await migrate(postgres.url);
  const pool = openPool(postgres.url, pino({ level: 'silent' }));
  await addCast(pool);
  await giveCastPassword(pool, password);
  await draftRound(pool, 50, instant(Date.now()));
  const folder = mkdtempSync(join(tmpdir(), 'rectify-besides-'));
  const port = await freePort();
  const api = await startProgram(programs.api, {
    env: {
      DATABASE_URL: postgres.url,
      // What is measured asks no workflow.
      TEMPORAL_ADDRESS: '127.0.0.1:9',
      RECTIFY_EVIDENCE_DIR: folder,
      RECTIFY_LOG_LEVEL: 'silent',
      PORT: String(port),
      ...keyFiles,
    },
  });
  const post = (path: string, body: unknown, cookie?: string) => send('POST', path, cookie, body);
  const send = async (method: 'GET' | 'POST', path: string, cookie?: string, body?: unknown): Promise<Response> => {
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...init });
    await response.arrayBuffer();
    // Too large to be answered whole, or no notice at all, it was read all the same.
    if (response.status >= 500) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  };
  return {
    send,
    signIn: async ({ email }: CastMember): Promise<string> => {
      const response = await post('/api/session', { email, password });
      if (!response.ok) throw new Error(`${email} is not signed in: ${response.status}`);
      return response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
    },
    async close() {
      await stopProgram(api);
      await pool.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
