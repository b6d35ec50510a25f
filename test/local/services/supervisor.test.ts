/** Real programs and threads that are killed, and the supervisor that keeps them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../../local/notes.ts';
import { answers, freePort } from '../../../local/ports.ts';
import { LocalProblem } from '../../../local/problem.ts';
import { launch, type Running } from '../../../local/processes/launch.ts';
import { isAlive } from '../../../local/processes/signal.ts';
import { startThread } from '../../../local/processes/thread.ts';
import type { Life, Service, ServiceName } from '../../../local/services/service.ts';
import { Supervisor } from '../../../local/services/supervisor.ts';
import { until } from '../../../local/until.ts';

const rule = { firstPauseMs: 20, longestPauseMs: 100, mostInARow: 3, steadyMs: 400 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let folder: string;
let notes: Note[];
let supervisor: Supervisor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rectify-supervisor-'));
  notes = [];
  supervisor = new Supervisor((note) => void notes.push(note), rule);
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

const logFile = () => join(folder, 'log');

interface Shell extends Life {
  readonly process: Running;
}

/** A shell that runs this, as a service; `lives` are its lives so far. */
function shell(name: ServiceName, text: string, leansOn: readonly ServiceName[] = [], slowMs = 0) {
  const lives: Shell[] = [];
  const service: Service<Shell> = {
    name,
    logFile: logFile(),
    leansOn,
    begin: async () => {
      if (lives.length > 0) await pause(slowMs);
      const program = { name, command: '/bin/sh', args: ['-c', text], logFile: logFile() };
      const process = launch(program, [supervisor]);
      const life = { process, stop: () => process.stop(1000) };
      lives.push(life);
      return life;
    },
  };
  return { service, lives };
}

const codes = () => notes.map(({ code }) => code);
const happens = (isSo: () => boolean) => until(async () => isSo(), { timeoutMs: 5000, everyMs: 5 });

describe('a service that dies', () => {
  it('is begun again after a pause, and says what it said last', async () => {
    const { service, lives } = shell('worker', 'echo one; echo two; sleep 60');
    const first = await supervisor.keep(service);
    await happens(() => first.process.tail() === 'one\ntwo');
    first.process.kill();
    expect(await happens(() => codes().includes('childBack'))).toBe(true);
    expect(notes).toEqual([
      { code: 'childDied', service: 'worker', how: 'SIGKILL', lastWords: 'two', seconds: 0.02 },
      { code: 'childBack', service: 'worker' },
    ]);
    expect(lives).toHaveLength(2);
  });

  it('waits twice as long each time, and is given up', async () => {
    const { service, lives } = shell('worker', 'echo the end; exit 4');
    await supervisor.keep(service);
    await expect(supervisor.gaveUp).rejects.toMatchObject({
      problem: {
        code: 'childGivenUp',
        service: 'worker',
        times: 4,
        how: 'code 4',
        lastWords: 'the end',
        log: logFile(),
      },
    });
    expect(notes.flatMap((note) => (note.code === 'childDied' ? [note.seconds] : []))).toEqual([0.02, 0.04, 0.08]);
    expect(lives).toHaveLength(4);
  });

  it('is forgiven when it has lived a while', async () => {
    const { service, lives } = shell('worker', 'sleep 60');
    await supervisor.keep(service);
    for (let count = 1; count <= 4; count += 1) {
      await pause(rule.steadyMs + 50);
      lives.at(-1)?.process.kill();
      expect(await happens(() => lives.length === count + 1)).toBe(true);
    }
    expect(notes.flatMap((note) => (note.code === 'childDied' ? [note.seconds] : []))).toEqual([
      0.02, 0.02, 0.02, 0.02,
    ]);
  });

  it('that cannot begin again tells why, and its own reason is the last word', async () => {
    const problem = { code: 'diskFull', folder: '/data', tail: '' } as const;
    const { service, lives } = shell('postgres', 'sleep 60');
    const begin: typeof service.begin = (stopping) =>
      lives.length === 0 ? service.begin(stopping) : Promise.reject(new LocalProblem(problem));
    (await supervisor.keep({ ...service, begin })).process.kill();
    await expect(supervisor.gaveUp).rejects.toMatchObject({ problem });
    expect(notes.slice(1)).toEqual([
      { code: 'childFailed', service: 'postgres', problem, seconds: 0.04 },
      { code: 'childFailed', service: 'postgres', problem, seconds: 0.08 },
    ]);
  });

  it('waits for those it leans on, and not for the others', async () => {
    const postgres = shell('postgres', 'sleep 60', [], 500);
    const worker = shell('worker', 'sleep 60', ['postgres', 'temporal']);
    const mails = shell('mails', 'sleep 60');
    for (const { service } of [postgres, worker, mails]) await supervisor.keep(service);
    for (const { lives } of [worker, mails, postgres]) lives[0]?.process.kill();
    await happens(() => codes().filter((code) => code === 'childBack').length === 3);
    expect(notes.flatMap((note) => (note.code === 'childBack' ? [note.service] : []))).toEqual([
      'mails',
      'postgres',
      'worker',
    ]);
  });

  it('is not begun again once all is to end, not even in its pause', async () => {
    const slow = new Supervisor((note) => void notes.push(note), {
      ...rule,
      firstPauseMs: 60_000,
      longestPauseMs: 60_000,
    });
    const { service, lives } = shell('worker', 'sleep 60');
    (await slow.keep(service)).process.kill();
    await happens(() => codes().includes('childDied'));
    const asked = performance.now();
    await slow.stop();
    expect(performance.now() - asked).toBeLessThan(1000);
    await pause(50);
    expect(lives).toHaveLength(1);
  });

  it('as a thread takes nothing else with it', async () => {
    const port = await freePort();
    const begin = async () => {
      const thread = startThread({
        file: join(import.meta.dirname, '..', 'stand-in', 'thread.ts'),
        data: { port },
        logFile: logFile(),
      });
      await thread.ready;
      return { process: thread, stop: () => thread.stop(1000) };
    };
    await supervisor.keep({ name: 'mails', logFile: logFile(), leansOn: [], begin });
    connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .write('this');
    expect(await happens(() => codes().includes('childBack'))).toBe(true);
    expect(notes[0]).toMatchObject({ service: 'mails', how: 'code 1', lastWords: 'Error: cannot bear this' });
    expect(readFileSync(logFile(), 'utf8')).toContain('cannot bear this');
    expect(await answers('127.0.0.1', port)).toBe(true);
  });
});

describe('a stop', () => {
  it('ends the services, the last first, and whatever was still starting', async () => {
    const ended: string[] = [];
    for (const name of ['api', 'postgres', 'worker'] as const) {
      const { service } = shell(name, 'sleep 60');
      const { process } = await supervisor.keep(service);
      void process.exited.then(() => ended.push(name));
    }
    const starting = launch({ name: 'temporal', command: 'sleep', args: ['60'], logFile: logFile() }, [supervisor]);
    await supervisor.stop();
    expect(ended).toEqual(['api', 'worker', 'postgres']);
    expect(isAlive(starting.pid)).toBe(false);
  });
});
