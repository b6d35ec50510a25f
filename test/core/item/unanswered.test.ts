/** Letters of which an answer is wanted: who owes it, what answers them, and how one that nobody answers climbs. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, type Story } from '../../support/story.ts';
import { awaitedLetters } from '../../../core/item/letter.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { outlook } from '../../../core/item/light.ts';
import { letterRules } from '../../../core/rules/policy.ts';
import { localDate } from '../../../core/time.ts';

const answered = (answerWithinWorkingDays: number) => ({
  letters: letterRules({}).map((rule) => ({ ...rule, answerWithinWorkingDays })),
});
const working = (days = 3) => inState('inProgress', { policy: answered(days) });
/** The item is due on Monday 6 July: the reminder letter leaves on Tuesday, its answer is due on Friday. */
const reminded = () => working().passUntil('2026-07-07');

const steps = (story: Story): string[] =>
  story.events.flatMap((event) =>
    'step' in event && event.step.level > 0
      ? [`${localDate(event.sendAt)} ${event.step.kind} ${event.step.level} ${event.step.letter}`]
      : [],
  );
const seqs = ({ item }: Story): number[] => awaitedLetters(item).map(({ seq }) => seq);

describe('a letter of which an answer is wanted', () => {
  it('says in its fact by when, where the rules want one, and else says nothing of it', () => {
    expect(reminded().events.at(-1)).toMatchObject({ type: 'escalated', answerDueOn: '2026-07-10' });
    expect(inState('inProgress').passUntil('2026-07-07').events.at(-1)).not.toHaveProperty('answerDueOn');
  });

  it('climbs to the next step on the working day after, whatever that step’s own date, and not twice', () => {
    expect(steps(working(2).passUntil('2026-08-31'))).toEqual([
      '2026-07-07 overdue 1 reminderLetter',
      '2026-07-10 letterUnanswered 2 supervisionLetter',
      '2026-07-15 letterUnanswered 3 null',
      '2026-08-03 overdue 4 null',
    ]);
  });

  it('goes on being asked for when the ladder is at its end, and nobody is said to be overdue besides', () => {
    const kinds = working(2)
      .passUntil('2026-08-31')
      .events.flatMap((event) => (event.type === 'reminded' && event.at > '2026-08-04' ? [event.step.kind] : []));
    expect([...new Set(kinds)]).toEqual(['letterUnanswered']);
  });

  it('is answered by an act of the unit, which the office hears of, and climbs no more', () => {
    const story = reminded().act('answerLetter');
    const event = story.events.at(-1);
    expect(event).toMatchObject({ type: 'letterAnswered', by: 'wang', letterSeq: story.events.length - 1 });
    if (event !== undefined)
      expect(mailsOf(event, story.item, story.rules)).toMatchObject([
        { kind: 'letterAnswered', to: 'inspectionOffice' },
      ]);
    expect(seqs(story)).toEqual([]);
    expect(steps(story.passUntil('2026-07-13'))).toEqual([
      '2026-07-07 overdue 1 reminderLetter',
      '2026-07-13 overdue 2 supervisionLetter',
    ]);
  });

  it('is answered once, by its own number, and with words', () => {
    const story = reminded();
    const [seq = 0] = seqs(story);
    expect(story.refusal('answerLetter', { letterSeq: seq + 1 })).toEqual({
      code: 'otherLetter',
      given: seq + 1,
      waiting: [seq],
    });
    expect(story.refusal('answerLetter', { answer: '好' })).toMatchObject({ code: 'textTooShort', field: 'answer' });
    expect(story.refusal('answerLetter', {}, cast.gao)).toEqual({ code: 'notYours', act: 'answerLetter' });
    expect(story.act('answerLetter').refusal('answerLetter')).toEqual({ code: 'noLetterToAnswer' });
  });

  it.each([
    ['an application', (story: Story) => story.act('requestClosure')],
    ['a new date', (story: Story) => story.act('setDueDate')],
  ])('is answered by %s as well', (_, act) => {
    expect(seqs(act(reminded()))).toEqual([]);
  });

  it('climbs one step and no more, where the next has no letter; the unit is reminded of it upward', () => {
    const escalations = [1, 20, 30].map((workingDaysAfter) => ({
      ...{ workingDaysAfter, to: ['handler' as const] },
      ...(workingDaysAfter === 1 ? { letter: 'reminderLetter' } : {}),
    }));
    const story = inState('inProgress', { policy: { ...answered(2), escalations } }).passUntil('2026-07-31');
    expect(steps(story)).toEqual(['2026-07-07 overdue 1 reminderLetter', '2026-07-10 letterUnanswered 2 null']);
    const again = story.events.flatMap((event) =>
      event.type === 'reminded' && event.step.kind === 'letterUnanswered'
        ? [`${localDate(event.sendAt)} ${event.step.to.join(', ')}`]
        : [],
    );
    expect(again).toEqual(['2026-07-17 handler', '2026-07-24 handler, leadLeader', '2026-07-31 handler, leadLeader']);
  });

  it('counts in the level that the item has reached', () => {
    const story = working(2).passUntil('2026-07-10');
    expect(outlook(story.item, story.rules, story.now).escalationLevel).toBe(2);
  });

  it('is told of no more once it is answered: the line of the outbox is dropped', () => {
    const story = working(2).passUntil('2026-07-10');
    const event = story.events.at(-1);
    const line = { kind: 'letterUnanswered', dueOn: '2026-07-09', happenedAt: event?.at ?? '' } as const;
    expect(staleBecause(line, story.item)).toBeNull();
    const [first = 0] = seqs(story);
    expect(staleBecause(line, story.act('answerLetter', { letterSeq: first }).item)).toBe('answered');
  });
});

