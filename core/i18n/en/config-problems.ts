/** What is wrong with the environment a process was started in, in English. */
import type { ConfigProblem } from '../../config.ts';

export type ConfigProblemTexts = Readonly<Record<ConfigProblem['code'], (problem: ConfigProblem) => string>>;

export const enConfigProblems: ConfigProblemTexts = {
  missing: ({ name, allowed }) => `${name} is missing. It looks like ${allowed}.`,
  misspeltName: ({ name, allowed }) => `${name} is not a setting. Perhaps ${allowed} is meant.`,
  unknownName: ({ name, allowed }) => `${name} is not a setting. Known: ${allowed}.`,
  notAPort: ({ name, allowed, given }) => `${name} is "${given}". A port is a number within ${allowed}.`,
  notAWholeNumber: ({ name, allowed, given }) => `${name} is "${given}". It must be a whole number within ${allowed}.`,
  notOneOf: ({ name, allowed, given }) => `${name} is "${given}". It must be one of ${allowed}.`,
  notProxies: ({ name, allowed, given }) =>
    `${name} is "${given}"; allowed is the number of proxies, or their addresses and networks, such as ${allowed}.`,
  notAnAddress: ({ name, allowed }) => `${name} is not an address of the right form. It looks like ${allowed}.`,
};
