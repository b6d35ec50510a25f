/**
 * What a cached item costs in the memory of its worker, against a cached workflow that does nothing; then whether the worker
 * stays within its limit under many more items than it keeps, pressed all the time, and what it costs to read those again
 * that it let go.
 *
 * Resident memory of the worker's whole process, as an operator sees it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { median, timed, verdictOf, type Verdict } from './figures.ts';
import { bareQueue, openStage, type Stage } from './stage.ts';
import { actor, cast } from '../support/cast.ts';
import { startRuns } from '../support/round.ts';
import { act } from '../../client/items/acts.ts';

const target = 1.2;

const unmeasured = 50;

export interface MemoryVerdict extends Verdict {
  /** Under the load of many items, MB. */
  readonly mostMb: number;
  readonly limitMb: number;
  /** A press on an item that must be read again, against one on an item that is kept. */
  readonly replayRatio: number;
}

interface Sizes {
  /** Cached on either side. */
  readonly cached: number;
  /** Launched for the load. */
  readonly items: number;
  readonly presses: number;
  readonly limitMb: number;
}

export async function benchMemory(sizes: Sizes, turns: number, say: (line: string) => void): Promise<MemoryVerdict> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const stage = await openStage();
    try {
      // Unmeasured: the first of them pay for code that is compiled, and connections that are opened, once.
      await Promise.all([startBare(stage, unmeasured), startRuns(stage.context.pool, stage.client, unmeasured)]);
      bare.push(await growth(stage, 'bare', sizes.cached, () => startBare(stage, sizes.cached)));
      // From this process, as the bare ones are: what a launch leaves in the memory of its worker is no item's.
      ours.push(
        await growth(stage, 'ours', sizes.cached, () => startRuns(stage.context.pool, stage.client, sizes.cached)),
      );
      say(
        `turn ${turn}: ${kb(ours.at(-1))} kB a cached item, ${kb(bare.at(-1))} kB a cached workflow that does nothing`,
      );
    } finally {
      await stage.close();
    }
  }
  const load = await underLoad(sizes, say);
  return { ...verdictOf('memory', target, ours, bare), limitMb: sizes.limitMb, ...load };
}

const kb = (mb: number | undefined): string => ((mb ?? 0) * 1000).toFixed(0);

/** MB that each of these workflows adds to the worker that keeps it. */
async function growth(
  stage: Stage,
  worker: 'ours' | 'bare',
  count: number,
  begin: () => Promise<unknown>,
): Promise<number> {
  await setTimeout(1000);
  await stage.collect(worker);
  const before = stage.memoryMb(worker);
  await begin();
  await setTimeout(1000);
  await stage.collect(worker);
  return (stage.memoryMb(worker) - before) / count;
}

async function startBare({ client }: Stage, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await client.workflow.start('pressedWorkflow', { taskQueue: bareQueue, workflowId: randomUUID() });
}

const pressesAtOnce = 16;

async function underLoad(
  { items, presses, limitMb }: Sizes,
  say: (line: string) => void,
): Promise<Pick<MemoryVerdict, 'mostMb' | 'replayRatio'>> {
  const stage = await openStage();
  let mostMb = 0;
  const watch = setInterval(() => (mostMb = Math.max(mostMb, stage.memoryMb('ours'))), 200);
  const press = (itemId: string, isFirst: boolean) => {
    const who = { actor: actor(cast.wang), commandId: randomUUID() };
    return timed(() =>
      act(
        stage.context,
        itemId,
        isFirst ? { type: 'signFor', ...who } : { type: 'reportProgress', text: '已盘点。', ...who },
      ),
    );
  };
  try {
    const { itemIds } = await stage.launch(items);
    say(`${items} items launched: ${mostMb.toFixed(0)} MB`);
    let next = 0;
    const pressers = Array.from({ length: pressesAtOnce }, async () => {
      while (next < presses) {
        // One after the other through all items: what the worker kept longest ago is always the next that is needed.
        const index = next;
        next += 1;
        await press(itemIds[index % items] ?? '', index < items);
      }
    });
    await Promise.all(pressers);
    say(`${presses} presses: ${mostMb.toFixed(0)} MB of ${limitMb}`);
    const kept: number[] = [];
    const letGo: number[] = [];
    for (let turn = 0; turn < 50; turn += 1) {
      const itemId = itemIds[turn % Math.min(items, presses)] ?? '';
      letGo.push(await press(itemId, false));
      kept.push(await press(itemId, false));
    }
    return { mostMb, replayRatio: median(letGo) / median(kept) };
  } finally {
    clearInterval(watch);
    await stage.close();
  }
}
