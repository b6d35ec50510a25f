/** Code moves: items that the build before has begun go on under today's, while people press. */
import { join } from 'node:path';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { expect, inject, it } from 'vitest';
import { actor, cast } from '../support/cast.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import { examineRuns, renewRuns } from '../../client/runs.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';

const work = useWork({ firstBundle: bundleOfBefore });

async function bundleOfBefore(): Promise<string> {
  const workflowsPath = join(import.meta.dirname, '..', 'support', 'previous-build', 'index.ts');
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  const path = join(await mkdtemp(join(tmpdir(), 'rectify-previous-')), 'workflows.js');
  await writeFile(path, code);
  return path;
}

const signFor = (itemId: string): ItemCommand => ({
  type: 'signFor',
  actor: actor(cast.wang),
  commandId: `sign-${itemId}`,
});
const report = (itemId: string): ItemCommand => ({
  type: 'reportProgress',
  actor: actor(cast.wang),
  commandId: `report-${itemId}`,
  text: '已完成一次盘点。',
});

it('carries every item over, and answers each press once', async () => {
  await work.endOtherRuns();
  const itemIds = await work.launch(40);
  for (const itemId of itemIds.slice(0, 20)) await act(work.context, itemId, signFor(itemId));
  const before = await Promise.all(itemIds.map(async (itemId) => (await work.runOf(itemId).describe()).runId));

  await work.deploy(inject('workflowBundle'));
  // Today's code cannot go on with what the other began: without this the test would say nothing.
  const [first = ''] = itemIds;
  const isStuck = async () =>
    (await work.runOf(first).fetchHistory()).events?.some((event) => event.workflowTaskFailedEventAttributes);
  const pressed = Promise.all(
    itemIds.map(async (itemId, index) => {
      if (index >= 20) await work.pressUntilAnswered(itemId, signFor(itemId));
      return work.pressUntilAnswered(itemId, report(itemId));
    }),
  );
  await expect.poll(isStuck, { timeout: 30_000 }).toBe(true);
  expect(await renewRuns(work.context, actor(cast.zhao), 20)).toEqual({ renewed: 40 });
  expect((await pressed).map(({ seq }) => seq)).toEqual(itemIds.map(() => 5));

  const after = await Promise.all(itemIds.map(async (itemId) => work.runOf(itemId).describe()));
  expect(after.map(({ status }) => status.name)).toEqual(itemIds.map(() => 'RUNNING'));
  expect(after.filter(({ runId }, index) => runId === before[index])).toEqual([]);
  for (const itemId of itemIds) {
    const links = await eventsOf(work.pool, itemId);
    expect(links.map(({ event }) => event.type)).toEqual([
      'imported',
      'assigned',
      'dispatched',
      'signedFor',
      'progressReported',
    ]);
    expect(firstBreak(itemId, links)).toBeNull();
  }
  expect((await examineRuns(work.context, actor(cast.zhao))).found).toEqual({});
}, 180_000);
