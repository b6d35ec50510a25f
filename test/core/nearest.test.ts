/** "Did you mean": what a misspelt name is taken for. */
import { expect, it } from 'vitest';
import { nearest } from '../../core/nearest.ts';

const known = ['reminders', 'planReminders', 'mailSlot', 'version'];

it.each([
  ['reminder', ['reminders']],
  ['remindres', ['reminders']],
  ['REMINDERS', ['reminders']],
  ['mailslots', ['mailSlot']],
  ['vrsion', ['version']],
  ['versionen', ['version']],
  ['versionnen', []],
  ['', []],
  ['budget', []],
  ['x'.repeat(2_000_000), []],
])('takes %.20s for %j', (name, meant) => {
  expect(nearest(name, known)).toEqual(meant);
});
