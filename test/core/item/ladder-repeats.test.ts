/** What comes again until somebody acts, and who hears of it in time. */
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import type { StepKind } from '../../../core/item/step.ts';
import { localDate } from '../../../core/time.ts';

/** The steps of one kind that were taken, with those they went to. */
const sent = (story: Story, kind: StepKind): string[] =>
  story.events.flatMap((event) =>
    'step' in event && event.step.kind === kind ? [`${localDate(event.sendAt)} ${event.step.to.join(', ')}`] : [],
  );

describe('a reminder is never the last one', () => {
  it.each([
    ['submitted', 'reviewWaiting', 'leadLeader', 'leadLeader, chief, inspectionOffice'],
    ['endorsed', 'reviewWaiting', 'inspectionOffice', 'inspectionOffice, chief'],
    ['planned', 'reviewWaiting', 'leadLeader', 'leadLeader, chief, inspectionOffice'],
    ['disowned', 'reviewWaiting', 'admin', 'admin, chief'],
  ] as const)('%s: it comes again every week, and from the second time upward', (state, kind, to, upward) => {
    expect(sent(inState(state).passUntil('2026-02-06'), kind)).toEqual([
      `2026-01-12 ${to}`,
      `2026-01-19 ${to}`,
      `2026-01-26 ${upward}`,
      `2026-02-02 ${upward}`,
    ]);
  });

  it('a plan that is missed, once the item is signed for', () => {
    const story = launched().act('signFor').passUntil('2026-03-06');
    const everybody = 'handler, liaison, leadLeader';
    expect(sent(story, 'planOverdue')).toEqual([
      `2026-02-05 ${everybody}`,
      `2026-02-12 ${everybody}`,
      `2026-02-26 ${everybody}`,
      `2026-03-04 ${everybody}`,
    ]);
    expect(sent(story, 'signOverdue')).toEqual([]);
  });

  it('where the rules ask for no signature, of the plan at once, and never the due date alone', () => {
    const story = launched({ policy: { signWithinWorkingDays: null } }).passUntil('2026-08-28');
    expect(sent(story, 'planOverdue').length).toBeGreaterThan(20);
    expect(sent(story, 'overdue')).toHaveLength(4);
    expect(sent(story, 'stillOverdue')).toEqual([]);
  });

  it('a date that a return named', () => {
    const story = inState('submitted').act('return', { dueOn: '2026-01-19' }).passUntil('2026-02-03');
    expect(sent(story, 'returnDue')).toEqual([
      '2026-01-19 handler',
      '2026-01-26 handler',
      '2026-02-02 handler, leadLeader',
    ]);
  });

  it('a due date, after the last step of the escalation', () => {
    const story = launched({ immediate: true }).act('signFor').passUntil('2026-08-28');
    expect(sent(story, 'overdue')).toHaveLength(4);
    expect(sent(story, 'stillOverdue')).toEqual([
      '2026-08-10 handler',
      '2026-08-17 handler',
      '2026-08-24 handler, leadLeader',
    ]);
  });

  it('as often as the policy says', () => {
    const policy = { repeatEveryWorkingDays: 1, repeatUpwardFrom: 1 };
    expect(sent(inState('submitted', { policy }).passUntil('2026-01-13'), 'reviewWaiting')).toEqual([
      '2026-01-12 leadLeader',
      '2026-01-13 leadLeader, chief, inspectionOffice',
    ]);
  });
});
