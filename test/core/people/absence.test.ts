import { describe, expect, it, test } from 'vitest';
import { cast, type CastMember } from '../../support/cast.ts';
import { isAhead, isInForce, lastDayFrom, overlap, unfitness, type Absence } from '../../../core/people/absence.ts';
import type { Person } from '../../../core/people/people.ts';

const absence: Absence = {
  ...{ id: 'a-1', personId: 'wang', substituteId: 'lin', reason: '赴省里参加培训', enteredBy: 'wang' },
  ...{ from: '2026-03-02', to: '2026-03-06', enteredAt: '2026-02-27T02:00:00.000Z', endedAt: null },
};

describe('an absence', () => {
  it.each([
    ['the moment before its first day in Shanghai', '2026-03-01T15:59:59.999Z', false],
    ['the first moment of it', '2026-03-01T16:00:00.000Z', true],
    ['the last moment of its last day', '2026-03-06T15:59:59.999Z', true],
    ['the moment after', '2026-03-06T16:00:00.000Z', false],
  ])('at %s', (_, at, expected) => {
    expect(isInForce(absence, at)).toBe(expected);
  });

  it('gave no right before it was entered, nor from the moment it was ended', () => {
    const late = { ...absence, enteredAt: '2026-03-03T02:00:00.000Z', endedAt: '2026-03-04T02:00:00.000Z' };
    expect(isInForce(late, '2026-03-03T01:59:59.999Z')).toBe(false);
    expect(isInForce(late, '2026-03-04T01:59:59.999Z')).toBe(true);
    expect(isInForce(late, '2026-03-04T02:00:00.000Z')).toBe(false);
  });

  it('is ahead until its last day is over or it was ended', () => {
    expect(isAhead(absence, '2026-03-06')).toBe(true);
    expect(isAhead(absence, '2026-03-07')).toBe(false);
    expect(isAhead({ ...absence, endedAt: '2026-03-02T02:00:00.000Z' }, '2026-03-02')).toBe(false);
  });

  it('overlaps another by a single day', () => {
    expect(overlap(absence, { from: '2026-03-06', to: '2026-03-09' })).toBe(true);
    expect(overlap(absence, { from: '2026-03-07', to: '2026-03-09' })).toBe(false);
  });

  it('lasts half a year at most', () => {
    expect(lastDayFrom('2026-01-01')).toBe('2026-07-02');
  });
});

const person = ({ id, name, email, locale, roles, unitId, isChief, inInspectionOffice }: CastMember): Person => ({
  ...{ id, name, email, locale, roles: [...roles], unitId, isChief, inInspectionOffice, phone: null, hasLeft: false },
});

test.each([
  [cast.wang, cast.wang, 'self'],
  [cast.wang, cast.lin, null],
  [cast.wang, cast.gao, null],
  [cast.wang, cast.zhang, null],
  [cast.zhang, cast.wang, 'notSupervisor'],
  [cast.zhang, cast.chen, null],
  [cast.zhang, cast.zhao, null],
  [cast.li, cast.zhang, 'notOfOffice'],
  [cast.li, cast.zhao, null],
  [cast.zhao, cast.chen, 'notOfOffice'],
] as const)('for %o may stand in %o: %s', (absent, substitute, expected) => {
  expect(unfitness(person(absent), person(substitute))).toBe(expected);
});

test('nobody who has left stands in', () => {
  expect(unfitness(person(cast.wang), { ...person(cast.lin), hasLeft: true })).toBe('hasLeft');
});
