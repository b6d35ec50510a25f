/** Which lines each fact brings, to whom and when. */
import { describe, expect, it } from 'vitest';
import { inState, launched, Story, type StoryStart } from '../../support/story.ts';
import type { ItemEventType } from '../../../core/item/event.ts';
import { isTimeBound, mailsOf, type MailLineKind } from '../../../core/item/mail.ts';

/** The lines of the last event of the story, shortly. */
function linesOf({ events, item, rules }: Story): string[] {
  const event = events.at(-1);
  if (event === undefined) return [];
  return mailsOf(event, item, rules).map(
    ({ kind, to }) => `${kind} → ${typeof to === 'string' ? to : Object.values(to).join()}`,
  );
}

const approveOnly: StoryStart = { policy: { closureReview: 'approveOnly' } };

describe('the lines of a fact', () => {
  it.each<[ItemEventType, string, () => Story, readonly string[]]>([
    ['imported', 'import', () => new Story(), []],
    ['assigned', 'an assignment before launch', () => new Story().act('assign'), []],
    ['dispatched', 'the launch', () => launched(), ['assigned → handler', 'assigned → liaison']],
    [
      'assigned',
      'a second assignment',
      () => launched().act('disown').act('assign'),
      ['assigned → handler', 'assigned → liaison'],
    ],
    ['handedOver', 'a hand-over', () => launched().act('handOver'), ['handedOver → lin']],
    ['signedFor', 'a signature', () => launched().act('signFor'), []],
    ['disowned', 'giving back', () => launched().act('disown'), ['disowned → admin']],
    ['planSubmitted', 'a plan', () => inState('planned'), ['planSubmitted → leadLeader']],
    [
      'planSubmitted',
      'a plan that nobody reviews',
      () =>
        launched({ policy: { planReview: 'none' } })
          .act('signFor')
          .act('submitPlan'),
      [],
    ],
    [
      'planSubmitted',
      'a plan while more time is asked for',
      () => launched().act('signFor').act('requestExtension').act('submitPlan'),
      ['planSubmitted → leadLeader'],
    ],
    [
      'extensionRefused',
      'no more time, while the plan waits',
      () => inState('planned').act('requestExtension').act('refuseExtension'),
      ['extensionRefused → handler', 'extensionRefused → leadLeader'],
    ],
    ['withdrawn', 'what nobody has heard of yet is taken back', () => inState('submitted').act('withdraw'), []],
    [
      'withdrawn',
      'an application of the day before',
      () => inState('submitted').on('2026-01-06').act('withdraw'),
      ['withdrawn → leadLeader'],
    ],
    [
      'withdrawn',
      'an application of the day before, for one stage',
      () => inState('submitted', approveOnly).on('2026-01-06').act('withdraw'),
      ['withdrawn → inspectionOffice'],
    ],
    [
      'withdrawn',
      'a wish for more time, which gives the plan back to its reader',
      () => inState('planned').act('requestExtension').on('2026-01-06').act('withdraw'),
      ['withdrawn → inspectionOffice', 'withdrawn → leadLeader'],
    ],
    ['planApproved', 'an approved plan', () => inState('inProgress'), ['planApproved → handler']],
    ['planReturned', 'a returned plan', () => inState('planned').act('returnPlan'), ['planReturned → handler']],
    ['progressReported', 'progress', () => inState('inProgress').act('reportProgress'), []],
    [
      'progressRecorded',
      'progress entered for the unit',
      () => inState('inProgress').act('recordProgress'),
      ['progressRecorded → handler'],
    ],
    ['evidenceAdded', 'evidence', () => inState('inProgress').act('addEvidence'), []],
    ['closureRequested', 'an application', () => inState('submitted'), ['closureRequested → leadLeader']],
    [
      'closureRequested',
      'an application for one stage',
      () => inState('submitted', approveOnly),
      ['closureRequested → inspectionOffice'],
    ],
    ['endorsed', 'an endorsement', () => inState('endorsed'), ['endorsed → inspectionOffice']],
    ['returned', 'a return', () => inState('endorsed').act('return'), ['returned → handler', 'returned → leadLeader']],
    ['closed', 'the closure', () => inState('closed'), ['closed → handler', 'closed → leadLeader']],
    [
      'interimAccepted',
      'an interim result',
      () => inState('interim'),
      ['interimAccepted → handler', 'interimAccepted → leadLeader'],
    ],
    [
      'standingAccepted',
      'a standing task',
      () => inState('standing'),
      ['standingAccepted → handler', 'standingAccepted → leadLeader'],
    ],
    [
      'extensionRequested',
      'a wish for more time',
      () => inState('inProgress').act('requestExtension'),
      ['extensionRequested → inspectionOffice'],
    ],
    [
      'extensionGranted',
      'more time',
      () => inState('inProgress').act('requestExtension').act('grantExtension'),
      ['extensionGranted → handler'],
    ],
    [
      'extensionRefused',
      'no more time',
      () => inState('inProgress').act('requestExtension').act('refuseExtension'),
      ['extensionRefused → handler'],
    ],
    ['cancelled', 'a cancellation', () => inState('cancelled'), ['cancelled → handler', 'cancelled → leadLeader']],
    ['cancelled', 'a cancellation before launch', () => new Story().act('assign').act('cancel'), []],
    ['cancelled', 'a cancellation while nobody has the item', () => launched().act('disown').act('cancel'), []],
    ['reopened', 'a reopening', () => inState('reopened'), ['reopened → handler', 'reopened → leadLeader']],
    [
      'reminded',
      'a reminder',
      () => launched().passUntil('2026-01-09'),
      ['signOverdue → handler', 'signOverdue → liaison'],
    ],
    [
      'escalated',
      'a letter',
      () => inState('inProgress').passUntil('2026-07-07'),
      ['overdue → handler', 'overdue → liaison'],
    ],
    [
      'checkpointReached',
      'a checkpoint',
      () => inState('interim').passUntil('2027-06-01'),
      ['checkpoint → handler', 'checkpoint → leadLeader'],
    ],
    [
      'reviewReached',
      'a review',
      () => inState('standing').passUntil('2027-06-01'),
      ['standingReview → handler', 'standingReview → leadLeader'],
    ],
  ])('%s: %s', (type, _, story, lines) => {
    const told = story();
    expect(told.events.at(-1)?.type).toBe(type);
    expect(linesOf(told)).toEqual(lines);
  });
});

