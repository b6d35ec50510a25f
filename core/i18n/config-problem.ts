/** What is wrong with the environment a process was started in: said on its standard error, before anything else exists. */
import type { ConfigProblem } from '../config.ts';
import { enConfigProblems } from './en/config-problems.ts';
import type { Locale } from '../locale.ts';
import { zhConfigProblems } from './zh/config-problems.ts';

export const configProblemText = (problem: ConfigProblem, locale: Locale): string =>
  (locale === 'en' ? enConfigProblems : zhConfigProblems)[problem.code](problem);
