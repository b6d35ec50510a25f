/** Giving an item to a unit, signing for it, giving it back; and ending it. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched, Story } from '../../support/story.ts';
import { commandTypes } from '../../../core/item/acts.ts';

const reason = '此事项属于工程科职责范围。';
const toWorks = { unitId: 'works', handlerId: 'gao', leadLeaderId: 'zhang' };

describe('assigning', () => {
  it('before launch leaves the item a draft without a sign-off clock', () => {
    const { item, events } = new Story().act('assign');
    expect(item).toMatchObject({ state: 'draft', unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' });
    expect(events.at(-1)).toMatchObject({ type: 'assigned', by: 'zhao', moved: null });
  });

  it('after a return gives it to another unit and starts the sign-off clock anew', () => {
    const { item } = launched().on('2026-02-12').act('disown').act('assign', toWorks);
    expect(item).toMatchObject({ ...toWorks, state: 'assigned', signature: null, signDueOn: '2026-02-24' });
  });

  it('starts no clock where the policy has none', () => {
    const { item } = launched({ policy: { signWithinWorkingDays: null } })
      .act('disown')
      .act('assign', toWorks);
    expect(item).toMatchObject({ state: 'assigned', signDueOn: null });
  });

  it('is for admins alone', () => {
    expect(new Story().refusal('assign', {}, cast.li)).toEqual({ code: 'notYours', act: 'assign' });
  });
});

describe('signing', () => {
  it('is a fact of its own: the item stays assigned', () => {
    const { item } = launched().act('signFor');
    expect(item).toMatchObject({ state: 'assigned', signature: { by: 'wang', at: '2026-01-05T02:01:00.000Z' } });
  });

  it('is open to anyone of the unit, once', () => {
    const story = launched().act('signFor', {}, cast.lin);
    expect(story.refusal('signFor')).toEqual({ code: 'alreadySignedFor', by: 'lin' });
  });

  it('puts an item to be fixed at once straight to work, with the whole item as its measure', () => {
    const { item } = launched({ immediate: true }).act('signFor');
    expect(item).toMatchObject({ state: 'inProgress', plan: null });
    expect(item.measures).toMatchObject([{ id: 'm1', text: '固定资产账实不符', ownerId: null, dueOn: null }]);
  });

  it('is refused to another unit', () => {
    expect(launched().refusal('signFor', {}, cast.gao)).toEqual({ code: 'notYours', act: 'signFor' });
  });
});

describe('giving back', () => {
  it('leaves it with nobody, with the reason kept and trimmed', () => {
    const { item } = launched().act('disown', { reason: `  ${reason}\n` });
    expect(item).toMatchObject({
      state: 'disowned',
      unitId: null,
      handlerId: null,
      leadLeaderId: null,
      signature: null,
    });
    expect(item.disownments).toEqual([{ by: 'wang', at: '2026-01-05T02:01:00.000Z', reason }]);
  });

  it('is possible after signing too, and takes the signature with it', () => {
    expect(launched().act('signFor').act('disown').item).toMatchObject({ state: 'disowned', signature: null });
  });

  it('takes an open wish for more time with it, so that the next unit can ask for itself', () => {
    const story = launched().act('requestExtension').act('disown').act('assign', toWorks);
    expect(story.item.extensionRequest).toBeNull();
    expect(story.refusal('requestExtension', {}, cast.gao)).toBeNull();
  });

  it('twice is the end of it: the third assignment is final', () => {
    const story = launched().act('disown').act('assign').act('disown').act('assign');
    expect(story.refusal('disown')).toEqual({ code: 'assignmentFinal', returns: 2 });
    expect(story.refusal('signFor')).toBeNull();
  });

  it('needs a reason', () => {
    const refusal = launched().refusal('disown', { reason: '不归我们管' });
    expect(refusal).toEqual({ code: 'textTooShort', field: 'reason', least: 10, given: 5 });
  });

  it('is too late once a plan is handed in', () => {
    expect(inState('planned').refusal('disown')?.code).toBe('notAllowedInState');
  });
});

describe('cancelling', () => {
  it('keeps who, when and why, and is final', () => {
    const story = inState('inProgress').act('cancel', { reason: ` ${reason} ` });
    expect(story.item).toMatchObject({
      state: 'cancelled',
      cancellation: { by: 'zhao', at: '2026-01-05T02:04:00.000Z', reason },
    });
    for (const type of commandTypes) expect(story.refusal(type)?.code, type).toBe('notAllowedInState');
  });

  it('needs a reason and an admin', () => {
    const story = inState('inProgress');
    expect(story.refusal('cancel', { reason: '' })).toMatchObject({ code: 'textTooShort', field: 'reason', given: 0 });
    expect(story.refusal('cancel', {}, cast.li)).toEqual({ code: 'notYours', act: 'cancel' });
  });
});

describe('grading', () => {
  it('says what depends on an item and who found it, as often as the office likes, and moves no date', () => {
    const story = launched().act('classify', { sources: ['audit', 'inspection', 'audit'] });
    expect(story.item).toMatchObject({ grade: 'high', sources: ['audit', 'inspection'], dueOn: '2026-07-06' });
    expect(story.act('classify', { grade: 'low', sources: [] }).item).toMatchObject({ grade: 'low', sources: [] });
  });

  it('needs a reason, and somebody from outside', () => {
    expect(launched().refusal('classify', { reason: '高' })).toMatchObject({ code: 'textTooShort', given: 1 });
    for (const who of [cast.wang, cast.zhang])
      expect(launched().refusal('classify', {}, who)).toEqual({ code: 'notYours', act: 'classify' });
  });
});
