/** From the first process to the last one gone, whatever happens in between: what `npm start` and the demo share. */
import type { Say } from './notes.ts';
import { LocalProblem } from './problem.ts';
import { startGuard } from './processes/guard.ts';
import type { Watcher } from './processes/launch.ts';
import type { RestartRule } from './services/restarts.ts';
import { Supervisor } from './services/supervisor.ts';
import { listenForStop } from './signals.ts';
import { problemText } from './words.ts';
import type { Env } from '../core/config.ts';
import type { Locale } from '../core/locale.ts';

export interface Lifetime {
  readonly supervisor: Supervisor;
  /** Whoever starts a process tells these. */
  readonly watchers: readonly Watcher[];
  /** Tidies up when the last process has gone. */
  readonly atEnd: (tidy: () => void) => void;
}

export interface LifetimeOptions {
  readonly env: Env;
  readonly locales: readonly Locale[];
  readonly say: Say;
  readonly restarts?: RestartRule | undefined;
  /** The exit code when a person stops it: the end of what runs for ever, the breaking off of what does not. */
  readonly stoppedCode: number;
}

/** As a shell reports a program that a signal ended. */
export const forcedCode = 130;
const problemCode = 1;

/** @returns the exit code: that of `work`, 1 when something stood in the way, 130 when it was ended by force */
export async function lifetime(
  { env, locales, say, restarts, stoppedCode }: LifetimeOptions,
  work: (life: Lifetime) => Promise<number>,
): Promise<number> {
  const supervisor = new Supervisor(say, restarts);
  const guard = startGuard();
  const stop = listenForStop(env);
  const tidies = [() => guard.close()];
  let code = problemCode;
  try {
    const life = { supervisor, watchers: [supervisor, guard], atEnd: (tidy: () => void) => void tidies.unshift(tidy) };
    const outcome = await Promise.race([work(life), stop.first, supervisor.gaveUp]);
    if (outcome === 'stop') say({ code: 'stopping' });
    code = outcome === 'stop' ? stoppedCode : outcome;
  } catch (error) {
    if (!(error instanceof LocalProblem)) throw error;
    console.error(problemText(error.problem, locales));
  } finally {
    const ended = await Promise.race([supervisor.stop(), stop.second]);
    if (ended === 'force') {
      await supervisor.force();
      code = forcedCode;
    }
    for (const tidy of tidies) tidy();
  }
  return code;
}
