import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import { lived, presses, starts } from '../../support/lives.ts';
import { inState, launched, type Story } from '../../support/story.ts';
import { decide } from '../../../core/item/decide.ts';
import { evolve } from '../../../core/item/evolve.ts';
import { itemStates } from '../../../core/item/item.ts';
import { movesOf, recounted } from '../../../core/item/recount.ts';
import { mailsOf } from '../../../core/item/mail.ts';
import { stepsAhead } from '../../../core/item/ladder.ts';
import { tick } from '../../../core/item/tick.ts';
import { dateStories } from '../../../core/item/date-story.ts';
import { blankItem } from '../../../core/item/blank-item.ts';
import type { CalendarYear } from '../../../core/rules/calendar.ts';
import { china } from '../../../core/rules/china.ts';
import { letterRules } from '../../../core/rules/policy.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { at } from '../../../core/time.ts';

const startsOn = '2026-01-05';

/** A year nobody has published yet, as it might be; its own holidays of January and July fall on due dates of these lives. */
const year2027: CalendarYear = {
  source: '关于2027年部分节假日安排的通知',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-06', to: '2027-02-12' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workOn: ['2027-02-14'],
};
const withYear = ({ rules }: Story): Rules => ({ ...rules, calendar: { ...rules.calendar, '2027': year2027 } });
const movesIn = (story: Story, after: Rules, from = startsOn) =>
  movesOf({ events: story.events, item: story.item, before: story.rules, startsOn: from, after }, story.now);

/** Six months from then are over on Wednesday 2027-02-10, within the spring festival that nobody knew of. */
const autumn = { startsOn: '2026-08-10', launchedOn: '2026-08-10' };

describe('a year that is published after the launch', () => {
  it('moves a due date off the holiday that nobody knew of', () => {
    const story = launched(autumn);
    expect(story.item.dueOn).toBe('2027-02-10');
    // The Sunday after is worked on in exchange.
    expect(movesIn(story, withYear(story), '2026-08-10')).toEqual([
      { date: 'due', from: '2027-02-10', to: '2027-02-14' },
    ]);
  });

  it('moves nothing that does not rest on it', () => {
    const story = launched();
    expect(movesIn(story, withYear(story))).toEqual([]);
  });

  it('moves no date that a person named, and none of the past', () => {
    const named = launched(autumn).act('signFor').act('submitPlan').act('approvePlan');
    named.act('requestExtension', { until: '2027-02-11' }).act('grantExtension');
    expect(movesIn(named, withYear(named), '2026-08-10')).toEqual([]);
    const over = launched(autumn).on('2027-03-01');
    expect(movesIn(over, withYear(over), '2026-08-10').map(({ date }) => date)).not.toContain('due');
  });

  it('moves by when others decide, and tells them', () => {
    const story = inState('inProgress', autumn).on('2027-02-04').act('requestClosure');
    const after = withYear(story);
    const moves = movesIn(story, after, '2026-08-10');
    expect(moves.find(({ date }) => date === 'turn')).toEqual({ date: 'turn', from: '2027-02-11', to: '2027-02-17' });
  });
});

describe('a policy that takes the place of another', () => {
  const shorter = ({ rules }: Story): Rules => ({ ...rules, policy: { ...rules.policy, periodMonths: 3 } });

  it('moves the due date to where it would have been from the beginning', () => {
    const story = inState('inProgress');
    expect(movesIn(story, shorter(story))).toEqual([{ date: 'due', from: '2026-07-06', to: '2026-04-07' }]);
  });

  it('never moves a date onto a day that is over: there is as much time as a return gives', () => {
    const story = inState('inProgress').on('2026-05-11');
    expect(movesIn(story, shorter(story))).toEqual([{ date: 'due', from: '2026-07-06', to: '2026-05-25' }]);
    const late = inState('inProgress').on('2026-06-29');
    expect(movesIn(late, shorter(late))).toEqual([]);
  });

  it('moves what was given back by others as well', () => {
    const story = inState('submitted').on('2026-01-19').act('return', { dueOn: '2026-02-02' });
    expect(movesIn(story, shorter(story))).toEqual([{ date: 'due', from: '2026-07-20', to: '2026-04-21' }]);
  });
});

it.each(itemStates)('the same rules move nothing of an item that is %s', (state) => {
  const story = inState(state);
  expect(movesIn(story, story.rules)).toEqual([]);
  const { roundId, itemId } = story.item;
  const anew = story.events.reduce(
    (item, event) => evolve(item, recounted(event, item, story.rules, startsOn)),
    blankItem(roundId, itemId),
  );
  expect(anew).toEqual(story.item);
});

it('the same rules make of any life what it is', () => {
  fc.assert(
    fc.property(starts, presses, (start, acts) => {
      const story = lived(start, acts);
      expect(movesIn(story, story.rules)).toEqual([]);
      const anew = story.events.reduce(
        (item, event) => evolve(item, recounted(event, item, story.rules, startsOn)),
        blankItem(story.item.roundId, story.item.itemId),
      );
      expect(anew).toEqual(story.item);
    }),
    { numRuns: 150 },
  );
});

