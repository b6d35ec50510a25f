/** People change: whoever carries or leads an item, or owns one of its measures, can be replaced while it is open. */
import { describe, expect, it } from 'vitest';
import { cast, type CastMember } from '../../support/cast.ts';
import { inState, launched, type Fields, type Story } from '../../support/story.ts';
import { actor } from '../../support/cast.ts';
import { acts } from '../../../core/item/acts.ts';
import { isFinished, itemStates, type ItemState } from '../../../core/item/item.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { filesLookedAt } from '../../../core/item/proof.ts';
import { isTurnOf, turnOf } from '../../../core/item/turn.ts';

const reason = '张立同志已调任其他单位。';
type HandOver = Fields<'handOver'>;
const leader: HandOver = { as: ['leadLeader'], fromId: 'zhang', toId: 'chen', reason };
const handler: HandOver = { as: ['handler'], fromId: 'wang', toId: 'lin', reason };

const isAsked = (who: CastMember, { item, rules }: Story) => isTurnOf(actor(who), item, turnOf(item, rules));

/** As if the person had been moved: what they held is theirs no more to act on. */
const moved = { ...cast.zhang, roles: [] };

describe('an item whose lead leader was moved away', () => {
  it.each([
    ['planned', 'approvePlan', 'inProgress'],
    ['planned', 'returnPlan', 'assigned'],
    ['submitted', 'endorse', 'endorsed'],
    ['submitted', 'return', 'inProgress'],
  ] as const)('no longer stands still in %s: the successor does %s', (state, act, next) => {
    const story = inState(state);
    expect(story.refusal(act, {}, moved)).toEqual({ code: 'notYours', act });
    expect(story.refusal(act, {}, cast.chen)).toEqual({ code: 'notYours', act });
    story.act('handOver', leader);
    expect(isAsked(cast.chen, story)).toBe(true);
    expect(isAsked(cast.zhang, story)).toBe(false);
    expect(story.act(act, {}, cast.chen).item.state).toBe(next);
  });
});

it('an item whose handler was moved is in the list of the successor, not in nobody’s', () => {
  const story = inState('inProgress');
  const gone = { ...cast.wang, unitId: 'works' };
  expect([gone, cast.lin].filter((who) => isAsked(who, story))).toEqual([]);
  story.act('handOver', handler);
  expect([gone, cast.lin].filter((who) => isAsked(who, story))).toEqual([cast.lin]);
});

describe('a hand-over', () => {
  const carried = itemStates.filter((state) => acts.handOver.states.some((one) => one === state));

  it('is possible wherever an open item is bound to people', () => {
    const bound = itemStates.filter((state) => {
      const { item } = inState(state);
      return item.dispatchedAt !== null && !isFinished(item) && item.handlerId !== null;
    });
    expect(carried).toEqual(bound);
  });

  it.each(carried)('replaces each of them in %s, one by one, and moves no date', (state) => {
    const story = inState(state);
    const before = story.item;
    const turn = turnOf(before, story.rules);
    story.on('2026-01-12').act('handOver', handler).act('handOver', leader);
    const { handlerId, leadLeaderId, seq, measures, ...rest } = story.item;
    expect({ handlerId, leadLeaderId }).toEqual({ handlerId: 'lin', leadLeaderId: 'chen' });
    const { handlerId: _handler, leadLeaderId: _leader, seq: was, measures: _measures, ...unchanged } = before;
    expect(rest).toEqual(unchanged);
    expect(seq).toBe(was + 2);
    expect({ ...turnOf(story.item, story.rules), personId: null }).toEqual({ ...turn, personId: null });
  });

  it.each(carried)('gives the measures of %s to another owner', (state: ItemState) => {
    const story = inState(state);
    const isPlanned = story.item.measures.some(({ ownerId }) => ownerId === 'wang');
    expect(isPlanned).toBe(state !== 'assigned');
    const owner: HandOver = { as: ['owner'], fromId: 'wang', toId: 'zhang', reason };
    if (!isPlanned) return;
    expect(story.act('handOver', owner).item).toMatchObject({ handlerId: 'wang', measures: [{ ownerId: 'zhang' }] });
  });

  it('tells who stands in whose place, and why', () => {
    const story = inState('inProgress').act('handOver', {
      ...handler,
      as: ['handler', 'owner'],
      reason: ` ${reason} `,
    });
    expect(story.events.at(-1)).toMatchObject({
      ...{ type: 'handedOver', by: 'zhao', as: ['handler', 'owner'], fromId: 'wang', toId: 'lin', reason },
    });
  });

  it('is for admins alone, and needs a reason', () => {
    const story = inState('inProgress');
    for (const who of [cast.wang, cast.zhang, cast.li])
      expect(story.refusal('handOver', handler, who)).toEqual({ code: 'notYours', act: 'handOver' });
    expect(story.refusal('handOver', { ...handler, reason: '调走了' })).toMatchObject({ code: 'textTooShort' });
  });

  it('cannot give away what that person does not hold, or holds no more', () => {
    const story = inState('inProgress');
    const bound = ['handler', 'owner'];
    expect(story.refusal('handOver', { ...handler, as: ['handler', 'leadLeader'] })).toEqual({
      ...{ code: 'notBound', personId: 'wang', as: ['handler', 'leadLeader'], bound },
    });
    expect(story.refusal('handOver', { ...handler, as: [] })).toMatchObject({ code: 'notBound', bound });
    story.act('handOver', handler);
    expect(story.refusal('handOver', handler)).toMatchObject({ code: 'notBound', bound: ['owner'] });
  });

  it('cannot be to oneself', () => {
    const refusal = inState('inProgress').refusal('handOver', { ...handler, toId: 'wang' });
    expect(refusal).toEqual({ code: 'sameSuccessor', personId: 'wang' });
  });
});

