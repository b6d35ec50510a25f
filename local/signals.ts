/** The wish to stop, however it comes: Ctrl-C, `kill`, a closed terminal, or the end of the npm above us. */
import type { Env } from '../core/config.ts';

/** A Ctrl-C reaches us once from the terminal and once more from npm, which passes it on: within this time they are one. */
const sameMs = 500;

export interface Stop {
  /** The first wish. */
  readonly first: Promise<'stop'>;
  /** The second one, of somebody who will not wait. */
  readonly second: Promise<'force'>;
}

/** Turns the signals to stop into two promises, and keeps a closed terminal from ending us before our children. */
export function listenForStop(env: Env): Stop {
  const first = Promise.withResolvers<'stop'>();
  const second = Promise.withResolvers<'force'>();
  let firstAt: number | undefined;
  const onSignal = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      first.resolve('stop');
    } else if (performance.now() - firstAt > sameMs) {
      second.resolve('force');
    }
  };
  // `kill` upon npm ends npm and its shell but does not reach us: when our parent under npm has gone, it was meant for us.
  const parent = process.ppid;
  if (env['npm_lifecycle_event'] !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent) first.resolve('stop');
    }, 1000).unref();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { first: first.promise, second: second.promise };
}
