import { expect, it } from 'vitest';
import { lastWords } from '../../../local/processes/last-words.ts';

it.each([
  ['nothing', '', ''],
  ['a line', 'one\ntwo\n', 'two'],
  [
    'the reason of an uncaught error, not where it stood',
    "/app/worker/main.ts:12\n  throw new Error('no disk');\n  ^\n\nError: no disk\n    at work (/app/worker/main.ts:12:9)\n    at run (/app/worker/run.ts:3:1) {\n  code: 'ENOSPC'\n}\n\nNode.js v24.0.0\n",
    'Error: no disk',
  ],
  [
    'the reason of a panic',
    'panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\n\t/src/main.go:7 +0x1d\nexit status 2\n',
    'panic: runtime error: index out of range [3] with length 3',
  ],
  ['what an entry says', '{"level":30,"msg":"worker is ready"}\n', 'worker is ready'],
  [
    'what an entry says and its reason',
    '{"level":50,"reason":"ended","msg":"connection lost"}',
    'connection lost: ended',
  ],
  [
    'what an entry says and its error',
    '{"level":50,"err":{"message":"no route"},"msg":"refused"}',
    'refused: no route',
  ],
  ['an entry that was cut off', '{"level":50,"ms', '{"level":50,"ms'],
])('are %s', (_what, tail, words) => {
  expect(lastWords(tail)).toBe(words);
});

it('fit on a few lines of a terminal', () => {
  expect(lastWords('x'.repeat(5000)).length).toBe(300);
});
