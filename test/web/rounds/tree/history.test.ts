import { describe, expect, it } from 'vitest';
import { treeAfter, withStep } from '../../../../web/rounds/tree/history.ts';
import { taken, type Step } from '../../../../web/rounds/tree/steps.ts';
import { treeOf } from '../../../../web/rounds/tree/tree.ts';
import { notice } from '../../fixture/findings.ts';

const read = treeOf(notice, '');
const typed = (text: string): Step => ({ do: 'reword', id: 2, field: 'title', text });
const log = (...steps: Step[]) => steps.reduce<readonly Step[]>((all, step) => withStep(read, all, step), []);

describe('the steps taken', () => {
  it('give the tree that they lead to, and the one before when the last is forgotten', () => {
    const steps = log(typed('甲'), { do: 'moveItem', id: 2, by: 1 });
    expect(treeAfter(read, steps)).toEqual(steps.reduce(taken, read));
    expect(treeAfter(read, steps.slice(0, -1))).toEqual(taken(read, typed('甲')));
    expect(treeAfter(read, [])).toBe(read);
  });

  it('are the same after a reload', () => {
    const steps = log(
      { do: 'leaveOut', id: 2, reason: '重复' },
      { do: 'addItem', below: null, title: '新', lines: [] },
    );
    const kept = JSON.parse(JSON.stringify(steps)) as readonly Step[];
    expect(treeAfter(read, kept)).toEqual(treeAfter(read, steps));
  });

  it('hold the keys typed into one field as one', () => {
    expect(log(typed('甲'), typed('甲乙'), typed('甲乙丙'))).toEqual([typed('甲乙丙')]);
    expect(log(typed('甲'), { ...typed('2'), field: 'number' } as Step, typed('甲乙'))).toHaveLength(3);
  });

  it('hold none that led nowhere', () => {
    expect(log({ do: 'moveItem', id: 2, by: -1 })).toEqual([]);
  });
});
