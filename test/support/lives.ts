/** Random lives: who presses what and when, under which rules, so that many kinds of life are told. */
import fc from 'fast-check';
import { actor, cast, inPlaceOf, reviewers, type CastMember } from './cast.ts';
import { handIn } from './evidence.ts';
import { launched, type Story, type StoryStart } from './story.ts';
import { actsOfItems, type CommandType } from '../../core/item/acts.ts';
import { possibleActs } from '../../core/item/decide.ts';
import { nextWake } from '../../core/item/ladder.ts';
import { turnOf } from '../../core/item/turn.ts';
import { letterRules, type Policy } from '../../core/rules/policy.ts';
import { addDays, instant, localDate, millis, type Instant } from '../../core/time.ts';

/** The cast, and some of them after they have changed sides: four eyes must still be four. */
export const people: readonly CastMember[] = [
  ...Object.values(cast),
  ...Object.values(reviewers),
  { ...cast.wang, unitId: 'organisation', roles: ['supervisor'] },
  { ...cast.wang, unitId: 'inspection', roles: ['supervisor'], inInspectionOffice: true },
  { ...cast.zhang, unitId: 'finance', roles: ['staff', 'supervisor'] },
  { ...cast.zhang, unitId: 'inspection', inInspectionOffice: true },
  { ...cast.li, unitId: 'finance', roles: ['staff', 'admin'] },
];

/** And those who act in another's place. */
export const substitutes: readonly CastMember[] = [
  inPlaceOf(cast.lin, cast.wang),
  inPlaceOf(cast.gao, cast.wang),
  inPlaceOf(cast.zhang, cast.wang),
  inPlaceOf(cast.wang, cast.lin),
  inPlaceOf(cast.chen, cast.zhang),
  inPlaceOf({ ...cast.wang, roles: ['staff', 'supervisor'] }, cast.zhang),
  inPlaceOf(cast.li, cast.zhao),
  inPlaceOf(cast.zhao, cast.li),
  inPlaceOf({ ...cast.wang, roles: ['staff', 'supervisor'], inInspectionOffice: true }, cast.li),
];

export interface Possible {
  readonly who: CastMember;
  readonly type: CommandType;
  /** The item waits for it. */
  readonly isWanted: boolean;
}

export const possibleFor = ({ item, rules, now }: Story): readonly Possible[] =>
  people.flatMap((who) =>
    possibleActs(item, actor(who), rules, now).map((type) => ({
      ...{ who, type },
      isWanted: type === turnOf(item, rules)?.act,
    })),
  );

/**
 * Chosen by kind of act, so that the many who may report progress do not drown the one who may reopen; every other time what is
 * waited for, so that lives get on.
 */
export function chosen(given: Press, possible: readonly Possible[]): Pick<Possible, 'who' | 'type'> {
  const wanted = given.days % 2 === 0 ? possible.filter(({ isWanted }) => isWanted) : [];
  const kinds = [...new Set((wanted.length > 0 ? wanted : possible).map(({ type }) => type))].filter(
    (type) => type !== 'cancel',
  );
  const kind = kinds[given.choice % Math.max(1, kinds.length)];
  const doers = possible.filter(({ type }) => type === kind);
  const sensible = doers[Math.floor(given.choice / 7) % Math.max(1, doers.length)];
  return given.sensible && sensible !== undefined ? sensible : given;
}

export interface Press {
  /** Chooses among what is possible now, so that lives get somewhere; or is anything by anybody. */
  readonly sensible: boolean;
  readonly choice: number;
  readonly who: CastMember;
  readonly type: CommandType;
  readonly days: number;
  readonly spoilt: 'no' | 'text' | 'date' | 'measures';
  readonly hoursBefore: number;
}

export const presses = fc.array(
  fc.record<Press>({
    sensible: fc.constantFrom(true, true, true, false),
    choice: fc.nat(),
    who: fc.constantFrom(...people),
    type: fc.constantFrom(...actsOfItems),
    days: fc.integer({ min: -3, max: 120 }),
    spoilt: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'text', 'date', 'measures'),
    hoursBefore: fc.constantFrom(0, 1, 5, 20, 24, 100, 700, 2400),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

export const answeredLetters = letterRules({}).map((rule) => ({ ...rule, answerWithinWorkingDays: 3 }));

const policies = fc.record<Partial<Policy>>({
  mailSlot: fc.constantFrom('09:00', '00:30', '23:45'),
  closureReview: fc.constantFrom('endorseThenApprove', 'approveOnly'),
  planReview: fc.constantFrom('leadLeader', 'none'),
  dueOnDayOff: fc.constantFrom('nextWorkingDay', 'keep'),
  signWithinWorkingDays: fc.constantFrom(3, null),
  reviewWithinWorkingDays: fc.constantFrom(5, null),
  periodMonths: fc.constantFrom(1, 3, 6),
  standingReviewMonths: fc.constantFrom(1, 6),
  letters: fc.constantFrom(letterRules({}), answeredLetters),
});

/** A unit that is asked may be the one that carries the item; then it is left out. */
const jointReviews = fc.constantFrom<Pick<Policy, 'jointReview'>>(
  {},
  { jointReview: [['discipline', 'bureau'], ['organisation']] },
  { jointReview: [['finance'], ['organisation', 'finance', 'discipline']] },
);

export const starts = fc.record({
  policy: fc.tuple(policies, jointReviews).map(([policy, joint]) => ({ ...policy, ...joint })),
  immediate: fc.boolean(),
});

export function formOf({ days, spoilt }: Press, story: Story): Readonly<Record<string, unknown>> {
  const date = spoilt === 'date' ? addDays(localDate(story.now), days) : story.workingDaysLater(Math.max(1, days));
  const text = spoilt === 'text' ? { reason: ' ', statement: '', opinion: '', text: '\n' } : {};
  const measures = spoilt === 'measures' ? { measureIds: ['m1', 'm9'] } : {};
  const dueOn = days % 2 === 0 ? null : story.workingDaysLater(1 + Math.abs(days >> 3));
  const planned = { measures: [{ text: '逐项登记资产', ownerId: 'wang', dueOn }] };
  // Now and then somebody hands in what was handed in before.
  const file = days % 3 === 0 ? handIn('f'.repeat(64), { id: `f-${story.item.seq}` }) : {};
  return {
    ...text,
    ...measures,
    ...file,
    ...planned,
    dueOn: date,
    until: date,
    pausedUntil: date,
    checkpointOn: date,
    reviewOn: date,
  };
}

/** A life told to its end: time goes from wake to wake, and presses that are refused leave nothing. */
export function lived(start: StoryStart, acts: readonly Press[]): Story {
  const story = launched(start);
  for (const act of acts) {
    passTo(instant(millis(story.now) + act.hoursBefore * 3_600_000), story);
    const { who, type } = chosen(act, possibleFor(story));
    const decision = story.ask(who, type, formOf(act, story));
    if ('event' in decision) story.record(decision.event);
  }
  return story;
}

function passTo(end: Instant, story: Story): void {
  for (;;) {
    story.takeSteps();
    const wake = nextWake(story.item, story.rules);
    if (wake === null || wake > end) break;
    story.now = wake;
  }
  story.now = end;
}
