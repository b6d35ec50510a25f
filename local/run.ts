/** The life of one local installation, from the command to the last process gone. */
import { readConfig } from './config.ts';
import { forcedCode, lifetime } from './lifetime.ts';
import type { Say } from './notes.ts';
import { takeLock } from './processes/lock.ts';
import type { RestartRule } from './services/restarts.ts';
import { startAll } from './start.ts';
import type { Programs } from './surroundings.ts';
import { localesOf, noteText, problemText, readyText } from './words.ts';
import type { Env } from '../core/config.ts';

/** @returns the exit code: 0 when a person stopped it, 1 when something stood in the way, 130 when it was ended by force */
export async function run(programs: Programs, env: Env, root: string, restarts?: RestartRule): Promise<number> {
  const locales = localesOf(env);
  const read = readConfig(env, root);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problemText(problem, locales));
    return 1;
  }
  const { config } = read;
  const say: Say = (note) => console.log(noteText(note, locales));
  // Mails, logs and Temporal's file hold what only the person who started us may read.
  process.umask(0o077);
  const code = await lifetime({ env, locales, say, stoppedCode: 0, restarts }, async (life) => {
    const lock = await takeLock(config.dataFolder, say);
    life.atEnd(() => lock.release());
    const { supervisor, watchers } = life;
    const started = await startAll({ config, programs, env, supervisor, watchers: [...watchers, lock], say });
    console.log(readyText(started.addresses, locales));
    for (const line of started.lines) console.log(line);
    return new Promise<never>(() => undefined);
  });
  say({ code: code === forcedCode ? 'forced' : 'stopped' });
  return code;
}
