/** The joint review: several units beside each other or in turn, nobody twice, one return for all, nothing by silence. */
import { describe, expect, it } from 'vitest';
import { actor, cast, reviewers } from '../../support/cast.ts';
import { inState, type Story } from '../../support/story.ts';
import { possibleActs } from '../../../core/item/decide.ts';
import { awaitedUnits, stagesFor } from '../../../core/item/joint-review.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { isTurnOf, turnOf } from '../../../core/item/turn.ts';

const { sun, qian } = reviewers;
const bureau = { ...cast.chen, id: 'deng' };

const beside = { policy: { jointReview: [['discipline', 'organisation']] } };
const inTurn = { policy: { jointReview: [['discipline'], ['organisation']] } };
const five = { policy: { jointReview: [['discipline', 'organisation', 'bureau'], ['works'], ['publicity']] } };
const outside = { policy: { ...beside.policy, closureReview: 'approveOnly' as const } };

const asked = ({ item, rules }: Story) => turnOf(item, rules)?.unitIds;
const party = ({ item, rules }: Story) => turnOf(item, rules)?.party;

const lastMails = ({ events, item, rules }: Story) =>
  events.slice(-1).flatMap((event) => mailsOf(event, item, rules).map(({ kind, to }) => [kind, to]));

describe('units that are asked beside each other', () => {
  it('are all waited for, until each has said', () => {
    const story = inState('endorsed', beside);
    expect(party(story)).toBe('jointReviewers');
    expect(asked(story)).toEqual(['discipline', 'organisation']);
    expect(asked(story.act('concur', {}, qian))).toEqual(['discipline']);
    expect(party(story.act('concur', {}, sun))).toBe('inspectionOffice');
    expect(story.act('approveClosure').item.state).toBe('closed');
  });

  it('are who may act, and their people have it to do; whoever has said has not', () => {
    const story = inState('endorsed', beside).act('concur', {}, qian);
    const isTheirs = (who: typeof sun) => isTurnOf(actor(who), story.item, turnOf(story.item, story.rules));
    expect([isTheirs(sun), isTheirs(qian), isTheirs(cast.chen), isTheirs(cast.li)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(possibleActs(story.item, actor(sun), story.rules, story.now)).toEqual(['return', 'concur']);
    expect(possibleActs(story.item, actor(qian), story.rules, story.now)).toEqual([]);
    expect(story.refusal('concur', {}, { ...qian, id: 'xu' })).toEqual({ code: 'notAsked', awaited: ['discipline'] });
  });

  it('keep the office from deciding before all have said', () => {
    const story = inState('endorsed', beside).act('concur', {}, sun);
    for (const act of ['approveClosure', 'acceptInterim', 'acceptStanding'] as const)
      expect(story.refusal(act)).toEqual({ code: 'jointReviewOpen', awaited: ['organisation'] });
  });
});

describe('units that are asked in turn', () => {
  it('are waited for one after the other, each with the whole time', () => {
    const story = inState('endorsed', inTurn);
    expect(asked(story)).toEqual(['discipline']);
    expect(story.refusal('concur', {}, qian)).toEqual({ code: 'notAsked', awaited: ['discipline'] });
    story.on('2026-01-26').act('concur', {}, sun);
    expect(turnOf(story.item, story.rules)).toMatchObject({
      ...{ unitIds: ['organisation'], since: '2026-01-26T02:00:00.000Z', dueOn: '2026-02-02' },
    });
  });

  it('may be five in three stages', () => {
    const story = inState('endorsed', five);
    const seen = [asked(story)];
    for (const who of [
      sun,
      bureau,
      qian,
      { ...sun, id: 'he', unitId: 'works' },
      { ...sun, id: 'lu', unitId: 'publicity' },
    ])
      seen.push(asked(story.act('concur', {}, who)));
    expect(seen.map((units) => units?.length)).toEqual([3, 2, 1, 1, 1, 0]);
    expect(story.act('approveClosure').item.state).toBe('closed');
  });

  it('come at once where nobody endorses', () => {
    const story = inState('submitted', outside);
    expect(asked(story)).toEqual(['discipline', 'organisation']);
    expect(story.refusal('withdraw')).toBeNull();
    story.act('concur', {}, sun);
    expect(story.refusal('withdraw')).toEqual({ code: 'nothingToWithdraw' });
    expect(story.act('concur', {}, qian).act('approveClosure').item.state).toBe('closed');
  });
});

describe('nobody', () => {
  it('judges twice, whatever stage and whatever unit they are of by then', () => {
    const story = inState('endorsed', inTurn);
    expect(story.refusal('concur', {}, { ...cast.zhang, unitId: 'discipline' })).toMatchObject({ code: 'notYours' });
    const led = inState('endorsed', inTurn);
    led.item = { ...led.item, leadLeaderId: 'other' };
    expect(led.refusal('concur', {}, { ...cast.zhang, unitId: 'discipline' })).toMatchObject({
      code: 'alreadyReviewed',
    });
    story.act('concur', {}, sun);
    expect(story.refusal('concur', {}, { ...sun, unitId: 'organisation' })).toMatchObject({ code: 'alreadyReviewed' });
    story.act('concur', {}, qian);
    const moved = { ...sun, unitId: 'inspection', inInspectionOffice: true };
    expect(story.refusal('approveClosure', {}, moved)).toMatchObject({ code: 'alreadyReviewed' });
  });

  it('judges what is their own, or of their own unit', () => {
    const story = inState('endorsed', beside);
    expect(story.refusal('concur', {}, { ...cast.wang, unitId: 'discipline', roles: ['supervisor'] })).toMatchObject({
      code: 'ownApplication',
    });
    const own = { policy: { jointReview: [['finance'], ['finance', 'discipline']] } };
    expect(stagesFor(story.item, { ...story.rules.policy, ...own.policy })).toEqual([['discipline']]);
    expect(asked(inState('endorsed', own))).toEqual(['discipline']);
  });

  it('is asked who was not when it was applied for', () => {
    const story = inState('endorsed', beside);
    const other = { ...story.rules, policy: { ...story.rules.policy, jointReview: [['publicity']] } };
    expect(turnOf(story.item, other)?.unitIds).toEqual(['discipline', 'organisation']);
  });

  it('but those who are asked may return it', () => {
    expect(inState('endorsed').refusal('return', {}, sun)).toEqual({ code: 'notYours', act: 'return' });
    const story = inState('endorsed', beside).act('concur', {}, sun);
    expect(story.refusal('return', {}, sun)).toEqual({ code: 'notAsked', awaited: ['organisation'] });
    expect(story.refusal('return', {}, { ...sun, id: 'mei', unitId: 'publicity' })).toMatchObject({ code: 'notAsked' });
  });
});

describe('one return', () => {
  it('ends the review for all; the next application asks all of them anew', () => {
    const story = inState('endorsed', beside).act('concur', {}, sun).act('return', { dueOn: '2026-03-02' }, qian);
    expect(story.item.state).toBe('inProgress');
    expect(awaitedUnits(story.item)).toEqual([]);
    expect(story.refusal('concur', {}, qian)).toMatchObject({ code: 'notAllowedInState' });
    story.act('requestClosure').act('endorse');
    expect(asked(story)).toEqual(['discipline', 'organisation']);
    // A later application is another one: who judged the earlier may judge it.
    expect(story.refusal('concur', {}, sun)).toBeNull();
  });
});

describe('who is late', () => {
  it('is reminded alone, again and again, and those above hear of it; time never decides', () => {
    const story = inState('endorsed', beside).act('concur', {}, sun).passUntil('2027-01-05');
    expect(story.item.state).toBe('endorsed');
    expect(asked(story)).toEqual(['organisation']);
    const reminders = story.events.filter(({ type }) => type === 'reminded');
    expect(reminders.length).toBeGreaterThan(40);
    expect(reminders.map((event) => 'step' in event && event.step.to)).toEqual([
      ...Array<unknown>(2).fill(['jointReviewers']),
      ...Array<unknown>(reminders.length - 2).fill(['jointReviewers', 'chief', 'inspectionOffice']),
    ]);
  });

  it('has the reminder that waits for its slot, whoever has said meanwhile has not', () => {
    const story = inState('endorsed', beside);
    const happenedAt = '2026-01-12T00:30:00.000Z';
    const line = { kind: 'reviewWaiting', dueOn: '2026-01-12', happenedAt } as const;
    story.act('concur', {}, sun);
    expect(staleBecause(line, story.item, 'discipline')).toBe('answered');
    expect(staleBecause(line, story.item, 'organisation')).toBeNull();
  });

  it('does not cost the unit its days', () => {
    const story = inState('submitted', { policy: { ...outside.policy, ...inTurn.policy } });
    const before = story.item.dueOn;
    story.on('2026-02-02').act('concur', {}, sun).on('2026-02-09').act('return', { dueOn: '2026-03-02' }, qian);
    // 35 days from the application on, not 7 from the first consent.
    expect([before, story.item.dueOn]).toEqual(['2026-07-06', '2026-08-10']);
  });
});

describe('mails', () => {
  it('go to the units when their stage begins, and to the office when the last has said', () => {
    const story = inState('endorsed', inTurn);
    expect(lastMails(story)).toEqual([['endorsed', 'jointReviewers']]);
    expect(lastMails(story.act('concur', {}, sun))).toEqual([['concurred', 'jointReviewers']]);
    expect(lastMails(story.act('concur', {}, qian))).toEqual([['concurred', 'inspectionOffice']]);
    expect(lastMails(inState('endorsed', beside).act('concur', {}, sun))).toEqual([]);
  });

  it('tell those who were asked of a withdrawal, once they had heard', () => {
    const told = inState('submitted', outside).on('2026-01-07').act('withdraw');
    expect(lastMails(told)).toEqual([
      ['withdrawn', { unitId: 'discipline' }],
      ['withdrawn', { unitId: 'organisation' }],
    ]);
  });
});
