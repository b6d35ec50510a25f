/** A wrong setting is told with its name, what is allowed and what was given. */
import { expect, it } from 'vitest';
import { configProblemText } from '../../../core/i18n/config-problem.ts';
import type { ConfigProblem } from '../../../core/config.ts';

it.each<[ConfigProblem, string, string]>([
  [
    { name: 'PORT', code: 'notAPort', allowed: '1–65535', given: 'x' },
    'PORT 现为“x”，端口应在 1–65535 之间。',
    'PORT is "x". A port is a number within 1–65535.',
  ],
  [
    { name: 'RECTIFY_PROT', code: 'misspeltName', allowed: 'RECTIFY_PORT', given: 'RECTIFY_PROT' },
    '没有名为 RECTIFY_PROT 的配置项，可能应为 RECTIFY_PORT。',
    'RECTIFY_PROT is not a setting. Perhaps RECTIFY_PORT is meant.',
  ],
])('%j', (problem, zh, en) => {
  expect([configProblemText(problem, 'zh-CN'), configProblemText(problem, 'en')]).toEqual([zh, en]);
});