describe('four eyes after a hand-over', () => {
  const judges = (toId: string) => ({ code: 'wouldJudgeOwn', personId: toId });

  it('nobody both carries and leads', () => {
    const story = inState('inProgress');
    expect(story.refusal('handOver', { ...leader, toId: 'wang' })).toEqual(judges('wang'));
    expect(story.refusal('handOver', { ...handler, toId: 'zhang' })).toEqual(judges('zhang'));
  });

  it('no leader gets their own plan to approve', () => {
    const story = launched().act('signFor').act('submitPlan', {}, cast.lin);
    expect(story.refusal('handOver', { ...leader, toId: 'lin' })).toEqual(judges('lin'));
    const approved = story.act('approvePlan');
    expect(approved.refusal('handOver', { ...leader, toId: 'lin' })).toBeNull();
  });

  it('no leader gets an application of their own, or with their evidence in it', () => {
    const handedIn = inState('inProgress').act('addEvidence', {}, cast.lin);
    expect(handedIn.refusal('handOver', { ...leader, toId: 'lin' })).toEqual(judges('lin'));
    const applied = inState('inProgress').act('requestClosure', {}, cast.lin);
    expect(applied.refusal('handOver', { ...leader, toId: 'lin' })).toEqual(judges('lin'));
    expect(applied.refusal('handOver', leader)).toBeNull();
  });

  it('whoever handed in may carry it on, and the ledger judges by all that was handed in', () => {
    const story = inState('inProgress').act('addEvidence', {}, cast.lin);
    expect(story.refusal('handOver', handler)).toBeNull();
    expect(filesLookedAt([story.command(cast.zhao, 'handOver', { ...leader, toId: 'lin' })])).toBe('all');
  });

  it('where no leader endorses, earlier evidence bars nobody from leading', () => {
    const story = inState('inProgress', { policy: { closureReview: 'approveOnly' } }).act('addEvidence', {}, cast.lin);
    expect(story.refusal('handOver', { ...leader, toId: 'lin' })).toBeNull();
  });

  it('whoever endorsed before a hand-over does not decide after it', () => {
    const office = { ...cast.zhang, unitId: 'inspection', inInspectionOffice: true };
    const story = inState('endorsed').act('handOver', leader);
    expect(story.refusal('approveClosure', {}, office)).toEqual({ code: 'alreadyReviewed', reviewerId: 'zhang' });
  });
});

describe('the mail of a hand-over', () => {
  const linesOf = ({ events, item, rules }: Story) => {
    const event = events.at(-1);
    if (event === undefined) throw new Error('nothing happened');
    return mailsOf(event, item, rules);
  };

  it('goes to the successor alone, at the next slot', () => {
    const lines = linesOf(inState('planned').act('handOver', leader));
    expect(lines).toEqual([
      {
        kind: 'handedOver',
        to: { personId: 'chen' },
        sendAt: '2026-01-06T01:00:00.000Z',
        dueOn: '2026-07-06',
        letter: null,
      },
    ]);
  });

  it('is not sent after what is finished meanwhile, or is another unit’s', () => {
    const line = { kind: 'handedOver', dueOn: null, happenedAt: '2026-01-05T02:05:00.000Z' } as const;
    const handed = inState('assigned').act('handOver', handler);
    expect(staleBecause(line, handed.item)).toBeNull();
    expect(staleBecause(line, handed.act('disown', {}, cast.lin).item)).toBe('reassigned');
    expect(staleBecause(line, inState('cancelled').item)).toBe('finished');
  });
});
