/** Runs that grow old under their people's hands, on a server that asks for a new one after a few presses. */
import { expect, it } from 'vitest';
import { actor, cast } from '../support/cast.ts';
import { itemInLedger } from '../support/ledger.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';

const eventsOfARun = 60;
const presses = 60;
/** People who press at the same time; no item takes more than 20 that wait. */
const together = 6;

const work = useWork({
  serverArgs: ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${eventsOfARun}`],
});

const press = (commandId: string): ItemCommand => ({
  type: 'reportProgress',
  actor: actor(cast.wang),
  commandId,
  text: `盘点进展：${commandId}`,
});

it('a run gives way before its limit, and no press is refused or told twice', async () => {
  const [itemId = ''] = await work.launch(1);
  await act(work.context, itemId, { type: 'signFor', actor: actor(cast.wang), commandId: 'sign-0001' });
  const runIds = new Set<string>();
  for (let first = 0; first < presses; first += together) {
    const commandIds = Array.from({ length: together }, (_, index) => `report-${first + index}`);
    await Promise.all(commandIds.map((commandId) => act(work.context, itemId, press(commandId))));
    runIds.add((await work.runOf(itemId).describe()).runId);
  }
  expect(runIds.size).toBeGreaterThan(2);
  for (const runId of runIds) {
    const { historyLength } = await work.client.workflow
      .getHandle((await work.runOf(itemId).describe()).workflowId, runId)
      .describe();
    // A new run is asked for in the task in which the limit is met: what was under way then is still answered.
    expect(historyLength).toBeLessThan(eventsOfARun + 12 * together);
  }
  const links = await eventsOf(work.pool, itemId);
  expect(firstBreak(itemId, links)).toBeNull();
  expect(links.filter(({ event }) => event.type === 'progressReported')).toHaveLength(presses);
  expect(await itemInLedger(work.pool, itemId)).toMatchObject({ seq: 4 + presses });
});
