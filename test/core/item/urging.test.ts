/** Urging by hand: whoever is waited for, at once, and once a day whoever presses. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched } from '../../support/story.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import { instant, millis } from '../../../core/time.ts';

const day = 24 * 3_600_000;

describe('urging', () => {
  it.each([
    ['a unit that has not signed', () => launched(), 'handler', 'signFor'],
    ['a unit at work', () => inState('inProgress'), 'handler', 'requestClosure'],
    ['a leader who reads a plan', () => inState('planned'), 'leadLeader', 'approvePlan'],
    ['a leader who reads an application', () => inState('submitted'), 'leadLeader', 'endorse'],
    ['the office itself', () => inState('endorsed'), 'inspectionOffice', 'approveClosure'],
    ['the admin', () => inState('disowned'), 'admin', 'assign'],
    [
      'the office while more time is asked for',
      () => inState('inProgress').act('requestExtension'),
      'inspectionOffice',
      'grantExtension',
    ],
  ] as const)('reaches %s, at once and nobody else', (_, told, to, act) => {
    const story = told().act('urge');
    const event = story.events.at(-1);
    expect(event).toMatchObject({ type: 'urged', by: 'li', to, act });
    if (event === undefined) return;
    expect(mailsOf(event, story.item, story.rules)).toEqual([
      { kind: 'urged', to, sendAt: event.at, dueOn: story.item.dueOn, letter: null },
    ]);
  });

  it('is refused for a day, to whomever, and says from when it is possible again', () => {
    const story = inState('inProgress').act('urge');
    const at = story.item.urgedAt ?? '';
    const again = instant(millis(at) + day);
    for (const who of [cast.li, cast.zhao])
      expect(story.refusal('urge', {}, who)).toEqual({ code: 'urgedLately', at, again });
    story.now = instant(millis(again) - 1);
    expect(story.refusal('urge', {}, cast.zhao)?.code).toBe('urgedLately');
    story.now = again;
    expect(story.refusal('urge', {}, cast.zhao)).toBeNull();
  });

  it('still counts when the turn has passed to others meanwhile', () => {
    const story = inState('inProgress').act('urge').act('requestClosure');
    expect(story.refusal('urge')?.code).toBe('urgedLately');
  });

  it('moves no date and no reminder', () => {
    const plain = inState('inProgress').passUntil('2026-08-10');
    const urged = inState('inProgress').act('urge').passUntil('2026-08-10');
    const steps = ({ events }: typeof plain) => events.flatMap((event) => ('step' in event ? [event.step.key] : []));
    expect(steps(urged)).toEqual(steps(plain));
  });

  it('is nobody’s where only a date is waited for', () => {
    expect(inState('standing').refusal('urge')).toEqual({ code: 'nobodyToUrge' });
    expect(inState('standing').passUntil('2027-06-10').refusal('urge')).toBeNull();
  });
});
