/** A thread runs what it is given as plain JavaScript: several threads that strip types at once can end the whole process. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { startThread } from '../../client/thread.ts';
import { plainSources } from '../../client/thread-sources.ts';

const mostHeapMb = 64;
const stripping = new URL('../support/stripping-thread.ts', import.meta.url);
const strayed = new URL('../support/strayed-thread.ts', import.meta.url);

test('nothing in a thread strips types', async () => {
  const { answer } = await startThread<string[]>(stripping, 'amaro', mostHeapMb);
  expect(await answer).toEqual([]);
});

test('a source that was not given to a thread is not looked for', async () => {
  const { answer } = await startThread(strayed, null, mostHeapMb);
  await expect(answer).rejects.toThrow(/was not given file:.*stripping-thread\.ts/);
});

test('a thread whose source could not be read once is made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-thread-'));
  try {
    const path = join(folder, 'late.ts');
    await expect(startThread(pathToFileURL(path), 'late', mostHeapMb)).rejects.toThrow('ENOENT');
    writeFileSync(path, 'export const work = (given: string): string => given;');
    const { answer } = await startThread(pathToFileURL(path), 'late', mostHeapMb);
    expect(await answer).toBe('late');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(['rounds/read-thread', 'forms/form-thread', 'papers/write-thread'])(
  'what %s leads to comes with it, each line in its place',
  async (path) => {
    const module = new URL(`../../client/${path}.ts`, import.meta.url).href;
    const sources = Object.entries(await plainSources(module));
    expect(sources.length).toBeGreaterThan(5);
    for (const [url, source] of sources) {
      expect(source).not.toMatch(/^(?:import type|interface|type) /m);
      expect(source.split('\n')).toHaveLength(readFileSync(fileURLToPath(url), 'utf8').split('\n').length);
    }
  },
);
