/** What passes to a substitute and what does not, and that four eyes stay four under any names. */
import { describe, expect, it, test } from 'vitest';
import { actor, cast, inPlaceOf } from '../../support/cast.ts';
import { inState, launched } from '../../support/story.ts';
import { possibleActs } from '../../../core/item/decide.ts';
import { may } from '../../../core/item/roles.ts';
import { isTurnOf, turnOf } from '../../../core/item/turn.ts';

const linForWang = inPlaceOf(cast.lin, cast.wang);
const gaoForWang = inPlaceOf(cast.gao, cast.wang);
const chenForZhang = inPlaceOf(cast.chen, cast.zhang);
const zhaoForLi = inPlaceOf(cast.zhao, cast.li);

describe('in the place of a handler', () => {
  const story = inState('inProgress');

  it('one of another unit does what the handler may, under both names', () => {
    expect(story.refusal('reportProgress', {}, cast.gao)).toEqual({ code: 'notYours', act: 'reportProgress' });
    const { events, item } = inState('inProgress').act('reportProgress', {}, gaoForWang);
    expect(events.at(-1)).toMatchObject({ type: 'progressReported', by: 'gao', forId: 'wang' });
    expect(item.progress).toMatchObject({ by: 'gao', forId: 'wang' });
  });

  it('it is their turn, and it stays that of the handler', () => {
    const turn = turnOf(story.item, story.rules);
    expect(isTurnOf(actor(gaoForWang), story.item, turn)).toBe(true);
    expect(isTurnOf(actor(cast.wang), story.item, turn)).toBe(true);
    expect(isTurnOf(actor(cast.gao), story.item, turn)).toBe(false);
  });

  it('nothing is theirs in items of the unit that the absent person has no post in', () => {
    const ofLin = launched().act('handOver', { as: ['handler'], fromId: 'wang', toId: 'lin' });
    expect(ofLin.refusal('signFor', {}, cast.wang)).toBeNull();
    expect(ofLin.refusal('signFor', {}, gaoForWang)).toEqual({ code: 'notYours', act: 'signFor' });
  });

  it('the owner of a measure and the liaison of the unit count as posts', () => {
    const item = { ...story.item, handlerId: 'lin' };
    expect(item.measures.some(({ ownerId }) => ownerId === 'wang')).toBe(true);
    expect(may(actor(gaoForWang), 'reportProgress', item)).toBe(true);
    const unowned = { ...item, handlerId: 'wang', measures: [] };
    expect(may(actor(inPlaceOf(cast.gao, cast.lin)), 'reportProgress', unowned)).toBe(true);
    const { unitId, leadLeaderId } = item;
    expect(may(actor(gaoForWang), 'reportProgress', { unitId, leadLeaderId })).toBe(false);
  });

  it('the lead leader of the item does not act', () => {
    const zhangForWang = inPlaceOf(cast.zhang, cast.wang);
    expect(story.refusal('requestClosure', {}, zhangForWang)).toEqual({ code: 'notYours', act: 'requestClosure' });
  });
});

describe('in the place of a lead leader', () => {
  it('another leader decides', () => {
    const { item } = inState('submitted').act('endorse', {}, chenForZhang);
    expect(item.endorsement).toMatchObject({ by: 'chen', forId: 'zhang' });
  });

  it('the handler of the item does not', () => {
    const wangForZhang = inPlaceOf({ ...cast.wang, roles: ['staff', 'supervisor'] }, cast.zhang);
    expect(inState('submitted').refusal('endorse', {}, wangForZhang)).toEqual({ code: 'notYours', act: 'endorse' });
  });
});

