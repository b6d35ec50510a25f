/** Reviewing an application: returned, endorsed, closed, accepted as interim or standing; and reopened afterwards. */
import { describe, expect, it } from 'vitest';
import { handIn } from '../../support/evidence.ts';
import { cast } from '../../support/cast.ts';
import { inState, launched, type Story } from '../../support/story.ts';

const reason = '请补充盘点表及签字页。';
const approveOnly = { policy: { closureReview: 'approveOnly' } } as const;
const file = handIn('a'.repeat(64));
const withEvidence = (): Story => inState('inProgress').act('addEvidence', file);

describe('endorsing', () => {
  it('pins the evidence that the application pinned', () => {
    const { item } = withEvidence().act('requestClosure').act('endorse', { opinion: ' 同意 ' });
    expect(item).toMatchObject({
      state: 'endorsed',
      endorsement: { by: 'zhang', opinion: '同意', evidenceIds: [file.evidenceId] },
    });
  });

  it('needs no words, but not too many either', () => {
    expect(inState('submitted').refusal('endorse', { opinion: '' })).toBeNull();
    expect(inState('submitted').refusal('endorse', { opinion: '长'.repeat(4001) })?.code).toBe('textTooLong');
  });

  it('is for the lead leader of the item, not for another supervisor', () => {
    expect(inState('submitted').refusal('endorse', {}, cast.zhang)).toBeNull();
    for (const other of [cast.chen, cast.li, cast.zhao])
      expect(inState('submitted').refusal('endorse', {}, other), other.id).toEqual({
        code: 'notYours',
        act: 'endorse',
      });
  });
});

describe('closing', () => {
  it('keeps who, when, with which words and on what evidence', () => {
    const { item, events } = withEvidence()
      .act('requestClosure')
      .act('endorse')
      .act('approveClosure', { opinion: ' 准予销号 ' });
    expect(item).toMatchObject({
      state: 'closed',
      closure: { by: 'li', at: '2026-01-05T02:07:00.000Z', opinion: '准予销号', evidenceIds: [file.evidenceId] },
    });
    expect(events.at(-1)).toMatchObject({ type: 'closed', by: 'li', at: item.closure?.at });
  });

  it('waits for the endorsement where the policy has one', () => {
    expect(inState('submitted').refusal('approveClosure')?.code).toBe('notAllowedInState');
  });

  it('is one stage where the policy has only the outside approval', () => {
    const { item } = inState('submitted', approveOnly).act('approveClosure');
    expect(item).toMatchObject({ state: 'closed', endorsement: null });
  });

  it('is refused to the unit and to its lead leader, whatever else they are', () => {
    for (const who of [cast.zhang, cast.wang, cast.lin])
      expect(inState('endorsed').refusal('approveClosure', {}, who)?.code, who.id).toBe('notYours');
    const unitAdmin = { ...cast.zhao, unitId: 'finance' };
    expect(inState('endorsed').refusal('approveClosure', {}, unitAdmin)?.code).toBe('notYours');
  });
});

describe('accepting for now', () => {
  it('as interim keeps the next checkpoint', () => {
    const { item } = inState('endorsed').act('acceptInterim', { checkpointOn: '2026-04-07' });
    expect(item).toMatchObject({ state: 'interim', interim: { by: 'li', checkpointOn: '2026-04-07' } });
  });

  it('as standing keeps the next review', () => {
    const { item } = inState('endorsed').act('acceptStanding', { reviewOn: '2026-07-06' });
    expect(item).toMatchObject({ state: 'standing', standing: { by: 'li', reviewOn: '2026-07-06' } });
  });

  it.each([
    ['acceptInterim', 'checkpointOn'],
    ['acceptStanding', 'reviewOn'],
  ] as const)('%s needs words and a later working day', (type, field) => {
    const story = inState('endorsed').on('2026-03-04');
    expect(story.refusal(type, { opinion: ' ' })).toMatchObject({ code: 'textTooShort', field: 'opinion', least: 1 });
    expect(story.refusal(type, { [field]: '2026-03-04' })).toEqual({
      code: 'dateNotLater',
      given: '2026-03-04',
      after: '2026-03-04',
    });
    expect(story.refusal(type, { [field]: '2026-04-05' })).toEqual({
      code: 'dayOff',
      given: '2026-04-05',
      before: '2026-04-03',
      after: '2026-04-07',
    });
    expect(story.refusal(type, { [field]: 'soon' })).toEqual({ code: 'notADate', given: 'soon' });
    expect(story.refusal(type, { [field]: '9999-12-31' })).toEqual({ code: 'notADate', given: '9999-12-31' });
  });
});

