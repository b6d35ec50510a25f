/**
 * Runs as leases, on the real server and the real ledger: whatever happens to a run, exactly one can write, nobody is
 * answered twice, and an item is never without a run that could take the next press.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { itemInLedger } from '../support/ledger.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import { Refused } from '../../client/refused.ts';
import type { CommandType } from '../../core/item/acts.ts';
import type { CommandOf } from '../../core/item/command.ts';
import type { Item } from '../../core/item/item.ts';
import { answeredCommand, eventsOf } from '../../db/events.ts';
import { takeLeases } from '../../db/lease.ts';
import { commands, position, type Answer } from '../../workflows/contract.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { seal } from '../support/seals.ts';
import { fields } from '../support/story.ts';

const work = useWork();
let itemId = '';

beforeEach(async () => {
  [itemId = ''] = await work.launch(1);
});

const handle = () => work.runOf(itemId);

const item = (): Promise<Item> => itemInLedger(work.pool, itemId);

async function commandOf<Type extends CommandType>(
  who: CastMember,
  type: Type,
  commandId: string,
): Promise<CommandOf<Type>> {
  return { ...fields[type](await item()), type, actor: actor(who), commandId } as unknown as CommandOf<Type>;
}

/** As the doors do it: through the use case, which finds the run or the ledger. */
async function press(who: CastMember, type: CommandType, commandId = `${type}-${Math.random()}`): Promise<Answer> {
  return act(work.context, itemId, await commandOf(who, type, commandId));
}

const types = async () => (await eventsOf(work.pool, itemId)).map(({ event }) => event.type);

async function close(): Promise<void> {
  await press(cast.wang, 'signFor');
  await press(cast.wang, 'requestClosure');
  await press(cast.zhang, 'endorse');
  await press(cast.li, 'approveClosure');
}

describe('an item takes the next press', () => {
  it('after its run was cancelled by hand', async () => {
    const { runId } = await handle().describe();
    await handle().cancel();
    await expect.poll(async () => (await handle().describe()).runId, { timeout: 20_000 }).not.toBe(runId);
    expect(await press(cast.wang, 'signFor')).toMatchObject({ seq: 4 });
    expect((await handle().describe()).status.name).toBe('RUNNING');
  });

  it('after its run was terminated by hand', async () => {
    await handle().terminate();
    expect(await press(cast.wang, 'signFor')).toMatchObject({ seq: 4 });
    expect((await handle().describe()).status.name).toBe('RUNNING');
  });

  it('after another has taken its lease and never begun', async () => {
    await takeLeases(work.pool, [itemId]);
    expect(await press(cast.wang, 'signFor')).toMatchObject({ seq: 4 });
    const { rows } = await work.pool.query<{ epoch: number }>('SELECT epoch FROM item WHERE id = $1', [itemId]);
    await expect.poll(async () => (await handle().query(position)).epoch).toBe(rows[0]?.epoch);
  });

  it('after its closure, as a reopening, and is closed again', async () => {
    await close();
    expect(await press(cast.li, 'reopen')).toMatchObject({ state: 'reopened' });
    await press(cast.wang, 'requestClosure');
    expect(await press(cast.zhang, 'endorse')).toMatchObject({ state: 'endorsed' });
  });
});

describe('two runs of one item', () => {
  it('cannot both write, at whatever moment the second begins', async () => {
    await press(cast.wang, 'signFor');
    const presses = Array.from({ length: 12 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 15));
      return index % 4 === 0
        ? work.context.temporal.begin([itemId])
        : press(cast.wang, 'reportProgress', `report-${index}`);
    });
    await Promise.all(presses);
    const facts = (await eventsOf(work.pool, itemId)).map(({ event }) => event);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    expect(facts.filter(({ type }) => type === 'progressReported')).toHaveLength(9);
    await expect.poll(async () => (await handle().query(position)).committedSeq).toBe(facts.length);
  });
});

describe('a reopening while the closing fact is on its way', () => {
  it('leaves a run that goes on, or a no; never a yes to an item that nobody carries on', async () => {
    await press(cast.wang, 'signFor');
    await press(cast.wang, 'requestClosure');
    await press(cast.zhang, 'endorse');
    const closing = press(cast.li, 'approveClosure');
    const reopening = press(cast.zhao, 'reopen').catch((error: unknown) => error);
    expect(await closing).toMatchObject({ state: 'closed' });
    const answer = await reopening;
    if (answer instanceof Error) expect(answer).toBeInstanceOf(Refused);
    else {
      expect(answer).toMatchObject({ state: 'reopened' });
      expect((await item()).state).toBe('reopened');
      expect(await press(cast.wang, 'reportProgress')).toMatchObject({ state: 'reopened' });
    }
  });
});

describe('a command id', () => {
  it('that the ledger knows gets the old answer, in any run and whatever came after', async () => {
    const first = await press(cast.wang, 'signFor', 'press-0001');
    await press(cast.wang, 'reportProgress');
    await handle().terminate();
    expect(await press(cast.wang, 'signFor', 'press-0001')).toEqual(first);
    expect((await types()).filter((type) => type === 'signedFor')).toHaveLength(1);
  });

  it('gets its answer even when the act itself took the sight of the item away', async () => {
    const first = await press(cast.wang, 'disown', 'press-0001');
    expect(await press(cast.wang, 'disown', 'press-0001')).toEqual(first);
    await expect(press(cast.wang, 'disown', 'press-0002')).rejects.toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('for another act, other words or another person is refused, after the right to act was asked', async () => {
    await press(cast.wang, 'signFor', 'press-0001');
    const before = await types();
    const taken = { refusal: { code: 'commandIdTaken', commandId: 'press-0001' } };
    await expect(press(cast.wang, 'reportProgress', 'press-0001')).rejects.toMatchObject(taken);
    await expect(press(cast.lin, 'signFor', 'press-0001')).rejects.toMatchObject(taken);
    await expect(press(cast.zhang, 'signFor', 'press-0001')).rejects.toMatchObject({ refusal: { code: 'notYours' } });
    expect(await types()).toEqual(before);
  });

  it('that a run never heard of, for the ledger knows it from another, is answered once', async () => {
    await press(cast.wang, 'signFor');
    // The old run answered it; this one begins before, and the command reaches it all the same.
    const command = await commandOf(cast.wang, 'reportProgress', 'press-0001');
    const answer = await act(work.context, itemId, command);
    await work.context.temporal.begin([itemId]);
    const again = handle().executeUpdate(commands.reportProgress, {
      args: [seal(itemId, command)],
      updateId: 'press-0001',
    });
    await expect(again).rejects.toThrow();
    expect(await act(work.context, itemId, command)).toEqual(answer);
    expect((await types()).filter((type) => type === 'progressReported')).toHaveLength(1);
    expect((await answeredCommand(work.pool, itemId, 'press-0001'))?.sealed?.command).toEqual(command);
  });
});
