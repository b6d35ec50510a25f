/** Why a service is not there: its end, or what stood in the way of beginning it again. */
import type { Note } from '../notes.ts';
import { LocalProblem, type Problem } from '../problem.ts';
import { lastWords } from '../processes/last-words.ts';
import { howItEnded, type Exit } from '../processes/launch.ts';
import type { Life, Service } from './service.ts';

export type Death =
  | { readonly how: string; readonly lastWords: string }
  /** A reason that has a sentence of its own, such as a full disk. */
  | { readonly problem: Problem };

export const deathOf = (life: Life, exit: Exit): Death => ({
  how: howItEnded(exit),
  lastWords: lastWords(life.process.tail()),
});

/** Begins it once more; what stands in the way is one more death. */
export async function beginAgain(service: Service, stopping: AbortSignal): Promise<Life | Death> {
  try {
    return await service.begin(stopping);
  } catch (error) {
    if (!(error instanceof LocalProblem)) throw error;
    const { problem } = error;
    if (problem.code === 'childDied') return { how: problem.how, lastWords: lastWords(problem.tail) };
    if (problem.code === 'childSlow') return { how: `> ${problem.seconds} s`, lastWords: lastWords(problem.tail) };
    return { problem };
  }
}

export const noteOf = ({ name }: Service, death: Death, seconds: number): Note =>
  'problem' in death
    ? { code: 'childFailed', service: name, problem: death.problem, seconds }
    : { code: 'childDied', service: name, ...death, seconds };

/** Why it is given up: for its own reason where there is one, or with its last words. */
export const hopeless = ({ name, logFile }: Service, deaths: number, death: Death): Problem =>
  'problem' in death ? death.problem : { code: 'childGivenUp', service: name, times: deaths, ...death, log: logFile };