describe('returning', () => {
  it('names measures, gives a reason and a date, and voids the application and its endorsement', () => {
    const { item } = inState('endorsed').act('return', { reason: ` ${reason} `, dueOn: '2026-03-04' }, cast.li);
    expect(item).toMatchObject({ state: 'inProgress', application: null, endorsement: null });
    expect(item.returns).toMatchObject([{ by: 'li', reason, measureIds: ['m1'], dueOn: '2026-03-04' }]);
  });

  it('is open to the lead leader, also after the own endorsement, and to those outside', () => {
    for (const who of [cast.zhang, cast.li, cast.zhao])
      expect(inState('endorsed').refusal('return', {}, who), who.id).toBeNull();
    for (const other of [cast.lin, cast.chen])
      expect(inState('submitted').refusal('return', {}, other)?.code).toBe('notYours');
  });

  it('moves the due date only forward', () => {
    const earlier = inState('submitted').act('return', { dueOn: '2026-03-04' }).item;
    expect(earlier).toMatchObject({
      dueOn: '2026-07-06',
      firstDueOn: '2026-07-06',
      dueSetAt: '2026-01-05T02:01:00.000Z',
    });
    const later = inState('inProgress')
      .on('2026-07-01')
      .act('requestClosure')
      .act('return', { dueOn: '2026-07-15' }).item;
    expect(later).toMatchObject({
      dueOn: '2026-07-15',
      firstDueOn: '2026-07-06',
      dueSetAt: '2026-07-01T02:01:00.000Z',
    });
  });

  it.each([
    ['no measure', { measureIds: [] }, { code: 'noMeasureNamed' }],
    [
      'an unknown measure',
      { measureIds: ['m1', 'm2'] },
      { code: 'unknownMeasures', measureIds: ['m2'], known: ['m1'] },
    ],
    ['a thin reason', { reason: '不行' }, { code: 'textTooShort', field: 'reason', least: 10, given: 2 }],
    ['today', { dueOn: '2026-01-05' }, { code: 'dateNotLater', given: '2026-01-05', after: '2026-01-05' }],
    [
      'a day of the Spring Festival',
      { dueOn: '2026-02-18' },
      { code: 'dayOff', given: '2026-02-18', before: '2026-02-14', after: '2026-02-24' },
    ],
    ['a make-up Saturday', { dueOn: '2026-02-14' }, null],
  ] as const)('with %s gets its answer', (_, given, refusal) => {
    expect(inState('submitted').refusal('return', given)).toEqual(refusal);
  });

  it('lets the unit apply again, and the new application is reviewed from the start', () => {
    const { item } = inState('endorsed').act('return').act('requestClosure', {}, cast.lin);
    expect(item).toMatchObject({ state: 'submitted', application: { by: 'lin' }, endorsement: null });
    expect(item.returns).toHaveLength(1);
  });

  it('of a standing item ends its standing: it has a due date again', () => {
    const story = inState('standing').on('2026-12-01').act('requestClosure').act('return', { dueOn: '2026-12-15' });
    expect(story.item).toMatchObject({ state: 'inProgress', standing: null, dueOn: '2026-12-15' });
  });
});

describe('a standing item that applies for closure', () => {
  const applied = () => inState('standing').on('2026-12-01').act('requestClosure').act('endorse');

  it('may be closed', () => {
    expect(applied().act('approveClosure').item.state).toBe('closed');
  });

  it('may stay standing until a new date', () => {
    expect(applied().act('acceptStanding', { reviewOn: '2027-12-01' }).item.standing?.reviewOn).toBe('2027-12-01');
  });

  it('may become interim, and is then no longer standing', () => {
    const { item } = applied().act('acceptInterim', { checkpointOn: '2027-03-01' });
    expect(item).toMatchObject({ state: 'interim', standing: null, interim: { checkpointOn: '2027-03-01' } });
  });
});

describe('reopening', () => {
  it('brings the same life back with a new due date, its past kept', () => {
    const { item } = withEvidence()
      .act('requestClosure')
      .act('endorse')
      .act('approveClosure')
      .on('2026-09-01')
      .act('reopen', { reason: ` ${reason} `, dueOn: '2026-12-01' });
    expect(item).toMatchObject({ state: 'reopened', dueOn: '2026-12-01', firstDueOn: '2026-07-06', closure: null });
    expect(item).toMatchObject({ application: null, endorsement: null, dueSetAt: '2026-09-01T02:00:00.000Z' });
    expect(item.reopenings).toMatchObject([{ by: 'li', reason }]);
    expect(item.evidence).toHaveLength(1);
  });

  it('needs a reason, a later working day and somebody from outside', () => {
    const story = inState('closed').on('2026-09-30');
    expect(story.refusal('reopen', { reason: '复发' })?.code).toBe('textTooShort');
    expect(story.refusal('reopen', { dueOn: '2026-09-30' })?.code).toBe('dateNotLater');
    expect(story.refusal('reopen', { dueOn: '2026-10-03' })).toMatchObject({
      before: '2026-09-30',
      after: '2026-10-08',
    });
    expect(story.refusal('reopen', {}, cast.zhang)?.code).toBe('notYours');
    expect(story.refusal('reopen', {}, cast.wang)?.code).toBe('notYours');
  });

  it('can be asked for again and again', () => {
    const story = launched({ immediate: true }).act('signFor');
    for (let time = 1; time <= 3; time += 1)
      story.act('requestClosure').act('endorse').act('approveClosure').act('reopen');
    expect(story.item.reopenings).toHaveLength(3);
  });
});
