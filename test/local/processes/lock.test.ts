import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent, type Note } from '../../../local/notes.ts';
import { startOf } from '../../../local/processes/identity.ts';
import { takeLock } from '../../../local/processes/lock.ts';
import { until } from '../../../local/until.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rectify-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'running.json');
const leave = (owner: object, children: object[] = []) => writeFileSync(file(), JSON.stringify({ owner, children }));

describe('the lock of a data folder', () => {
  it('is refused to a second one while the first lives, and given afterwards', async () => {
    const lock = await takeLock(folder, silent);
    await expect(takeLock(folder, silent)).rejects.toMatchObject({
      problem: { code: 'folderInUse', folder, pid: process.pid },
    });
    lock.release();
    (await takeLock(folder, silent)).release();
  });

  it('is taken over from an owner that died, whose number another process may have by now', async () => {
    leave({ pid: process.pid, began: 'another moment' });
    const lock = await takeLock(folder, silent);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({
      owner: { pid: process.pid, began: startOf(process.pid) },
    });
    lock.release();
  });

  it('is taken over from a file that was cut off', async () => {
    writeFileSync(file(), '{"owner":');
    (await takeLock(folder, silent)).release();
  });

  it('ends the children that a killed owner left, and no one else’s process', async () => {
    const orphan = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    const [pid = 0, other = 0] = [orphan.pid, stranger.pid];
    await until(async () => startOf(pid) !== '' && startOf(other) !== '', { timeoutMs: 2000 });
    leave({ pid: 999_999_999, began: '' }, [
      { pid, began: startOf(pid), name: 'temporal', stopSignal: 'SIGTERM' },
      { pid: other, began: 'another moment', name: 'worker', stopSignal: 'SIGTERM' },
    ]);
    const said: Note[] = [];
    const ended = new Promise((resolve) => orphan.once('exit', (_code, signal) => resolve(signal)));
    const lock = await takeLock(folder, (note) => void said.push(note));
    expect(await ended).toBe('SIGTERM');
    expect(said).toEqual([{ code: 'orphansEnded', names: 'temporal' }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
    lock.release();
  });

  it('goes to exactly one of several that come at the same moment upon a dead owner’s file', async () => {
    leave({ pid: 999_999_999, began: '' });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder, silent)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
