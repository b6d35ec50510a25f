/** Whole lives: two years of random acts by random people, and time jumping from wake to wake between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import { doers, launched, type Story } from '../../support/story.ts';
import { isWorkingDay } from '../../../core/rules/calendar.ts';
import { commandTypes, type CommandType } from '../../../core/item/command.ts';
import { possibleActs } from '../../../core/item/decide.ts';
import type { ItemEvent } from '../../../core/item/event.ts';
import { itemFrom } from '../../../core/item/evolve.ts';
import { nextWake } from '../../../core/item/ladder.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import type { Policy } from '../../../core/rules/policy.ts';
import type { RefusalCode } from '../../../core/item/refusal.ts';
import { addDays, at, instant, localDate, millis, type Instant } from '../../../core/time.ts';

const people = Object.values(cast);

/** What the buttons of the page already know; all other refusals are about what was written into the form. */
const refusedByButton: readonly RefusalCode[] = [
  'notAllowedInState',
  'notYours',
  'ownApplication',
  'alreadyReviewed',
  'notSignedFor',
  'alreadySignedFor',
  'assignmentFinal',
  'extensionPending',
  'noExtensionRequest',
  'ownRequest',
];

interface Press {
  /** Chooses among what is possible now, so that lives get somewhere; or is anything by anybody. */
  readonly sensible: boolean;
  readonly choice: number;
  readonly who: (typeof people)[number];
  readonly type: CommandType;
  readonly days: number;
  readonly spoilt: 'no' | 'text' | 'date' | 'measures';
  readonly hoursBefore: number;
}

