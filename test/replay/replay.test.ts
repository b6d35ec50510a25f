/** Today's workflow code replays every history ever recorded; one history is broken on purpose and must be caught. */
import { readdir, readFile } from 'node:fs/promises';
import { DeterminismViolationError } from '@temporalio/workflow';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('broken'));

const historyOf = async (name: string) =>
  historyFromJSON(JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Record<string, unknown>);

const replay = async (name: string) =>
  Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, await historyOf(name));

describe('golden histories', () => {
  it('are there for every workflow', () => {
    for (const workflow of ['item', 'round', 'mail-relay'])
      expect(names.filter((name) => name.startsWith(`${workflow}.`)).length).toBeGreaterThan(0);
  });

  it.each(names)('%s replays', async (name) => {
    await replay(name);
  });

  it('catches a history that the code did not write', async () => {
    await expect(replay('broken-on-purpose.json')).rejects.toThrow(DeterminismViolationError);
  });
});
