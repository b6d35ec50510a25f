/**
 * How our programs that stay, the worker and the API, run below the supervisor.
 *
 * - They get DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL, PORT and the caller's other variables.
 * - They say `process.send({ ready: true, lines?: string[] })` once they serve; the lines are shown to the person.
 * - They end in good order on SIGTERM, and on `disconnect`, which means that the supervisor is gone.
 */
import { LocalProblem } from '../problem.ts';
import { howItEnded, type Running } from '../processes/launch.ts';
import { launchNode, type NodeProgram } from './node.ts';

export interface App {
  readonly process: Running;
  /** What it wants to be shown to the person. */
  readonly lines: readonly string[];
  stop(): Promise<unknown>;
}

/** A commit under way is finished first; the worker gives it 30 seconds itself. */
const graceMs = 35_000;

/** Starts one of them and waits until it says that it is ready. */
export async function startApp(program: NodeProgram, patienceMs = 120_000): Promise<App> {
  const { name: service, logFile: log } = program;
  const running = launchNode(program, true);
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<readonly string[]>((resolve) =>
    running.onMessage((message) => {
      if (isReady(message)) resolve(message.lines ?? []);
    }),
  );
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patienceMs)));
  const outcome = await Promise.race([ready, late, running.exited.then(howItEnded)]);
  clearTimeout(timer);
  if (typeof outcome !== 'string') return { process: running, lines: outcome, stop: () => running.stop(graceMs) };
  await running.stop(5000);
  const tail = running.tail();
  throw new LocalProblem(
    outcome === 'late'
      ? { code: 'childSlow', service, seconds: Math.round(patienceMs / 1000), tail, log }
      : { code: 'childDied', service, how: outcome, tail, log },
  );
}

interface Ready {
  readonly ready: true;
  readonly lines?: readonly string[];
}

function isReady(message: unknown): message is Ready {
  if (typeof message !== 'object' || message === null || !('ready' in message) || message.ready !== true) return false;
  const { lines } = message as { lines?: unknown };
  return lines === undefined || (Array.isArray(lines) && lines.every((line) => typeof line === 'string'));
}
