import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { payloadKeys } from '../../../local/programs/payload-keys.ts';
import { payloadKeysOf } from '../../../wire/payload-keys.ts';

it('are made once for a machine, are such as the processes take, and are their owner’s alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-machine-'));
  const { RECTIFY_PAYLOAD_KEYS_FILE: payloadKeysFile } = payloadKeys(folder);
  const made = readFileSync(payloadKeysFile, 'utf8');
  expect(payloadKeysOf({ payloadKeysFile }).byId.size).toBe(1);
  expect(statSync(payloadKeysFile).mode & 0o077).toBe(0);
  payloadKeys(folder);
  expect(readFileSync(payloadKeysFile, 'utf8')).toBe(made);
  expect(
    readFileSync(payloadKeys(mkdtempSync(join(tmpdir(), 'rectify-machine-'))).RECTIFY_PAYLOAD_KEYS_FILE, 'utf8'),
  ).not.toBe(made);
});
