/** What runs the tests side by side must not hide that one of them fails. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'rectify-lanes-'));
const scripts = {
  good: 'echo done',
  bad: 'echo wrong >&2; exit 3',
  killed: 'kill -9 $$',
  last: 'sleep 0.5; echo last',
};

beforeAll(() => writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts })));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...lanes: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'lanes.ts'), ...lanes], {
    cwd: folder,
    encoding: 'utf8',
  });
  return {
    status,
    lines: stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  };
};

test('lanes of which all pass, pass, and each line says whose it is', () => {
  expect(run('last', 'good good')).toEqual({ status: 0, lines: ['good  done', 'good  done', 'last  last'] });
});

test('a script that fails ends its lane, fails the whole and leaves the other lane to its end', () => {
  expect(run('last', 'good bad good')).toEqual({
    status: 1,
    lines: ['bad  ended with 3', 'bad  wrong', 'good  done', 'last  last'],
  });
});

test.each([['killed', 'good'], ['good', 'killed'], []])('%s and %s do not pass', (...lanes) => {
  expect(run(...lanes.filter((lane) => lane !== undefined)).status).not.toBe(0);
});
