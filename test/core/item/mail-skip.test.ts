/** A reminder is dropped when what it says is no longer so. */
import { describe, expect, it } from 'vitest';
import { blankItem } from '../../../core/item/blank-item.ts';
import type { Item } from '../../../core/item/item.ts';
import { staleBecause, type WaitingLine } from '../../../core/item/mail-skip.ts';

const fact = { by: 'wang', at: '2026-03-02T02:00:00.000Z' };
const item: Item = {
  ...blankItem('r', 'i'),
  state: 'inProgress',
  signDueOn: '2026-03-05',
  planDueOn: '2026-04-01',
  dueOn: '2026-09-02',
};
const line = (kind: WaitingLine['kind'], dueOn: string | null): WaitingLine => ({
  kind,
  dueOn,
  happenedAt: '2026-03-04T02:00:00.000Z',
});
const given = { dispatchedAt: '2026-03-02T02:00:00.000Z', assignedAt: '2026-03-02T02:00:00.000Z' };
const givenBack: Partial<Item> = { ...given, state: 'disowned', assignedAt: null };
const givenOn: Partial<Item> = { ...given, state: 'assigned', assignedAt: '2026-03-04T02:00:01.000Z' };
const application = {
  ...{ ...fact, from: 'inProgress' as const, statement: '', evidenceIds: [], unproven: [] },
  ...{ stages: [], consents: [] },
} as const;

const later = '2026-03-05T02:00:00.000Z';
/** Handed in as the line has it, and taken back a day later. */
const withdrawal = {
  ...fact,
  reason: '',
  what: 'application',
  at: later,
  handedInAt: '2026-03-04T02:00:00.000Z',
} as const;
const withdrawn: Partial<Item> = { withdrawals: [withdrawal] };
const waited: WaitingLine = { ...line('reviewWaiting', '2026-03-09'), happenedAt: '2026-03-04T22:00:00.000Z' };

describe('a line of the outbox', () => {
  it.each<[string, WaitingLine, Partial<Item>, string | null]>([
    ['a reminder of a date that stands', line('reminder', '2026-09-02'), {}, null],
    ['a reminder of a date that was moved', line('reminder', '2026-09-02'), { dueOn: '2026-10-09' }, 'deadlineMoved'],
    [
      'a letter about an item handed in',
      line('overdue', '2026-09-02'),
      { state: 'submitted', application },
      'answered',
    ],
    ['a letter about an item closed', line('overdue', '2026-09-02'), { state: 'closed' }, 'finished'],
    ['a letter about an item cancelled', line('overdue', '2026-09-02'), { state: 'cancelled' }, 'finished'],
    ['a call to sign while nobody has', line('signOverdue', '2026-03-05'), { state: 'assigned' }, null],
    [
      'a call to sign when somebody has',
      line('signOverdue', '2026-03-05'),
      { state: 'assigned', signature: fact },
      'answered',
    ],
    ['a call for the plan while it is missing', line('planReminder', '2026-04-01'), { state: 'assigned' }, null],
    ['a call for the plan when it is in', line('planOverdue', '2026-04-01'), { state: 'planned' }, 'answered'],
    [
      'an answer to a return, still missing',
      line('returnDue', '2026-03-20'),
      { returns: [{ ...fact, reason: '', measureIds: [], dueOn: '2026-03-20' }] },
      null,
    ],
    ['a waiting review', line('reviewWaiting', '2026-03-09'), { state: 'submitted', application }, null],
    [
      'a review that went on to the next stage',
      line('reviewWaiting', '2026-03-09'),
      {
        state: 'endorsed',
        application,
        endorsement: { ...fact, at: '2026-03-05T00:00:00.000Z', opinion: '', evidenceIds: [] },
      },
      'answered',
    ],
    ['a review that was answered by a return', line('reviewWaiting', '2026-03-09'), {}, 'answered'],
    ['news, which stay news', line('planApproved', '2026-09-02'), { state: 'cancelled' }, null],
    ['a call for work on what is cancelled', line('returned', '2026-09-02'), { state: 'cancelled' }, 'finished'],
    [
      'the assignment of an item that is cancelled',
      line('assigned', null),
      { ...given, state: 'cancelled' },
      'finished',
    ],
    ['the assignment of an item that the unit has', line('assigned', null), { ...given, state: 'assigned' }, null],
    ['the assignment of an item that was given back', line('assigned', null), { ...givenBack }, 'reassigned'],
    ['the assignment of an item that another unit has by now', line('assigned', null), givenOn, 'reassigned'],
    ['a reminder to the unit before, under the same date', line('reminder', '2026-09-02'), givenOn, 'reassigned'],
    ['news for the admin of what was given back', line('disowned', null), givenOn, null],
    ['an application that was withdrawn', line('closureRequested', null), withdrawn, 'withdrawn'],
    [
      'the application after one that was withdrawn',
      { ...line('closureRequested', null), happenedAt: later },
      withdrawn,
      null,
    ],
    ['a plan, while an application was withdrawn', line('planSubmitted', null), withdrawn, null],
    ['a reminder to decide what was withdrawn', waited, withdrawn, 'withdrawn'],
    ['a checkpoint, which starts work and is no reminder', line('checkpoint', '2026-06-01'), {}, null],
  ])('%s', (_what, waiting, facts, expected) => {
    expect(staleBecause(waiting, { ...item, ...facts })).toBe(expected);
  });
});
