/** Whole lives: two years of random acts by random people, and time jumping from wake to wake between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor } from '../../support/cast.ts';
import { chosen, formOf, people, possibleFor, presses, starts, type Press } from '../../support/lives.ts';
import { doers, launched, type Story } from '../../support/story.ts';
import { isWorkingDay } from '../../../core/rules/calendar.ts';
import { commandTypes } from '../../../core/item/acts.ts';
import type { ItemCommand } from '../../../core/item/command.ts';
import { decide, possibleActs } from '../../../core/item/decide.ts';
import type { ItemEvent } from '../../../core/item/event.ts';
import { itemFrom } from '../../../core/item/evolve.ts';
import { isFinished, type Item } from '../../../core/item/item.ts';
import { nextWake } from '../../../core/item/ladder.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import type { RefusalCode } from '../../../core/item/refusal.ts';
import { filesLookedAt } from '../../../core/item/proof.ts';
import { tick } from '../../../core/item/tick.ts';
import { isTurnOf, turnOf } from '../../../core/item/turn.ts';
import { at, instant, localDate, millis, type Instant } from '../../../core/time.ts';

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
  'nothingToWithdraw',
  'paused',
  'notPaused',
  'pausePending',
  'noPauseRequest',
  'noRevision',
  'revisionPending',
  'dueDateFixed',
  'ownRequest',
  'extensionTooLate',
  'tooManyExtensions',
  'nobodyToUrge',
  'urgedLately',
  'noLetterToAnswer',
  'notListed',
  'notAsked',
  'jointReviewOpen',
];

/** Does what the press says; an event is recorded, a refusal must leave the item as it was. */
function press(given: Press, story: Story): void {
  const possible = possibleFor(story);
  const { who, type } = chosen(given, possible);
  const before = JSON.stringify(story.item);
  const command = story.command(who, type, formOf(given, story));
  const decision = decide(story.item, command, story.rules, story.now);
  const narrowed = withFilesLookedAt(story.item, [command]);
  expect(decide(narrowed, command, story.rules, story.now)).toEqual(decision);
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
  const mails = mailsOf(event, item, rules);
  expect(mailsOf(event, withFilesLookedAt(item, []), rules)).toEqual(mails);
  for (const { sendAt } of mails) {
    expect(sendAt >= event.at).toBe(true);
    // Who urges does not wait for a slot.
    if (event.type === 'urged') continue;
    expect(sendAt).toBe(at(localDate(sendAt), rules.policy.mailSlot));
    expect(isWorkingDay(rules.calendar, localDate(sendAt))).toBe(true);
  }
}

/** The item as the ledger reads it to judge these commands, and the clock's steps where there are none. */
function withFilesLookedAt(item: Item, commands: readonly ItemCommand[]): Item {
  const files = filesLookedAt(commands);
  return files === 'all' ? item : { ...item, evidence: item.evidence.filter(({ sha256 }) => files.includes(sha256)) };
}

/** The clock has its way at this instant; afterwards it has nothing left to do before a later one. */
function settle(story: Story): void {
  const ofTheClock = withFilesLookedAt(story.item, []);
  expect(tick(ofTheClock, story.rules, story.now)).toEqual(tick(story.item, story.rules, story.now));
  expect(nextWake(ofTheClock, story.rules)).toBe(nextWake(story.item, story.rules));
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
  checkTurn(story);
}

/** Somebody's turn it always is, until all is done; and whose turn it is may do what is wanted. */
function checkTurn({ item, rules, events, now }: Story): void {
  const turn = turnOf(item, rules);
  expect(turn === null).toBe(isFinished(item));
  if (turn === null) return;
  expect(events.map(({ at: moment }) => moment)).toContain(turn.since);
  for (const who of people) {
    const may = turn.act !== null && possibleActs(item, actor(who), rules, now).includes(turn.act);
    const isAsked = turn.personId === null || turn.personId === who.id;
    expect(isTurnOf(actor(who), item, turn), `${who.id} ${turn.act}`).toBe(may && isAsked);
  }
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
    const lives = fc.sample(fc.tuple(starts, presses), { numRuns: 120, seed: 2 });
    const stories = lives.map(([start, acts]) => live(start, acts));
    const types = new Set(stories.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(types.size, [...types].sort().join(' ')).toBe(43);
    const kinds = stories.flatMap(({ events }) =>
      events.flatMap((event) => ('step' in event ? [event.step.kind] : [])),
    );
    expect([...new Set(kinds)].sort()).toHaveLength(13);
  }, 60_000);

  it('without anybody is the ladder, and the reminder to sign again every week', () => {
    const story = launched();
    passUntil('2028-01-05T00:00:00.000Z', story);
    const kinds = story.events.slice(3).map((event) => ('step' in event ? event.step.kind : event.type));
    expect(kinds.filter((kind) => kind === 'signOverdue').length).toBeGreaterThan(90);
    expect(kinds.filter((kind) => kind !== 'signOverdue')).toEqual([
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
