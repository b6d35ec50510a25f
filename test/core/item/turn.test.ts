/** Whose turn it is, for which act, since when and by when: every state, every option of the policy, every detour. */
import { describe, expect, it } from 'vitest';
import { actor, cast, type CastMember } from '../../support/cast.ts';
import { inState, launched, Story, type StoryStart } from '../../support/story.ts';
import { ImpossibleItem } from '../../../core/item/impossible.ts';
import { itemStates } from '../../../core/item/item.ts';
import { isReturned, isTurnOf, turnOf } from '../../../core/item/turn.ts';

const turn = ({ item, rules }: Story) => turnOf(item, rules);

/** party, person, act, date: what a line of a mail says. */
const shortly = (story: Story): string => {
  const { party, personId, act, dueOn } = turn(story) ?? { party: 'nobody', personId: null, act: null, dueOn: null };
  return [party, personId ?? '-', act ?? '-', dueOn ?? '-'].join(' ');
};

const approveOnly: StoryStart = { policy: { closureReview: 'approveOnly' } };
const undated: StoryStart = { policy: { reviewWithinWorkingDays: null, signWithinWorkingDays: null } };
const asked = (story: Story) => story.act('requestExtension');

describe('whose turn it is, for which act and by when,', () => {
  it.each<[string, () => Story, string]>([
    ['draft', () => inState('draft'), 'admin - assign -'],
    ['draft that is given to a unit and waits for the launch', () => new Story().act('assign'), 'admin - - -'],
    ['assigned', () => inState('assigned'), 'unit wang signFor 2026-01-08'],
    ['assigned without a date to sign', () => inState('assigned', undated), 'unit wang signFor 2026-02-04'],
    [
      'assigned, to fix at once, without a date',
      () => launched({ ...undated, immediate: true }),
      'unit wang signFor 2026-07-06',
    ],
    ['signed for', () => inState('assigned').act('signFor'), 'unit wang submitPlan 2026-02-04'],
    [
      'signed for, to fix at once',
      () => launched({ immediate: true }).act('signFor'),
      'unit wang requestClosure 2026-07-06',
    ],
    ['disowned', () => inState('disowned'), 'admin - assign 2026-01-12'],
    ['disowned without a date to decide', () => inState('disowned', undated), 'admin - assign -'],
    ['planned', () => inState('planned'), 'leadLeader zhang approvePlan 2026-01-12'],
    ['planned without a date to decide', () => inState('planned', undated), 'leadLeader zhang approvePlan -'],
    ['planned and returned', () => inState('planned').act('returnPlan'), 'unit wang submitPlan 2026-02-04'],
    ['inProgress', () => inState('inProgress'), 'unit wang requestClosure 2026-07-06'],
    [
      'planned where nobody reviews',
      () =>
        launched({ policy: { planReview: 'none' } })
          .act('signFor')
          .act('submitPlan'),
      'unit wang requestClosure 2026-07-06',
    ],
    ['submitted', () => inState('submitted'), 'leadLeader zhang endorse 2026-01-12'],
    ['submitted to one stage', () => inState('submitted', approveOnly), 'inspectionOffice - approveClosure 2026-01-12'],
    ['submitted without a date to decide', () => inState('submitted', undated), 'leadLeader zhang endorse -'],
    ['endorsed', () => inState('endorsed'), 'inspectionOffice - approveClosure 2026-01-12'],
    ['interim', () => inState('interim'), 'time - - 2027-06-01'],
    [
      'interim, its checkpoint reached',
      () => inState('interim').passUntil('2027-06-01'),
      'unit wang requestClosure 2027-07-01',
    ],
    ['standing', () => inState('standing'), 'time - - 2027-06-01'],
    [
      'standing, its review reached',
      () => inState('standing').passUntil('2027-06-01'),
      'unit wang reportProgress 2027-06-15',
    ],
    [
      'standing, reported on since its review',
      () => inState('standing').passUntil('2027-06-01').act('reportProgress'),
      'time - - 2027-12-01',
    ],
    [
      'standing, reported on before its review',
      () => inState('standing').act('reportProgress').passUntil('2027-06-01'),
      'unit wang reportProgress 2027-06-15',
    ],
    [
      'standing anew, its review of before being of before',
      () =>
        inState('standing')
          .passUntil('2027-06-01')
          .act('requestClosure')
          .act('endorse')
          .act('acceptStanding', { reviewOn: '2028-06-01' }),
      'time - - 2028-06-01',
    ],
    [
      'standing and applied for',
      () => inState('standing').act('requestClosure'),
      'leadLeader zhang endorse 2026-01-12',
    ],
    ['reopened', () => inState('reopened'), 'unit wang requestClosure 2027-06-01'],
    ['closed', () => inState('closed'), 'nobody - - -'],
    ['cancelled', () => inState('cancelled'), 'nobody - - -'],
    ['cancelled with a wish unanswered', () => asked(inState('inProgress')).act('cancel'), 'nobody - - -'],
  ])('of an item %s', (_, story, expected) => {
    expect(shortly(story())).toBe(expected);
  });

  it('is said for every state', () => {
    const silent = itemStates.filter((state) => turn(inState(state)) === null);
    expect(silent).toEqual(['closed', 'cancelled']);
  });
});

