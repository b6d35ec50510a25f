/** Evidence handed in while no more can be written: the kernel itself refuses, as on a full disk. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { giveCastPassword } from '../support/ledger-cast.ts';
import { cast } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { Visitor } from '../support/machine.ts';
import { programs, startProgram, stopProgram } from '../support/program.ts';
import { keyFiles } from '../support/seals.ts';
import { inState } from '../support/story.ts';
import { freePort } from '../../local/ports.ts';

const ledger = useLedger();
const folder = mkdtempSync(join(tmpdir(), 'rectify-full-'));
const password = 'nothing-fits-in-yunling';
let child: ChildProcess;
let visitor: Visitor;
let itemId = '';

beforeAll(async () => {
  const { pool } = ledger.current;
  await giveCastPassword(pool, password);
  itemId = (await tellRound(pool, [inState('inProgress')])).itemIds[0] ?? '';
  const port = await freePort();
  child = await startProgram(programs.api, {
    // No file of this process may grow beyond 64 kB: 128 blocks of 512 bytes, as POSIX counts them.
    execPath: '/bin/sh',
    flags: ['-c', 'ulimit -f 128; exec "$0" "$@"', process.execPath],
    env: {
      DATABASE_URL: ledger.current.url,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      RECTIFY_EVIDENCE_DIR: folder,
      RECTIFY_LOG_LEVEL: 'silent',
      PORT: String(port),
      ...keyFiles,
    },
  });
  visitor = new Visitor(`http://127.0.0.1:${port}`);
  await visitor.signIn(cast.wang.email, password);
});
afterAll(async () => {
  await stopProgram(child);
  rmSync(folder, { recursive: true, force: true });
});

const upload = (bytes: number) => {
  const pdf = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(bytes)}\n%%EOF\n`);
  return visitor.upload(`/api/items/${itemId}/evidence-files`, '盘点表.pdf', pdf, 'application/pdf');
};

test('the person is told that the store cannot be used, nothing is left behind, and what fits is taken as before', async () => {
  const full = await upload(200_000);
  expect(full.status).toBe(503);
  expect(full.body).toMatchObject({ code: 'partAway', facts: { part: 'files', isNothingDone: true } });
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  expect((await upload(1000)).status).toBe(201);
});
