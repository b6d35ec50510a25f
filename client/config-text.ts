/** A problem with the environment, in both languages: whoever reads it may have to show it to someone else. */
import type { ConfigProblem } from '../core/config.ts';

export function configProblemText({ name, code, allowed, given }: ConfigProblem): string {
  switch (code) {
    case 'missing':
      return `缺少设置 ${name}，例如 ${allowed}。\n${name} is missing; it looks like ${allowed}.`;
    case 'unknownName':
      return `没有名为 ${name} 的设置，可能应为 ${allowed}。\nThere is no setting ${name}; perhaps ${allowed} is meant.`;
    case 'notAPort':
      return `${name} 应为端口号 ${allowed}，现为“${given}”。\n${name} must be a port ${allowed}; it is "${given}".`;
    case 'notAWholeNumber':
      return `${name} 应为整数 ${allowed}，现为“${given}”。\n${name} must be a whole number ${allowed}; it is "${given}".`;
    case 'notOneOf':
      return `${name} 只能从 ${allowed} 中选择，现为“${given}”。\n${name} is one of ${allowed}; it is "${given}".`;
    case 'notAnAddress':
      return `${name} 的写法无法识别，应类似 ${allowed}。\n${name} cannot be read; it looks like ${allowed}.`;
  }
}