describe('a wish for more time', () => {
  it.each(['assigned', 'planned', 'inProgress', 'reopened'] as const)('waits for the office when %s', (state) => {
    expect(shortly(asked(inState(state)))).toBe('inspectionOffice - grantExtension 2026-01-12');
    expect(isTurn(cast.li, asked(inState(state)))).toBe(true);
  });

  it.each([
    ['assigned', 'unit wang signFor 2026-03-05'],
    ['planned', 'leadLeader zhang approvePlan 2026-03-09'],
    ['inProgress', 'unit wang requestClosure 2026-08-31'],
  ] as const)('refused when %s gives the turn back, from that day on, with the 56 days it took', (state, expected) => {
    const story = asked(inState(state)).on('2026-03-02').act('refuseExtension');
    expect(shortly(story)).toBe(expected);
    expect(turn(story)?.since).toBe('2026-03-02T02:00:00.000Z');
  });

  it('granted moves the date', () => {
    expect(shortly(asked(inState('inProgress')).act('grantExtension'))).toBe('unit wang requestClosure 2027-08-02');
  });

  it('is forgotten when the item is handed in, or given back', () => {
    expect(turn(asked(inState('inProgress')).act('requestClosure'))?.act).toBe('endorse');
    expect(turn(asked(inState('assigned')).act('disown'))?.act).toBe('assign');
  });
});

describe('a return', () => {
  const returned = (dueOn: string) => inState('submitted').on('2026-03-02').act('return', { dueOn });

  it('has its own date, before that of the whole', () => {
    expect(shortly(returned('2026-03-16'))).toBe('unit wang requestClosure 2026-03-16');
  });

  it('whose date is later moves the whole', () => {
    expect(shortly(returned('2026-09-01'))).toBe('unit wang requestClosure 2026-09-01');
  });

  it('gives way to a date set for the whole since', () => {
    const extended = asked(returned('2026-03-16')).act('grantExtension');
    expect(shortly(extended)).toBe('unit wang requestClosure 2027-08-02');
    expect(shortly(asked(returned('2026-03-16')).act('refuseExtension'))).toBe('unit wang requestClosure 2026-03-16');
  });

  it('does not come back with a reopening', () => {
    const story = returned('2026-03-16').act('requestClosure').act('endorse').act('approveClosure').act('reopen');
    expect(shortly(story)).toBe('unit wang requestClosure 2027-06-01');
  });
});

describe('the turn is counted', () => {
  const march = '2026-03-02T02:00:00.000Z';
  const inMarch = (story: Story) => story.on('2026-03-02');

  it.each<[string, () => Story, string]>([
    ['a unit gave it back', () => inMarch(inState('assigned')).act('disown'), 'assign'],
    ['another unit got it', () => inMarch(inState('disowned')).act('assign'), 'signFor'],
    ['the unit signed', () => inMarch(inState('assigned')).act('signFor'), 'submitPlan'],
    ['its plan was handed in', () => inMarch(inState('assigned').act('signFor')).act('submitPlan'), 'approvePlan'],
    ['its plan was returned', () => inMarch(inState('planned')).act('returnPlan'), 'submitPlan'],
    ['its plan was approved', () => inMarch(inState('planned')).act('approvePlan'), 'requestClosure'],
    ['closure was applied for', () => inMarch(inState('inProgress')).act('requestClosure'), 'endorse'],
    ['it was endorsed', () => inMarch(inState('submitted')).act('endorse'), 'approveClosure'],
    ['its application was returned', () => inMarch(inState('submitted')).act('return'), 'requestClosure'],
    ['more time was asked for', () => inMarch(inState('inProgress')).act('requestExtension'), 'grantExtension'],
    ['more time was granted', () => inMarch(asked(inState('inProgress'))).act('grantExtension'), 'requestClosure'],
    ['it was reopened', () => inMarch(inState('closed')).act('reopen'), 'requestClosure'],
  ])('from the day on which %s', (_, story, act) => {
    expect(turn(story())).toMatchObject({ act, since: march });
  });

  it('from the checkpoint and the review on, when these were reached', () => {
    for (const state of ['interim', 'standing'] as const) {
      const story = inState(state).passUntil('2027-06-01');
      expect(turn(story)).toMatchObject({ party: 'unit', since: story.events.at(-1)?.at });
    }
  });

  it('of a second unit from its own signature, not from a plan returned to the first', () => {
    const story = inState('planned').act('returnPlan').act('disown').act('assign');
    expect(turn(inMarch(story).act('signFor'))?.since).toBe(march);
  });

  it('from nothing before the launch', () => {
    expect(turn(inState('draft'))?.since).toBeNull();
  });
});