describe('in the place of the inspection office', () => {
  it('one who decides from outside as well does', () => {
    const { item } = inState('endorsed').act('approveClosure', {}, zhaoForLi);
    expect(item.closure).toMatchObject({ by: 'zhao', forId: 'li' });
  });

  it('one of the responsible unit does not, though of the office', () => {
    const ofUnit = inPlaceOf({ ...cast.wang, inInspectionOffice: true }, cast.li);
    expect(inState('endorsed').refusal('approveClosure', {}, ofUnit)).toEqual({
      code: 'notYours',
      act: 'approveClosure',
    });
  });

  it('what an admin does for no tie to the item does not pass', () => {
    const liForZhao = inPlaceOf(cast.li, cast.zhao);
    for (const type of ['assign', 'handOver', 'cancel'] as const) expect(may(actor(liForZhao), type)).toBe(false);
    const story = inState('inProgress');
    expect(possibleActs(story.item, actor(liForZhao), story.rules, story.now)).not.toContain('cancel');
    expect(story.refusal('setDueDate', { dueOn: '2026-08-03' }, liForZhao)).toBeNull();
  });

  it('records are not theirs to edit', () => {
    expect(may(actor(inPlaceOf(cast.li, cast.zhao)), 'editPeople')).toBe(false);
  });
});

describe('four eyes', () => {
  const applied = () => inState('inProgress').act('requestClosure', {}, linForWang);

  it.each(['wang', 'lin'] as const)('%s does not decide what was handed in under both names', (id) => {
    const moved = { ...cast[id], roles: ['supervisor' as const], unitId: 'bureau' };
    const story = applied();
    story.item = { ...story.item, leadLeaderId: id };
    expect(story.refusal('endorse', {}, moved)).toEqual({ code: 'ownApplication', applicantId: id });
  });

  it('a substitute never decides their own work in another’s place, nor that of the absent person', () => {
    const story = inState('submitted');
    story.item = { ...story.item, leadLeaderId: 'zhang' };
    const leader = { ...cast.wang, id: 'wang', roles: ['supervisor' as const], unitId: 'bureau' };
    story.item = { ...story.item, handlerId: 'lin' };
    expect(story.refusal('endorse', {}, inPlaceOf(leader, cast.zhang))).toEqual({
      code: 'ownApplication',
      applicantId: 'wang',
    });
    story.item = { ...story.item, leadLeaderId: 'wang' };
    expect(story.refusal('endorse', {}, inPlaceOf(cast.chen, leader))).toEqual({
      code: 'ownApplication',
      applicantId: 'wang',
    });
  });

  it.each([
    ['the substitute in their own name', { ...cast.chen, unitId: 'inspection', inInspectionOffice: true }, 'chen'],
    ['the absent person', { ...cast.zhang, unitId: 'inspection', inInspectionOffice: true }, 'zhang'],
  ])('a stage passed in another’s place is passed for %s too', (_, who, reviewerId) => {
    const story = inState('submitted').act('endorse', {}, chenForZhang);
    story.item = { ...story.item, leadLeaderId: null };
    expect(story.refusal('approveClosure', {}, who)).toEqual({ code: 'alreadyReviewed', reviewerId });
  });

  it('whoever asked in another’s place grants nothing of it', () => {
    const story = inState('inProgress').act('requestPause', {}, zhaoForLi);
    for (const who of [cast.zhao, cast.li])
      expect(story.refusal('grantPause', {}, who)).toEqual({ code: 'ownRequest', requesterId: who.id });
  });

  it('evidence handed in in another’s place stands under both names', () => {
    const story = inState('inProgress').act('addEvidence', {}, linForWang).act('requestClosure');
    expect(story.item.evidence.at(-1)).toMatchObject({ by: 'lin', forId: 'wang' });
  });
});

test('an item is read in another’s place only where that person has a post in it', () => {
  const { item } = inState('inProgress');
  expect(may(actor(gaoForWang), 'readItem', item)).toBe(true);
  expect(may(actor(gaoForWang), 'readItem', { ...item, handlerId: 'lin', measures: [] })).toBe(false);
  expect(may(actor(chenForZhang), 'readItem')).toBe(true);
});
