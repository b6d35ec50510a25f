/** Runs Temporal's development server. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { searchAttributes } from '../../core/item/lease.ts';
import { LocalProblem } from '../problem.ts';
import { howItEnded, launch, type Running, type Watcher } from '../processes/launch.ts';
import { until } from '../until.ts';
import { answersFor } from './probe.ts';
import { whyNot } from './why-not.ts';

export interface TemporalOptions {
  /** The Temporal CLI. */
  readonly program: string;
  readonly port: number;
  /** The web page; none when null. */
  readonly uiPort?: number | null;
  /** The file that keeps workflows across restarts; in memory when null. */
  readonly dbFile?: string | null;
  readonly logFile: string;
  readonly extraArgs?: readonly string[];
  readonly watchers?: readonly Watcher[];
}

export interface Temporal {
  readonly process: Running;
  readonly address: string;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Settles when its namespace answers. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { program, port, uiPort = null, logFile, dbFile = null, watchers } = options;
  const address = `127.0.0.1:${port}`;
  if (dbFile !== null) mkdirSync(dirname(dbFile), { recursive: true });
  const process = launch({ name: 'temporal', command: program, args: argsOf(options), logFile }, watchers);
  const stop = async () => void (await process.stop(15_000));
  let end: string | null = null;
  void process.exited.then((exit) => (end = howItEnded(exit)));
  const gaveUp = () => end !== null;
  if (await until(() => answersFor(address, 'default'), { timeoutMs: patienceMs, gaveUp }))
    return { process, address, stop };
  const hasEnded = gaveUp();
  await stop();
  const tail = process.tail();
  throw new LocalProblem(
    hasEnded
      ? whyNot(tail, end ?? '', { dbFile, port, uiPort, log: logFile })
      : { code: 'childSlow', service: 'temporal', seconds: patienceMs / 1000, tail, log: logFile },
  );
}

/** The types of search attributes as the CLI spells them. */
const cliTypes = { KEYWORD: 'Keyword', INT: 'Int', DATETIME: 'Datetime' } as const;

/** The journal settings make it three times as fast as its defaults and lose nothing when the process is killed. */
function argsOf({ port, uiPort = null, dbFile = null, extraArgs = [] }: TemporalOptions): readonly string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', 'default'],
    ...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...(dbFile === null
      ? []
      : ['--db-filename', dbFile, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1']),
    ...Object.values(searchAttributes).flatMap(({ name, type }) => ['--search-attribute', `${name}=${cliTypes[type]}`]),
    // The rehearsal runs the real workflows with time skipped.
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--log-level', 'error', '--color', 'never'],
    ...extraArgs,
  ];
}