describe('a line', () => {
  const sendAtOf = ({ events, item, rules }: Story) =>
    events.slice(-1).flatMap((event) => mailsOf(event, item, rules))[0]?.sendAt;

  it.each([
    ['early on a working day', '2026-03-02', '08:59', '2026-03-02T01:00:00.000Z'],
    ['after the slot', '2026-03-02', '09:01', '2026-03-03T01:00:00.000Z'],
    ['on the eve of the national holiday', '2026-09-30', '17:00', '2026-10-08T01:00:00.000Z'],
    ['on the Friday before a make-up Saturday', '2026-10-09', '17:00', '2026-10-10T01:00:00.000Z'],
  ])('of an act %s leaves at the next slot', (_, date, time, sendAt) => {
    expect(sendAtOf(inState('planned').on(date, time).act('approvePlan'))).toBe(sendAt);
  });

  it('of a step leaves at the slot of the step, though it was decided before', () => {
    const story = launched().passUntil('2026-01-09');
    expect(sendAtOf(story)).toBe('2026-01-09T01:00:00.000Z');
  });

  it('of a letter says which letter it is; other lines are none', () => {
    const story = inState('inProgress').passUntil('2026-07-13');
    const letters = story.events.map((event) => mailsOf(event, story.item, story.rules).map(({ letter }) => letter));
    expect(letters.flat().filter((letter) => letter !== null)).toEqual([
      ...['reminderLetter', 'reminderLetter'],
      ...['supervisionLetter', 'supervisionLetter'],
    ]);
  });
});

describe('a line that speaks of a date', () => {
  const timeBound: readonly MailLineKind[] = [
    'signOverdue',
    'planReminder',
    'planOverdue',
    'reminder',
    'overdue',
    'returnDue',
    'reviewWaiting',
  ];
  const lasting: readonly MailLineKind[] = [
    'assigned',
    'returned',
    'closed',
    'extensionGranted',
    'checkpoint',
    'standingReview',
  ];

  it.each(timeBound)('%s is dropped when the date no longer stands', (kind) => {
    expect(isTimeBound(kind)).toBe(true);
  });

  it.each(lasting)('%s is told in any case', (kind) => {
    expect(isTimeBound(kind)).toBe(false);
  });
});
