/** Runs the embedded PostgreSQL: made on the first start, and waited for until it answers. */
import { setTimeout as pause } from 'node:timers/promises';
import { silent, type Say } from '../notes.ts';
import { LocalProblem } from '../problem.ts';
import { launch, type Program, type Running, type Watcher } from '../processes/launch.ts';
import { answering, problemOf } from './answering.ts';
import { findBinaries } from './binaries.ts';
import { createDatabaseIn } from './create.ts';
import { clearLeftovers } from './leftovers.ts';
import { addressesOf, ensureOwner } from './logins.ts';
import { holdsDatabase, placeFor } from './place.ts';
import { plainEnv } from './plain-env.ts';
import { secretsIn } from './secrets.ts';
import { argsOf } from './settings.ts';
import { runAs } from './user.ts';

export interface PostgresOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  readonly secretsFile: string;
  /** Tests give up safety against a power cut for speed. */
  readonly isDurable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** How long parts of an earlier server that still live are waited for. */
  readonly heldMs?: number;
  readonly watchers?: readonly Watcher[];
  readonly say?: Say;
  readonly stopping?: AbortSignal;
}

export interface Postgres {
  readonly process: Running;
  /** The owner of the database `rectify`: no superuser, may make roles. The programs run under a login of their own. */
  readonly url: string;
  /** Only for what an owner may not do, such as making databases in tests. */
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

const heldPauseMs = 500;

/** @throws LocalProblem with the true reason */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, logFile, secretsFile, say = silent, isDurable = true, heldMs = 30_000, stopping: signal } = options;
  const as = await runAs(signal);
  const { initdb, postgres } = findBinaries(as, say);
  const folder = placeFor(options.folder, as, say);
  const secrets = secretsIn(secretsFile, folder);
  if (!holdsDatabase(folder)) {
    say({ code: 'databaseCreating' });
    await createDatabaseIn(folder, { initdb, as, password: secrets.superuser, sync: isDurable, signal });
  }
  const program: Program = {
    name: 'postgres',
    command: postgres,
    args: argsOf(folder, port, isDurable, options.settings ?? {}),
    cwd: folder,
    env: plainEnv(),
    logFile,
    // Fast shutdown: does not wait for clients, loses nothing.
    stopSignal: 'SIGINT',
    as,
  };
  const heldSeconds = Math.round(heldMs / 1000);
  for (let waitedMs = 0; ; waitedMs += heldPauseMs) {
    await clearLeftovers(folder);
    try {
      const attempted = { folder, port, log: logFile, heldSeconds, secretsFile };
      return await serve(program, addressesOf(port, secrets), secrets.owner, attempted, options.watchers ?? []);
    } catch (error) {
      if (!isHeld(error) || waitedMs >= heldMs || signal?.aborted === true) throw error;
      if (waitedMs === 0) say({ code: 'databaseHeld', seconds: heldSeconds });
      await pause(heldPauseMs);
    }
  }
}

async function serve(
  program: Program,
  { superuserUrl, ownerUrl }: ReturnType<typeof addressesOf>,
  ownerPassword: string,
  attempted: Parameters<typeof answering>[2],
  watchers: readonly Watcher[],
): Promise<Postgres> {
  const process = launch(program, watchers);
  const stop = async () => void (await process.stop(30_000));
  try {
    await answering(superuserUrl, process, attempted);
    await ensureOwner({ superuserUrl, ownerUrl }, ownerPassword);
  } catch (error) {
    await stop();
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem(problemOf(error, process.tail(), attempted));
  }
  return { process, url: ownerUrl, superuserUrl, stop };
}

/** A part of an earlier server still lives, as after a kill: nothing is damaged, and it ends sooner or later. */
const isHeld = (error: unknown): boolean => error instanceof LocalProblem && error.problem.code === 'databaseHeld';