const isTurn = (who: CastMember, { item, rules }: Story) => isTurnOf(actor(who), item, turnOf(item, rules));

/** Whose list the item is on. */
const listedBy = (story: Story) =>
  Object.values(cast)
    .filter((who) => isTurn(who, story))
    .map(({ id }) => id);

describe('it is the turn', () => {
  it.each<[string, () => Story, string[]]>([
    ['of every admin for a draft', () => inState('draft'), ['zhao']],
    ['of nobody for a draft that is given to a unit', () => new Story().act('assign'), []],
    ['of every admin for a disowned item', () => inState('disowned'), ['zhao']],
    ['of the handler, not of a colleague', () => inState('inProgress'), ['wang']],
    ['of the lead leader for the plan', () => inState('planned'), ['zhang']],
    ['of the lead leader for the endorsement', () => inState('submitted'), ['zhang']],
    ['of the whole office for the decision', () => inState('endorsed'), ['li', 'zhao']],
    ['of the whole office where there is one stage', () => inState('submitted', approveOnly), ['li', 'zhao']],
    ['of the whole office for more time', () => asked(inState('planned')), ['li', 'zhao']],
    ['of nobody while time is waited for', () => inState('interim'), []],
    ['of nobody when all is done', () => inState('closed'), []],
  ])('%s', (_, story, expected) => {
    expect(listedBy(story())).toEqual(expected);
  });

  const inFinance = { ...cast.li, unitId: 'finance', roles: ['staff', 'supervisor'] } as const;
  const asLi = (story: Story) => story.act('requestClosure', {}, inFinance);

  it('never of the applicant, who may have changed sides since', () => {
    const story = asLi(inState('inProgress', approveOnly));
    expect(turn(story)?.barred).toEqual(['li']);
    expect(listedBy(story)).toEqual(['zhao']);
  });

  it('never of whoever has evidence in it', () => {
    const story = inState('inProgress', approveOnly).act('addEvidence', {}, inFinance).act('requestClosure');
    expect(turn(story)?.barred).toEqual(['wang', 'li']);
    expect(listedBy(story)).toEqual(['zhao']);
  });

  it('never of one person twice', () => {
    const story = inState('submitted').act('endorse', {}, { ...cast.li, id: 'zhang' });
    expect(turn(story)?.barred).toEqual(['wang', 'zhang']);
    const promoted = { ...cast.zhang, inInspectionOffice: true };
    expect(isTurn(promoted, { ...story, item: { ...story.item, leadLeaderId: 'chen' } } as Story)).toBe(false);
  });

  it('never of whoever asked for the time', () => {
    expect(listedBy(inState('inProgress').act('requestExtension', {}, inFinance))).toEqual(['zhao']);
  });

  it('never of the lead leader for a plan of their own', () => {
    const alsoStaff = { ...cast.zhang, unitId: 'finance', roles: ['staff', 'supervisor'] } as const;
    const story = launched().act('signFor').act('submitPlan', {}, alsoStaff);
    expect(turn(story)).toMatchObject({ party: 'leadLeader', barred: ['zhang'] });
    expect(listedBy(story)).toEqual([]);
  });
});

describe('a date of a turn', () => {
  it('says which of its years are not published', () => {
    const calendar = { 2026: launched().rules.calendar['2026'] };
    const published = (story: Story) => turnOf(story.item, { ...story.rules, calendar } as Story['rules']);
    expect(published(launched())?.unknownYears).toEqual([]);
    expect(published(inState('interim'))?.unknownYears).toEqual(['2027']);
    const late = inState('inProgress').on('2026-12-30').act('requestClosure');
    expect(published(late)).toMatchObject({ dueOn: '2027-01-06', unknownYears: ['2027'] });
  });
});

it('throws where the item lacks what its state implies', () => {
  const { item, rules } = inState('submitted');
  expect(() => turnOf({ ...item, application: null }, rules)).toThrow(ImpossibleItem);
  expect(() => turnOf({ ...item, application: null }, rules)).toThrow('item i1 is submitted at 7 without');
});

it('an item is returned from the moment it comes back until its unit answers', () => {
  const told = (story: Story) => isReturned(story.item);
  const back = () => inState('submitted').act('return');
  expect(told(inState('submitted'))).toBe(false);
  expect(told(back())).toBe(true);
  expect(told(back().act('requestExtension').act('grantExtension'))).toBe(true);
  expect(told(back().act('requestClosure'))).toBe(false);
  const interim = () => back().act('requestClosure').act('endorse').act('acceptInterim');
  expect(interim().passUntil('2027-12-31').item.state).toBe('inProgress');
  expect(told(interim().passUntil('2027-12-31'))).toBe(false);
  expect(told(inState('planned').act('returnPlan'))).toBe(true);
  expect(told(inState('planned').act('returnPlan').act('submitPlan'))).toBe(false);
});