describe('a letter by hand', () => {
  const issued = () => working().on('2026-03-02').act('issueLetter', { letter: 'reminderLetter' });

  it('leaves at the next slot, with its reason, to those whom its kind is for', () => {
    const story = issued();
    const event = story.events.at(-1);
    expect(event).toMatchObject({
      type: 'letterIssued',
      by: 'li',
      answerDueOn: '2026-03-06',
      to: ['handler', 'liaison'],
    });
    if (event === undefined) return;
    const line = { kind: 'letterIssued', sendAt: '2026-03-03T01:00:00.000Z', letter: 'reminderLetter' };
    expect(mailsOf(event, story.item, story.rules)).toMatchObject([
      { ...line, to: 'handler' },
      { ...line, to: 'liaison' },
    ]);
  });

  it('climbs too when nobody answers it, before any date is over', () => {
    expect(steps(issued().passUntil('2026-03-10'))).toEqual(['2026-03-09 letterUnanswered 1 reminderLetter']);
  });

  it('of a kind that the rules do not know, or without a reason, is refused', () => {
    expect(working().refusal('issueLetter', { letter: 'redLetter' })).toEqual({
      code: 'unknownLetter',
      given: 'redLetter',
      known: ['reminderLetter', 'supervisionLetter'],
    });
    expect(working().refusal('issueLetter', { reason: '急' })?.code).toBe('textTooShort');
  });
});

describe('an item under listed supervision', () => {
  const listed = () => inState('inProgress').passUntil('2026-08-10');

  it('is taken from the list by a formal act, with a reason, by nobody who was listed', () => {
    const story = listed();
    expect(story.item.listedAt).not.toBeNull();
    for (const who of [cast.wang, cast.zhang]) expect(story.refusal('unlist', {}, who)?.code).toBe('notYours');
    expect(story.refusal('unlist', { reason: '好' })?.code).toBe('textTooShort');
    expect(story.act('unlist').item.listedAt).toBeNull();
    expect(story.refusal('unlist')).toEqual({ code: 'notListed' });
  });

  it('is interviewed on a day that has come, in words', () => {
    const story = listed().on('2026-08-11');
    expect(story.refusal('recordInterview', { heldOn: '2026-08-12' })).toEqual({
      code: 'dateAhead',
      given: '2026-08-12',
      today: '2026-08-11',
    });
    expect(story.refusal('recordInterview', { heldOn: '2026-02-30' })?.code).toBe('notADate');
    expect(story.refusal('recordInterview', { minutes: '谈了' })?.code).toBe('textTooShort');
    const held = { heldOn: '2026-08-11', attendees: '财务科科长', minutes: '要求在月底前完成登记。' };
    expect(story.act('recordInterview', held).events.at(-1)).toMatchObject({
      type: 'interviewHeld',
      by: 'li',
      ...held,
    });
  });
});
