/** Faults of every kind planted among a thousand healthy items: all are found, none wrongly, and what can be mended is. */
import { beforeAll, expect, it } from 'vitest';
import { forgotten } from '../support/older-ledger.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import { examineRuns, foundFaults, renewRuns } from '../../client/runs.ts';
import { taskQueue } from '../../core/ids.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import { takeLeases } from '../../db/lease.ts';
import { actor, cast } from '../support/cast.ts';

const work = useWork();
const count = 1000;
const each = 10;
let itemIds: string[];

beforeAll(async () => {
  await work.endOtherRuns();
  itemIds = await work.launch(count);
});

const idOf = (itemId: string) => work.runOf(itemId).workflowId;
const admin = actor(cast.zhao);
const signature = (itemId: string): ItemCommand => ({
  type: 'signFor',
  actor: actor(cast.wang),
  commandId: `sign-${itemId}`,
});

/** The next ten that nothing was planted in yet. */
const ten = () => itemIds.splice(0, each);

it('finds all of them and nothing else, mends what loses nothing, and is quiet the second time', async () => {
  for (const itemId of ten()) await work.runOf(itemId).terminate('by hand');
  await takeLeases(work.pool, ten());
  await work.pool.query(`UPDATE item SET next_wake_at = now() - interval '1 hour' WHERE id = ANY($1)`, [ten()]);
  for (const itemId of ten())
    await work.client.workflow.start('itemWorkflow', {
      ...{ taskQueue, workflowId: idOf(itemId), args: [{}] },
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
  const overtaken = ten();
  for (const itemId of overtaken) await forgotten(work.url, itemId, () => act(work.context, itemId, signature(itemId)));
  const ghosts = Array.from({ length: each }, (_, index) => `r-gone-${index}`);
  const [lease] = await takeLeases(work.pool, itemIds.slice(-1));
  for (const ghost of ghosts)
    await work.client.workflow.start('itemWorkflow', {
      taskQueue,
      workflowId: idOf(ghost),
      args: [{ ...lease, misses: 0 }],
    });
  // One lease was taken to make the ghosts of: its item is behind now, too.
  const first = await examineRuns(work.context, admin);
  expect(first.found).toEqual({
    missing: each,
    behind: each + 1,
    late: each,
    stuck: each,
    ledgerBehind: each,
    unknown: each,
  });
  const { open, faults } = await foundFaults(work.context, admin);
  expect(open).toBe(2 * each);
  expect(new Set(faults.flatMap(({ mendedAt, itemId }) => (mendedAt === null ? [itemId] : [])))).toEqual(
    new Set([...overtaken, ...ghosts]),
  );
  const second = await examineRuns(work.context, admin);
  expect(second.found).toEqual({ ledgerBehind: each, unknown: each });
  expect((await foundFaults(work.context, admin)).open).toBe(2 * each);
  for (const ghost of ghosts) await work.runOf(ghost).terminate();
}, 240_000);

it('begins every item anew on the code of today, while people go on pressing', async () => {
  const pressed = itemIds.splice(0, 20);
  const [renewed, answers] = await Promise.all([
    renewRuns(work.context, admin, 100),
    Promise.all(pressed.map((itemId) => work.pressUntilAnswered(itemId, signature(itemId)))),
  ]);
  // Where a run knows more than its ledger, it keeps what it knows until a person has looked.
  expect(renewed.renewed).toBe(count - each);
  expect(answers.every(({ seq }) => seq === 4)).toBe(true);
  expect((await examineRuns(work.context, admin)).found).toEqual({ ledgerBehind: each });
}, 240_000);
