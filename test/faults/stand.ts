/** The whole product as processes that can be killed, frozen and begun again, on servers whose files outlive them. */
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOn } from '../support/context.ts';
import { addCast } from '../support/ledger-cast.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { keyFiles } from '../support/seals.ts';
import { temporalPath } from '../support/temporal.ts';
import type { OpenContext } from '../../client/open.ts';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../local/ports.ts';
import { postgresFiles } from '../../local/postgres/place.ts';
import { startPostgres, type Postgres } from '../../local/postgres/server.ts';
import { startGuard } from '../../local/processes/guard.ts';
import { flags } from '../../local/programs/service.ts';
import { startTemporal, type Temporal } from '../../local/temporal/server.ts';

export const parts = ['postgres', 'temporal', 'worker', 'api'] as const;
export type Part = (typeof parts)[number];

export interface Stand {
  readonly web: string;
  readonly context: OpenContext;
  readonly files: { readonly postgres: string; readonly temporal: string };
  /** `SIGKILL`, or `SIGSTOP` and `SIGCONT` for a freeze. */
  signal(part: Part, signal: NodeJS.Signals): void;
  /** Settles when it serves again. */
  begin(part: Part): Promise<void>;
  /** In good order, so that its files can be copied. */
  stop(part: Part): Promise<void>;
  close(): Promise<void>;
}

/** @param smtpUrl where mails go; nowhere when left out */
export async function openStand({ smtpUrl = 'smtp://127.0.0.1:9' } = {}): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-faults-'));
  chmodSync(folder, 0o755);
  const guard = startGuard();
  const ports = { postgres: await freePort(), temporal: await freePort(), api: await freePort() };
  const files = { postgres: postgresFiles(folder).folder, temporal: join(folder, 'temporal.db') };
  let postgres: Postgres | null = null;
  let temporal: Temporal | null = null;
  const running = new Map<'worker' | 'api', ChildProcess>();
  let env: Record<string, string> = {};
  const beginProgram = async (name: 'worker' | 'api') =>
    void running.set(name, await startProgram(programs[name], { flags: flags[name], env }));
  const beginPart: Readonly<Record<Part, () => Promise<void>>> = {
    async postgres() {
      postgres = await startPostgres({
        ...postgresFiles(folder),
        port: ports.postgres,
        logFile: join(folder, 'postgres.log'),
        settings: { max_connections: '200' },
        watchers: [guard],
      });
    },
    async temporal() {
      temporal = await startTemporal({
        program: await temporalPath(),
        port: ports.temporal,
        dbFile: files.temporal,
        logFile: join(folder, 'temporal.log'),
        watchers: [guard],
      });
    },
    worker: () => beginProgram('worker'),
    api: () => beginProgram('api'),
  };
  const begin = (part: Part) => beginPart[part]();
  await Promise.all([begin('postgres'), begin('temporal')]);
  const databaseUrl = (postgres as Postgres | null)?.url ?? '';
  await migrate(databaseUrl);
  env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    SMTP_URL: smtpUrl,
    RECTIFY_PORT: String(ports.api),
    RECTIFY_EVIDENCE_DIR: join(folder, 'evidence'),
    RECTIFY_LOG_LEVEL: 'silent',
    ...keyFiles,
  };
  const context = contextOn(env);
  await addCast(context.pool);
  await Promise.all([begin('worker'), begin('api')]);
  const pidOf = (part: Part): number | undefined => {
    switch (part) {
      case 'postgres':
        return postgres?.process.pid;
      case 'temporal':
        return temporal?.process.pid;
      case 'worker':
      case 'api':
        return running.get(part)?.pid;
    }
  };
  const stop = async (part: Part): Promise<void> => {
    if (part === 'postgres') await postgres?.stop();
    else if (part === 'temporal') await temporal?.stop();
    else {
      const program = running.get(part);
      if (program !== undefined) await stopProgram(program);
    }
  };
  return {
    web: `http://127.0.0.1:${ports.api}`,
    context,
    files,
    signal(part, signal) {
      const pid = pidOf(part);
      if (pid === undefined) throw new Error(`no ${part} runs`);
      process.kill(pid, signal);
    },
    begin,
    stop,
    async close() {
      for (const part of ['api', 'worker'] as const) await stop(part);
      await context.close();
      await stop('temporal');
      await stop('postgres');
      guard.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
