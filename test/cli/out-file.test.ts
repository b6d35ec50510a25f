import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.ts';
import { writeWhole } from '../../cli/out-file.ts';
import { wordsOf } from '../../cli/words.ts';
import { until } from '../../local/until.ts';

const words = wordsOf('en');
const folder = mkdtempSync(join(tmpdir(), 'rectify-out-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');
beforeEach(async () => writeWhole(path, Readable.from([Buffer.from('before')]), words));

/** Says something, and then nothing more. */
const endless = () => new Readable({ read: () => undefined });

test('what is there stays until the new file is whole', async () => {
  const bytes = endless();
  const written = writeWhole(path, bytes, words);
  bytes.push('after');
  await until(async () => readdirSync(folder).length === 2, { timeoutMs: 5000, everyMs: 5 });
  expect(readFileSync(path, 'utf8')).toBe('before');
  bytes.push(null);
  await written;
  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(readdirSync(folder)).toEqual(['file']);
});

test('interrupted, it leaves nothing behind', async () => {
  const bytes = endless();
  const written = writeWhole(path, bytes, words);
  bytes.push('half');
  await until(async () => readdirSync(folder).length === 2, { timeoutMs: 5000, everyMs: 5 });
  process.emit('SIGHUP');
  await expect(written).rejects.toThrow(BadInput);
  expect(readdirSync(folder)).toEqual(['file']);
  expect(readFileSync(path, 'utf8')).toBe('before');
});

test('and so it does where the bytes break off', async () => {
  const bytes = endless();
  const written = writeWhole(path, bytes, words);
  bytes.push('half');
  bytes.destroy(new Error('the store is away'));
  await expect(written).rejects.toThrow('the store is away');
  expect(readdirSync(folder)).toEqual(['file']);
});