describe('the act', () => {
  const moved = () => {
    const story = inState('inProgress').on('2026-03-02');
    const rules = { policy: 2, calendar: 1 };
    const moves = [{ date: 'due', from: '2026-07-06', to: '2026-04-07' }] as const;
    return {
      story,
      press: {
        type: 'moveDates',
        actor: actor(cast.zhao),
        commandId: 'c-moves',
        moves,
        rules,
        reason: '新规则自三月起施行，期限随之调整。',
      } as const,
    };
  };

  it('leaves one fact, moves the dates and keeps the first', () => {
    const { story, press } = moved();
    const decision = decide(story.item, press, story.rules, story.now);
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    const item = evolve(story.item, decision.event);
    expect([item.dueOn, item.firstDueOn, item.state]).toEqual(['2026-04-07', '2026-07-06', 'inProgress']);
    expect(mailsOf(decision.event, item, story.rules)).toMatchObject([
      { kind: 'datesMoved', to: 'handler' },
      { kind: 'datesMoved', to: 'leadLeader' },
    ]);
    story.record(decision.event);
    const after = { ...story.rules, policy: { ...story.rules.policy, periodMonths: 3, version: 2 } };
    const due = dateStories(story.events, after, startsOn, story.item).find(({ date }) => date === 'due');
    expect(due?.settings.map(({ on, making }) => [on, making.kind])).toEqual([
      ['2026-04-07', 'counted'],
      ['2026-04-07', 'recounted'],
    ]);
    // Under the rules of the beginning it would be due again when it first was.
    expect(
      movesOf({ events: story.events, item: story.item, before: after, startsOn, after: story.rules }, story.now),
    ).toEqual([{ date: 'due', from: '2026-04-07', to: '2026-07-06' }]);
  });

  it('is refused where the date is another by now, where none is named, and to all but admins', () => {
    const { story, press } = moved();
    const refusalOf = (more: object) => {
      const decision = decide(story.item, { ...press, ...more }, story.rules, story.now);
      return 'refusal' in decision ? decision.refusal : null;
    };
    expect(refusalOf({ moves: [{ date: 'due', from: '2026-07-07', to: '2026-04-07' }] })).toEqual({
      ...{ code: 'dateNotAsSeen', date: 'due', seen: '2026-07-07' },
    });
    expect(refusalOf({ moves: [] })?.code).toBe('noDates');
    expect(refusalOf({ actor: actor(cast.li) })?.code).toBe('notYours');
    expect(refusalOf({ moves: [{ date: 'due', from: '2026-07-06', to: '2026-04-31' }] })?.code).toBe('notADate');
  });
});

describe('rules that take the place of others', () => {
  const since = at('2026-07-03', '12:00');

  it('make up for no reminder of a day that is over', () => {
    // The Friday became a holiday after its reminder was sent: under the new calendar that reminder would have another key.
    const story = inState('inProgress').passUntil('2026-07-03');
    const [year2026] = [china['2026']];
    if (year2026 === undefined) throw new Error('no calendar of 2026');
    const free = { name: '校庆', from: '2026-07-03', to: '2026-07-03' };
    const calendar = { ...china, '2026': { ...year2026, holidays: [...year2026.holidays, free] } };
    const without: Rules = { ...story.rules, calendar };
    expect(tick(story.item, without, at('2026-07-05', '12:00'))).not.toBeNull();
    expect(tick(story.item, { ...without, since }, at('2026-07-05', '12:00'))).toBeNull();
  });

  it('send no letter for a day that is over, and go on with those that are not', () => {
    const story = inState('inProgress').passUntil('2026-07-08');
    const policy = {
      ...story.rules.policy,
      escalations: story.rules.policy.escalations.map((step, index) =>
        index === 1 ? { ...step, workingDaysAfter: 2 } : step,
      ),
    };
    const later = at('2026-07-10', '10:00');
    const letters = (rules: Rules) => stepsAhead(story.item, rules).map(({ level }) => level);
    expect(letters({ ...story.rules, policy })).toEqual([2, 3, 4]);
    expect(letters({ ...story.rules, policy, since: later })).toEqual([3, 4]);
  });

  it('go on asking for what is not done, counted from the day on which they began', () => {
    const story = launched().passUntil('2026-01-12');
    const calendar = { ...china };
    const began = at('2026-01-20', '10:00');
    const next = stepsAhead(
      { ...story.item, signDueOn: '2026-01-12' },
      { ...story.rules, calendar, since: began },
    ).find(({ kind }) => kind === 'signOverdue');
    expect(next?.at).toBe(at('2026-01-27', '09:00'));
  });

  it('let a letter that nobody answers climb, counted from the day on which they began', () => {
    const letters = letterRules({}).map((rule) => ({ ...rule, answerWithinWorkingDays: 3 }));
    const story = inState('inProgress', { policy: { letters } }).passUntil('2026-07-07');
    const climbing = (rules: Rules) =>
      stepsAhead(story.item, rules).flatMap(({ kind, at: slot, level, ofLetter }) =>
        kind === 'letterUnanswered' ? [[slot, level, ofLetter]] : [],
      );
    const [letter] = story.item.letters;
    expect(climbing(story.rules)).toEqual([[at('2026-07-13', '09:00'), 2, letter?.seq]]);
    const began = at('2026-07-13', '10:00');
    expect(climbing({ ...story.rules, since: began })).toEqual([[at('2026-07-20', '09:00'), 2, letter?.seq]]);
  });
});
