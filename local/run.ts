import { languageOf, readConfig, type Env } from './config.ts';
import { startGuard } from './guard.ts';
import { takeLock, type Lock } from './lock.ts';
import { isProblem } from './problem.ts';
import type { Say } from './progress.ts';
import { listenForStop } from './signals.ts';
import { startAll, type Programs } from './start.ts';
import { Supervisor } from './supervisor.ts';
import { noteText, problemText, readyText } from './words.ts';

/**
 * The life of one local installation, from the command to the last process gone. Gives the exit code: 0 when a person
 * stopped it, 1 when something stood in the way, 130 when it was ended by force.
 */
export async function run(programs: Programs, env: Env, root: string): Promise<number> {
  const read = readConfig(env, root);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problemText(problem, languageOf(env)));
    return 1;
  }
  const { config } = read;
  const { language } = config;
  const say: Say = (code, facts) => console.log(noteText(code, facts, language));
  // Mails, logs and Temporal's file hold what only the person who started us may read.
  process.umask(0o077);
  const supervisor = new Supervisor();
  const guard = startGuard();
  const stop = listenForStop(env);
  let lock: Lock | undefined;
  let code = 0;
  try {
    lock = await takeLock(config.dataFolder, say);
    const starting = startAll({ config, programs, env, supervisor, watchers: [supervisor, guard, lock], say });
    const started = await Promise.race([starting, stop.first, supervisor.died]);
    if (started !== 'stop') {
      console.log(readyText(started.addresses, language));
      for (const line of started.lines) console.log(line);
      await Promise.race([stop.first, supervisor.died]);
    }
  } catch (error) {
    code = 1;
    if (!isProblem(error)) throw error;
    console.error(problemText(error, language));
  } finally {
    if (code === 0) say('stopping', {});
    const ended = await Promise.race([supervisor.stop(), stop.second]);
    if (ended === 'force') {
      await supervisor.force();
      code = 130;
    }
    lock?.release();
    guard.close();
  }
  say(code === 130 ? 'forced' : 'stopped', {});
  return code;
}
