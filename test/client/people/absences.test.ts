/** Standing in on the real way: sealed at the door, decided by the run, judged again by the ledger at the moment of the act. */
import { describe, expect, test } from 'vitest';
import { actor, cast, type CastMember } from '../../support/cast.ts';
import { itemInLedger } from '../../support/ledger.ts';
import { useWork } from '../../support/work.ts';
import { act } from '../../../client/items/acts.ts';
import { item } from '../../../client/items/items.ts';
import { absences, endAbsence, enterAbsence, standingIn } from '../../../client/people/absences.ts';
import { Refused } from '../../../client/refused.ts';
import { verifyLedger } from '../../../client/verify.ts';
import type { Press } from '../../../core/item/command.ts';
import { addDays, instant, localDate } from '../../../core/time.ts';
import { eventsOf } from '../../../db/events.ts';

const work = useWork();
const today = localDate(instant(Date.now()));
const days = { from: today, to: addDays(today, 3) };
const reason = '赴省里参加培训';
const statement = '资产已全部登记入账，账实相符。';
let presses = 0;

const away = (absent: CastMember, substitute: CastMember) =>
  enterAbsence(work.context, actor(absent), { ...days, substituteId: substitute.id, reason });

const pressFor = async (substitute: CastMember, absent: CastMember, itemId: string, asked: object) => {
  const standsIn = await standingIn(work.pool, actor(substitute), absent.id, work.context.now());
  const commandId = `stand-in-${(presses += 1)}-0001`;
  return act(work.context, itemId, { ...asked, actor: standsIn, commandId } as Press);
};
const press = (who: CastMember, itemId: string, asked: object) =>
  act(work.context, itemId, { ...asked, actor: actor(who), commandId: `own-${(presses += 1)}-0001` } as Press);

const codeOf = async (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code;
      throw error;
    },
  );

describe('in the place of the absent', () => {
  test('an item goes from the signature to its closure under both names, and its chain holds', async () => {
    const [itemId = ''] = await work.launch(1);
    const entered = [
      await away(cast.wang, cast.gao),
      await away(cast.zhang, cast.chen),
      await away(cast.li, cast.zhao),
    ];
    await pressFor(cast.gao, cast.wang, itemId, { type: 'signFor' });
    const open = await itemInLedger(work.pool, itemId);
    if (open.state === 'assigned') {
      const measures = [{ text: '逐项登记固定资产', ownerId: 'wang', dueOn: open.dueOn }];
      await pressFor(cast.gao, cast.wang, itemId, { type: 'submitPlan', rootCause: '账实管理脱节', measures });
      await pressFor(cast.chen, cast.zhang, itemId, { type: 'approvePlan' });
    }
    const { measures } = await itemInLedger(work.pool, itemId);
    const unproven = measures.map(({ id }) => ({ measureId: id, reason: '登记表在财务系统中，可现场查看。' }));
    await pressFor(cast.gao, cast.wang, itemId, { type: 'requestClosure', statement, unproven });
    expect(await codeOf(pressFor(cast.chen, cast.zhang, itemId, { type: 'endorse', opinion: '同意' }))).toBe('done');
    expect(await codeOf(pressFor(cast.zhao, cast.li, itemId, { type: 'approveClosure', opinion: '同意' }))).toBe(
      'done',
    );
    const closed = await itemInLedger(work.pool, itemId);
    expect(closed).toMatchObject({
      state: 'closed',
      application: { by: 'gao', forId: 'wang' },
      endorsement: { by: 'chen', forId: 'zhang' },
      closure: { by: 'zhao', forId: 'li' },
    });
    expect((await item(work.context, actor(cast.wang), itemId)).chainVerified).toBe(true);
    for (const { id, enteredBy } of entered) {
      const by = Object.values(cast).find((member) => member.id === enteredBy) ?? cast.zhao;
      await endAbsence(work.context, actor(by), id);
    }
    expect(await absences(work.context, actor(cast.zhao))).toEqual([]);
    const breaches = (await verifyLedger(work.context, actor(cast.zhao))).breaches;
    expect(breaches.filter(({ kind }) => kind !== 'source')).toEqual([]);
  }, 60_000);
});

describe('a command that was sealed while the absence lasted', () => {
  test('is not kept once it was ended: the reason is told, the item is as it was, and goes on', async () => {
    const [itemId = ''] = await work.launch(1);
    const { id } = await away(cast.wang, cast.chen);
    const standsIn = await standingIn(work.pool, actor(cast.chen), 'wang', work.context.now());
    await endAbsence(work.context, actor(cast.wang), id);
    const late = { type: 'signFor', actor: standsIn, commandId: 'sealed-before-0001' } as Press;
    // The door looks once; what the ledger says at the moment of the act is what counts.
    expect(await codeOf(act(work.context, itemId, late))).toBe('notStandingIn');
    expect((await eventsOf(work.pool, itemId)).map(({ event }) => event.type)).not.toContain('signedFor');
    await press(cast.wang, itemId, { type: 'signFor' });
    expect((await eventsOf(work.pool, itemId)).at(-1)?.event).toMatchObject({ type: 'signedFor', by: 'wang' });
  }, 60_000);

  test('with another absence than the ledger’s is not kept either', async () => {
    const [itemId = ''] = await work.launch(1);
    const { id } = await away(cast.wang, cast.gao);
    const standsIn = await standingIn(work.pool, actor(cast.gao), 'wang', work.context.now());
    const invented = { ...standsIn, standsFor: { ...standsIn.standsFor, absenceId: 'a-invented' } };
    const forged = { type: 'signFor', actor: invented, commandId: 'sealed-forged-0001' } as Press;
    expect(await codeOf(act(work.context, itemId, forged))).not.toBe('done');
    expect((await eventsOf(work.pool, itemId)).map(({ event }) => event.type)).not.toContain('signedFor');
    await endAbsence(work.context, actor(cast.wang), id);
  }, 60_000);
});
