import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { keyFiles } from '../support/seals.ts';
import { useLedger } from '../support/ledger.ts';
import { freePort } from '../../local/ports.ts';

const ledger = useLedger();
const main = join(import.meta.dirname, '..', '..', 'api', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'rectify-api-'));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  const { schedule } = new Client({ connection });
  for await (const { scheduleId } of schedule.list()) await schedule.getHandle(scheduleId).delete();
  await connection.close();
});

async function start(
  more: Record<string, string> = {},
): Promise<{ child: ChildProcess; base: string; lines: string[] }> {
  const port = await freePort();
  const env = {
    DATABASE_URL: ledger.current.url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    RECTIFY_EVIDENCE_DIR: folder,
    ...keyFiles,
    RECTIFY_LOG_LEVEL: 'silent',
    PORT: String(port),
    ...more,
  };
  const child = fork(main, [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  started.push(child);
  const [message] = (await once(child, 'message')) as [{ ready: true; lines: string[] }];
  return { child, base: `http://127.0.0.1:${port}`, lines: message.lines };
}

describe('the API process', () => {
  test('serves, says how to sign in, and ends in good order when told to', async () => {
    const { child, base, lines } = await start({ RECTIFY_SAMPLE: 'on' });
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('zhao@yunling.example')]));
    expect(await (await fetch(`${base}/readyz`)).json()).toMatchObject({
      parts: { database: 'ready', runs: 'ready', files: 'ready' },
    });
    const docs = await fetch(`${base}/api/docs`);
    expect(docs.headers.get('content-type')).toContain('text/html');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends when the one that started it is gone', async () => {
    const { child } = await start();
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('starts without Temporal: reading works, and it says that it is not ready', async () => {
    const { child, base } = await start({ TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` });
    expect((await fetch(`${base}/api/installation`)).status).toBe(200);
    const ready = await fetch(`${base}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      isReady: false,
      parts: { database: 'ready', runs: 'away', worker: 'unknown' },
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('starts without the database, and says that it is not ready', async () => {
    const away = new URL(ledger.current.url);
    away.port = String(await freePort());
    const { child, base, lines } = await start({ RECTIFY_SAMPLE: 'on', DATABASE_URL: away.href });
    expect(lines).toEqual([]);
    const ready = await fetch(`${base}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ parts: { database: 'away', runs: 'ready' } });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('tells every problem of its environment and does not start', () => {
    const env = { PATH: process.env['PATH'], PORT: 'x', RECTIFY_SMAPLE: 'on' };
    const { status, stderr } = spawnSync(process.execPath, [main], { encoding: 'utf8', env });
    expect(status).toBe(2);
    for (const name of ['PORT', 'RECTIFY_SAMPLE', 'DATABASE_URL']) expect(stderr).toContain(name);
  });
});
