/**
 * A person's press against the same update on a workflow that does nothing but one activity: same server, taking turns, one
 * after the other as a person waits for each.
 *
 * Ours is the whole use case: looked up in the ledger, sealed, decided twice, verified, committed, answered.
 */
import { randomUUID } from 'node:crypto';
import { percentile, type Verdict } from './figures.ts';
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
    const ratios: number[] = [];
    for (let turn = 1; turn <= turns; turn += 1) {
      const [one, other] = [[] as number[], [] as number[]];
      for (let count = 0; count < presses; count += 1) {
        const index = count % itemIds.length;
        one.push(await press(itemIds[index] ?? '', { type: 'reportProgress', text: `第${count + 1}次盘点完成。` }));
        other.push(await timed(() => handles[index]?.executeUpdate('press')));
      }
      ours.push(...one);
      bare.push(...other);
      ratios.push(percentile(one, 0.5) / percentile(other, 0.5));
      say(`turn ${turn}: ours ${percentile(one, 0.5).toFixed(1)} ms, bare ${percentile(other, 0.5).toFixed(1)} ms`);
    }
    return {
      name: 'click',
      ours: percentile(ours, 0.5),
      bare: percentile(bare, 0.5),
      ratio: percentile(ours, 0.5) / percentile(bare, 0.5),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      target,
    };
  } finally {
    await stage.close();
  }
}

/** Milliseconds. */
async function timed(operation: () => Promise<unknown> | undefined): Promise<number> {
  const begun = performance.now();
  await operation();
  return performance.now() - begun;
}
