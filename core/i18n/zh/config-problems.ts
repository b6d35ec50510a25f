/** What is wrong with the environment a process was started in, in Chinese. */
import type { ConfigProblemTexts } from '../en/config-problems.ts';

export const zhConfigProblems: ConfigProblemTexts = {
  missing: ({ name, allowed }) => `缺少 ${name}，格式如 ${allowed}。`,
  misspeltName: ({ name, allowed }) => `没有名为 ${name} 的配置项，可能应为 ${allowed}。`,
  unknownName: ({ name, allowed }) => `没有名为 ${name} 的配置项，可用的有：${allowed}。`,
  notAPort: ({ name, allowed, given }) => `${name} 现为“${given}”，端口应在 ${allowed} 之间。`,
  notAWholeNumber: ({ name, allowed, given }) => `${name} 现为“${given}”，应为 ${allowed} 之间的整数。`,
  notOneOf: ({ name, allowed, given }) => `${name} 现为“${given}”，应为以下之一：${allowed}。`,
  notProxies: ({ name, allowed, given }) => `${name} 现为“${given}”，应为代理的层数，或其地址、网段，如 ${allowed}。`,
  notAnAddress: ({ name, allowed }) => `${name} 的地址格式有误，应如 ${allowed}。`,
};
