/** What is wrong with the environment a process was started in: said on its standard error, before anything else exists. */
import type { ConfigProblem } from '../config.ts';
import type { Locale } from '../locale.ts';

type ProblemText = (problem: ConfigProblem) => string;
type ProblemTexts = Readonly<Record<ConfigProblem['code'], ProblemText>>;

/** One name is the one that was meant. */
const isOne = (names: string): boolean => !names.includes(',');

const en: ProblemTexts = {
  missing: ({ name, allowed }) => `${name} is missing. It looks like ${allowed}.`,
  unknownName: ({ name, allowed }) =>
    `${name} is not a setting. ${isOne(allowed) ? `Perhaps ${allowed} is meant` : `Known: ${allowed}`}.`,
  notAPort: ({ name, allowed, given }) => `${name} is "${given}". A port is a number within ${allowed}.`,
  notAWholeNumber: ({ name, allowed, given }) => `${name} is "${given}". It must be a whole number within ${allowed}.`,
  notOneOf: ({ name, allowed, given }) => `${name} is "${given}". It must be one of ${allowed}.`,
  notAnAddress: ({ name, allowed }) => `${name} is not an address of the right form. It looks like ${allowed}.`,
};

const zh: ProblemTexts = {
  missing: ({ name, allowed }) => `缺少 ${name}，格式如 ${allowed}。`,
  unknownName: ({ name, allowed }) =>
    `没有名为 ${name} 的配置项，${isOne(allowed) ? `可能应为 ${allowed}` : `可用的有：${allowed}`}。`,
  notAPort: ({ name, allowed, given }) => `${name} 现为“${given}”，端口应在 ${allowed} 之间。`,
  notAWholeNumber: ({ name, allowed, given }) => `${name} 现为“${given}”，应为 ${allowed} 之间的整数。`,
  notOneOf: ({ name, allowed, given }) => `${name} 现为“${given}”，应为以下之一：${allowed}。`,
  notAnAddress: ({ name, allowed }) => `${name} 的地址格式有误，应如 ${allowed}。`,
};

export const configProblemTexts = { en, 'zh-CN': zh } as const satisfies Record<Locale, ProblemTexts>;

export const configProblemText = (problem: ConfigProblem, locale: Locale): string =>
  configProblemTexts[locale][problem.code](problem);
