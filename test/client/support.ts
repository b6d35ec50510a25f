/** What the tests of the ways in share: a context on a fresh ledger, a Temporal that only listens, and signed-in requests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { giveCastPassword } from '../support/ledger-cast.ts';
import type { CastMember } from '../support/cast.ts';
import { silentLogger, useLedger } from '../support/ledger.ts';
import { seal, signer, vault } from '../support/seals.ts';
import { createServer, type ServerOptions } from '../../api/server.ts';
import type { Api } from '../../api/api.ts';
import { sessionCookie } from '../../api/access.ts';
import type { Context } from '../../client/context.ts';
import { openEvidenceStore } from '../../client/evidence/store.ts';
import type { Temporal } from '../../client/temporal.ts';
import type { TemporalHealth } from '../../client/temporal-health.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import type { Sealed } from '../../core/item/seal.ts';
import { at, type Instant } from '../../core/time.ts';
import type { Person } from '../../core/people/people.ts';
import { readPerson } from '../../db/people.ts';
import type { Answer, MailRelayed, Reconciled, Renewed } from '../../workflows/contract.ts';

export const password = 'correct horse battery';
export const startOfTests = at('2026-01-05', '10:00');

/** Remembers what it was asked; a test may put another answer in its place. */
class ListeningTemporal implements Temporal {
  readonly rounds: string[] = [];
  readonly commands: ItemCommand[] = [];
  readonly begun: string[] = [];
  relays = 0;
  answer: (command: ItemCommand) => Promise<Answer> = async () => ({ state: 'inProgress', seq: 9 });

  startRound = async (roundId: string): Promise<void> => void this.rounds.push(roundId);
  sendCommand = (_roundId: string, _itemId: string, { command }: Sealed): Promise<Answer> => {
    this.commands.push(command);
    return this.answer(command);
  };
  reconcile = async (): Promise<Reconciled> => ({ looked: 0, found: {} });
  answeredActs = async (): Promise<[]> => [];
  renew = async (): Promise<Renewed> => ({ renewed: 0 });
  begin = async (itemIds: readonly string[]): Promise<void> => void this.begun.push(...itemIds);
  startMailRelay = async (): Promise<void> => void (this.relays += 1);
  relayMails = async (): Promise<MailRelayed> => ({ sent: 0, failed: 0, skippedLines: 0 });
  passTime = async (): Promise<void> => undefined;
  ensureSchedules = async (): Promise<void> => undefined;
  health = async (): Promise<TemporalHealth> => ({ runs: 'ready', worker: 'ready', failingRuns: 0 });
  close = async (): Promise<void> => undefined;
}

export interface TestContext extends Context {
  readonly temporal: ListeningTemporal;
  readonly folder: string;
  scanner: Context['scanner'];
  rehearsal: Context['rehearsal'];
  sessionIdleMs: number;
  /** The clock of the test, moved by hand. */
  clock: Instant;
}

export const evidenceMaxBytes = 64 * 1024;

function useContext(): { readonly current: TestContext; person(member: CastMember): Promise<Person> } {
  const ledger = useLedger();
  const folder = mkdtempSync(join(tmpdir(), 'rectify-evidence-'));
  let context: TestContext | null = null;
  beforeAll(async () => {
    const { pool } = ledger.current;
    const made: TestContext = {
      pool,
      folder,
      temporal: new ListeningTemporal(),
      store: openEvidenceStore(folder, evidenceMaxBytes),
      scanner: null,
      seal,
      signer,
      vault,
      rehearsal: null,
      clock: startOfTests,
      // As long as a session at all: tests move the clock by hours.
      sessionIdleMs: 12 * 3_600_000,
      now: () => made.clock,
    };
    context = made;
    await giveCastPassword(pool, password);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const current = (): TestContext => {
    if (context === null) throw new Error('the context is there only while tests run');
    return context;
  };
  return {
    get current() {
      return current();
    },
    async person({ id }) {
      const person = await readPerson(current().pool, id);
      if (person === null) throw new Error(`${id} is not in the cast`);
      return person;
    },
  };
}

const options: ServerOptions = {
  config: { webUrl: 'http://localhost', proxies: 0, evidenceMaxBytes, sampleAllowed: true, mailPage: null },
  logger: silentLogger,
  pages: join(tmpdir(), 'rectify-no-pages'),
  rates: { person: Infinity, address: Infinity },
};

/** The API on a fresh ledger. `as` sends a request in the session of a member of the cast. */
export function useApi(
  config: Partial<ServerOptions['config']> = {},
  more: Partial<Pick<ServerOptions, 'times' | 'logger' | 'rates' | 'provider'>> = {},
) {
  const context = useContext();
  const tokens = new Map<string, string>();
  let api: Api | null = null;
  beforeAll(async () => {
    api = await createServer(context.current, { ...options, ...more, config: { ...options.config, ...config } });
    await api.ready();
  });
  afterAll(() => api?.close());
  const running = (): Api => {
    if (api === null) throw new Error('the API runs only while tests run');
    return api;
  };
  const tokenOf = async ({ email }: CastMember): Promise<string> => {
    const known = tokens.get(email);
    if (known !== undefined) return known;
    const response = await running().inject({ method: 'POST', url: '/api/session', payload: { email, password } });
    const token = response.cookies.find(({ name }) => name === sessionCookie)?.value ?? '';
    tokens.set(email, token);
    return token;
  };
  return {
    get context() {
      return context.current;
    },
    get api() {
      return running();
    },
    tokenOf,
    /** The next request of each member signs in anew. */
    forgetSessions: () => tokens.clear(),
    async as(member: CastMember | null, request: InjectOptions): Promise<LightMyRequestResponse> {
      const cookies = member === null ? {} : { [sessionCookie]: await tokenOf(member) };
      return running().inject({ ...request, cookies: { ...cookies, ...request.cookies } });
    },
  };
}
