/**
 * A press on an item that has lived long against a press on a young one: same server, taking turns. What an item has behind
 * it, thousands of commands and of files, may not make the next one slower.
 */
import { createHash, randomUUID } from 'node:crypto';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { median, timed, verdictOf, type Verdict } from './figures.ts';
import { openStage, type Stage } from './stage.ts';
import { actor, cast } from '../support/cast.ts';
import { act } from '../../client/items/acts.ts';
import type { CommandOf, PressOf } from '../../core/item/command.ts';

const target = 1.3;
/** Of five presses two add a file: 2,000 of 5,000. */
const filesOfFive = 2;

type Press =
  | Pick<CommandOf<'signFor'>, 'type'>
  | Pick<CommandOf<'reportProgress'>, 'type' | 'text'>
  | Pick<PressOf<'addEvidence'>, 'type' | 'evidenceId' | 'measureIds' | 'aboutOn'>;

export async function benchLongLife(commands: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const stage = await openStage();
  try {
    const { itemIds } = await stage.launch(turns + 2);
    const [oldId = '', warmId = '', ...youngIds] = itemIds;
    for (const itemId of itemIds) await press(stage, itemId, { type: 'signFor' });
    await pressMany(stage, warmId, 50);
    const ours: number[] = [];
    const bare: number[] = [];
    for (const [index, youngId] of youngIds.entries()) {
      const each = Math.ceil(commands / turns);
      const old = await pressMany(stage, oldId, each);
      const young = await pressMany(stage, youngId, Math.min(each, 50));
      ours.push(median(old));
      bare.push(median(young));
      say(
        `${(index + 1) * each} commands: ours ${median(old).toFixed(1)} ms, a young item ${median(young).toFixed(1)} ms`,
      );
    }
    const latest = (figures: readonly number[]) => figures.slice(-Math.max(1, Math.floor(turns / 5)));
    return verdictOf('longLife', target, latest(ours), latest(bare));
  } finally {
    await stage.close();
  }
}

async function pressMany(stage: Stage, itemId: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1)
    times.push(
      await press(
        stage,
        itemId,
        index % 5 < filesOfFive
          ? {
              type: 'addEvidence',
              evidenceId: await storedFile(stage, itemId),
              measureIds: ['m1'],
              aboutOn: null,
            }
          : { type: 'reportProgress', text: `第${index + 1}次盘点完成。` },
      ),
    );
  return times;
}

const press = (stage: Stage, itemId: string, command: Press): Promise<number> =>
  timed(() => act(stage.context, itemId, { actor: actor(cast.wang), commandId: randomUUID(), ...command }));

async function storedFile({ context }: Stage, itemId: string): Promise<string> {
  const file = handIn(createHash('sha256').update(randomUUID()).digest('hex'), { id: `f-${randomUUID()}` });
  await storeUpload(context, itemId, file);
  return file.evidenceId;
}
