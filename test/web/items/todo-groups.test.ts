import { describe, expect, it } from 'vitest';
import { grouped, groupOf } from '../../../web/items/todo-groups.ts';

const monday = '2026-11-23';
const row = (dueOn: string | null, light = 'green', workingDaysLeft = 3) => ({
  turn: { dueOn, workingDaysLeft },
  light,
});

describe('the groups of the to-do list', () => {
  it('put what is late first, whatever its date', () => {
    expect(groupOf(row('2026-11-20', 'red'), monday)).toBe('overdue');
  });

  it('do not call late what the reviewers hold', () => {
    expect(groupOf(row('2026-11-20', 'green'), monday)).toBe('week');
  });

  it('put a signature or plan that is overdue with what is late, though the whole has time', () => {
    expect(groupOf(row('2026-11-20', 'green', -1), monday)).toBe('overdue');
  });

  it('end the week on Sunday', () => {
    expect(groupOf(row('2026-11-29'), monday)).toBe('week');
    expect(groupOf(row('2026-11-30'), monday)).toBe('later');
    expect(groupOf(row('2026-11-30'), '2026-11-29')).toBe('later');
  });

  it('order each group by date, the undated last', () => {
    const { later } = grouped([row(null), row('2027-01-04'), row('2026-12-01')], monday);
    expect(later.map(({ turn }) => turn.dueOn)).toEqual(['2026-12-01', '2027-01-04', null]);
  });
});
