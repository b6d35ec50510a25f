/**
 * A person's press against the same update on a workflow that does nothing but one activity: same server, taking turns, one
 * after the other as a person waits for each.
 *
 * Ours is the whole use case: looked up in the ledger, sealed, decided twice, verified, committed, answered.
 */
import { randomUUID } from 'node:crypto';
import { median, timed, verdictOf, type Verdict } from './figures.ts';
import { bareQueue, openStage } from './stage.ts';
import { actor, cast } from '../support/cast.ts';
import { act } from '../../client/items/acts.ts';
import type { CommandOf } from '../../core/item/command.ts';

const target = 1.15;

type Signing = Pick<CommandOf<'signFor'>, 'type'>;
type Progress = Pick<CommandOf<'reportProgress'>, 'type' | 'text'>;

export async function benchClick(presses: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const stage = await openStage();
  try {
    const { itemIds } = await stage.launch(20);
    const handles = await Promise.all(
      itemIds.map(() =>
        stage.client.workflow.start('pressedWorkflow', { taskQueue: bareQueue, workflowId: randomUUID() }),
      ),
    );
    const press = (itemId: string, command: Signing | Progress) =>
      timed(() => act(stage.context, itemId, { actor: actor(cast.wang), commandId: randomUUID(), ...command }));
    // Unmeasured: first connections, first plans, first compiled code, and every workflow in its worker's cache.
    for (const [index, itemId] of itemIds.entries()) {
      await press(itemId, { type: 'signFor' });
      await handles[index]?.executeUpdate('press');
    }
    const ours: number[] = [];
    const bare: number[] = [];
    for (let turn = 1; turn <= turns; turn += 1) {
      const [one, other] = [[] as number[], [] as number[]];
      for (let count = 0; count < presses; count += 1) {
        const index = count % itemIds.length;
        one.push(await press(itemIds[index] ?? '', { type: 'reportProgress', text: `第${count + 1}次盘点完成。` }));
        other.push(await timed(() => handles[index]?.executeUpdate('press')));
      }
      ours.push(median(one));
      bare.push(median(other));
      say(`turn ${turn}: ours ${median(one).toFixed(1)} ms, bare ${median(other).toFixed(1)} ms`);
    }
    return verdictOf('click', target, ours, bare);
  } finally {
    await stage.close();
  }
}