const presses = fc.array(
  fc.record<Press>({
    sensible: fc.constantFrom(true, true, true, false),
    choice: fc.nat(),
    who: fc.constantFrom(...people),
    type: fc.constantFrom(...commandTypes),
    days: fc.integer({ min: -3, max: 120 }),
    spoilt: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'text', 'date', 'measures'),
    hoursBefore: fc.constantFrom(0, 1, 5, 20, 24, 100, 700, 2400),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

const policies = fc.record<Partial<Policy>>({
  mailSlot: fc.constantFrom('09:00', '00:30', '23:45'),
  closureReview: fc.constantFrom('endorseThenApprove', 'approveOnly'),
  planReview: fc.constantFrom('leadLeader', 'none'),
  dueOnDayOff: fc.constantFrom('nextWorkingDay', 'keep'),
  signWithinWorkingDays: fc.constantFrom(3, null),
  reviewWithinWorkingDays: fc.constantFrom(5, null),
  periodMonths: fc.constantFrom(1, 3, 6),
  standingReviewMonths: fc.constantFrom(1, 6),
});

const starts = fc.record({ policy: policies, immediate: fc.boolean() });

function formOf({ days, spoilt }: Press, story: Story): Readonly<Record<string, unknown>> {
  const date = spoilt === 'date' ? addDays(localDate(story.now), days) : story.workingDaysLater(Math.max(1, days));
  const text = spoilt === 'text' ? { reason: ' ', statement: '', opinion: '', text: '\n' } : {};
  const measures = spoilt === 'measures' ? { measureIds: ['m1', 'm9'] } : {};
  return { ...text, ...measures, dueOn: date, until: date, checkpointOn: date, reviewOn: date };
}

/** Does what the press says; an event is recorded, a refusal must leave the item as it was. */
function press(given: Press, story: Story): void {
  const possible = people.flatMap((who) =>
    possibleActs(story.item, actor(who), story.rules).map((type) => ({ who, type })),
  );
  // By kind of act, so that the many who may report progress do not drown the one who may reopen.
  const kinds = [...new Map(possible.map((one) => [one.type, one])).values()].filter(({ type }) => type !== 'cancel');
  const sensible = kinds[given.choice % Math.max(1, kinds.length)];
  const { who, type } = given.sensible && sensible !== undefined ? sensible : given;
  const before = JSON.stringify(story.item);
  const decision = story.ask(who, type, formOf(given, story));
  expect(JSON.stringify(story.item)).toBe(before);
  const isShown = possible.some((one) => one.who === who && one.type === type);
  if ('event' in decision) expect(isShown, `${type} by ${who.id} was possible but not shown`).toBe(true);
  else expect(refusedByButton.includes(decision.refusal.code)).toBe(!isShown);
  if ('event' in decision) record(decision.event, story);
}

function record(event: ItemEvent, story: Story): void {
  story.record(event);
  checkMails(event, story);
}

function checkMails(event: ItemEvent, { item, rules }: Story): void {
  for (const { sendAt } of mailsOf(event, item, rules)) {
    expect(sendAt >= event.at).toBe(true);
    expect(sendAt).toBe(at(localDate(sendAt), rules.policy.mailSlot));
    expect(isWorkingDay(rules.calendar, localDate(sendAt))).toBe(true);
  }
}

/** The clock has its way at this instant; afterwards it has nothing left to do before a later one. */
function settle(story: Story): void {
  const steps = story.takeSteps();
  expect(steps.length).toBeLessThanOrEqual(4);
  for (const step of steps) checkMails(step, story);
  const wake = nextWake(story.item, story.rules);
  expect(wake === null || wake > story.now, `at ${story.now} the next wake is ${wake}`).toBe(true);
  if (story.item.state === 'interim' || story.item.state === 'standing') expect(wake).not.toBeNull();
}

function passUntil(end: Instant, story: Story): void {
  for (;;) {
    settle(story);
    const wake = nextWake(story.item, story.rules);
    if (wake === null || wake > end) break;
    story.now = wake;
  }
  story.now = end;
}

function check(story: Story): void {
  const { events, item } = story;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(itemFrom('r1', 'i1', events)).toEqual(item);
  const keys = item.stepsTaken.map(({ key }) => key);
  expect(new Set(keys).size, keys.join(' ')).toBe(keys.length);
}

function live(start: Parameters<typeof launched>[0], acts: readonly Press[]): Story {
  const story = launched(start);
  const end = instant(millis(story.now) + 730 * 86_400_000);
  for (const act of acts) {
    const then = instant(millis(story.now) + act.hoursBefore * 3_600_000);
    if (then > end) break;
    passUntil(then, story);
    press(act, story);
    check(story);
  }
  passUntil(end, story);
  check(story);
  return story;
}

describe('a life of two years', () => {
  it('ends, takes each step once, numbers its events without gaps and is made by them at every point', () => {
    fc.assert(
      fc.property(starts, presses, (start, acts) => {
        live(start, acts);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('is as full as it should be: the random lives reach every state and every kind of event', () => {
    const lives = fc.sample(fc.tuple(starts, presses), { numRuns: 120, seed: 1 });
    const stories = lives.map(([start, acts]) => live(start, acts));
    const types = new Set(stories.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(types.size, [...types].sort().join(' ')).toBe(25);
    const kinds = stories.flatMap(({ events }) =>
      events.flatMap((event) => ('step' in event ? [event.step.kind] : [])),
    );
    expect(new Set(kinds).size).toBe(9);
  }, 60_000);

  it('without anybody is the ladder and nothing else', () => {
    const story = launched();
    passUntil('2028-01-05T00:00:00.000Z', story);
    expect(story.events.slice(3).map((event) => ('step' in event ? event.step.kind : event.type))).toEqual([
      'signOverdue',
      'planReminder',
      'planReminder',
      'planOverdue',
      ...Array.from({ length: 4 }, () => 'reminder'),
      ...Array.from({ length: 4 }, () => 'overdue'),
    ]);
  });

  it('takes an outage of any length without a burst', () => {
    fc.assert(
      fc.property(presses, fc.integer({ min: 1, max: 700 }), (acts, days) => {
        const story = launched();
        for (const act of acts.slice(0, 12)) press(act, story);
        story.now = instant(millis(story.now) + days * 86_400_000);
        const slots = story.takeSteps().map((event) => ('sendAt' in event ? event.sendAt : ''));
        expect(slots.length).toBeLessThanOrEqual(3);
        settle(story);
      }),
    );
  }, 60_000);
});

it('knows a doer for every command', () => {
  expect(Object.keys(doers).sort()).toEqual([...commandTypes].sort());
});
