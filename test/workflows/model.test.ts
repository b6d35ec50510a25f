/** The real workflow against the pure model: whatever people press in whatever order, both say the same and hold the same. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { canonicalPolicy, useLives, type Life } from '../support/life.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { china } from '../../core/rules/china.ts';
import { commandTypes, type CommandType } from '../../core/item/acts.ts';
import { type ItemCommand } from '../../core/item/command.ts';
import { decide, possibleActs } from '../../core/item/decide.ts';
import { evolve, itemFrom } from '../../core/item/evolve.ts';
import { isFinished, type Item } from '../../core/item/item.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { instant, localDate, type Instant } from '../../core/time.ts';

const lives = useLives();

/** A press of a button: by anybody on anything, or led to a button that the page would show; or a stretch of time. */
interface Press {
  readonly kind: 'press';
  readonly who: CastMember;
  readonly type: CommandType;
  readonly led: number | null;
  readonly good: boolean;
  readonly days: number;
}
type Move = Press | { readonly kind: 'wait'; readonly days: number };

/** The kinds of command that were accepted somewhere on the way. */
const accepted = new Set<CommandType>();

const people: readonly CastMember[] = Object.values(cast);

const press = fc.record({
  kind: fc.constant('press' as const),
  who: fc.constantFrom(...people),
  type: fc.constantFrom(...commandTypes.filter((type) => type !== 'reopen')),
  led: fc.option(fc.nat(1000), { freq: 4 }),
  good: fc.integer({ min: 0, max: 5 }).map((chance) => chance > 0),
  days: fc.integer({ min: 1, max: 30 }),
});
const wait = fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) });
const moves = fc.array<Move>(fc.oneof({ weight: 5, arbitrary: press }, { weight: 1, arbitrary: wait }), {
  minLength: 8,
  maxLength: 25,
});

/** Where a press is led, one of the buttons that some person sees now; a cancelled item would end the walk too soon. */
function leadToButton(move: Press, item: Item, rules: Rules, now: Instant): Press {
  if (move.led === null) return move;
  const buttons = people.flatMap((who) =>
    possibleActs(item, actor(who), rules, now)
      .filter((type) => type !== 'cancel')
      .map((type) => ({ who, type })),
  );
  return { ...move, ...buttons[move.led % Math.max(1, buttons.length)] };
}

function commandOf(
  { who, type, good, days }: Extract<Move, { kind: 'press' }>,
  today: string,
  id: string,
): ItemCommand {
  const words = good ? '已按要求逐项核对并整改到位。' : '好';
  const date = good ? addWorkingDays(china, today, days) : '2026-02-30';
  const all = {
    unitId: 'finance',
    handlerId: cast.wang.id,
    leadLeaderId: cast.zhang.id,
    reason: words,
    rootCause: words,
    measures: good ? [{ text: words, ownerId: null, dueOn: null }] : [],
    text: words,
    ...handIn(String(days % 10).repeat(64), { measureIds: good ? ['m1'] : ['m9'] }),
    statement: words,
    unproven: [],
    opinion: words,
    dueOn: date,
    until: date,
    pausedUntil: date,
    progress: words,
    checkpointOn: date,
    reviewOn: date,
    moves: [],
    rules: { policy: 1, calendar: 1 },
    as: good ? ['handler' as const] : [],
    fromId: cast.wang.id,
    toId: cast.lin.id,
    letter: good ? 'reminderLetter' : 'redLetter',
    letterSeq: 1,
    grade: 'high' as const,
    sources: good ? ['audit' as const] : [],
    measureStatuses: [{ measureId: good ? 'm1' : 'm9', status: 'done' as const }],
    answer: words,
    heldOn: good ? today : date,
    attendees: words,
    minutes: words,
  };
  return { ...all, type, actor: actor(who), commandId: id } as ItemCommand;
}

async function pressAndCompare(life: Life, planned: Press, index: number): Promise<void> {
  const now = instant(await life.env.currentTimeMs());
  const before = itemFrom('r1', life.itemId, life.events);
  const move = leadToButton(planned, before, life.rules, now);
  const command = commandOf(move, localDate(now), `move-${index}-${life.itemId.slice(0, 8)}`);
  const expected = decide(before, command, life.rules, now);
  const { type, actor: _actor, commandId, ...body } = command;
  const answer = await life.act(move.who, type, body as never, commandId).then(
    ({ seq }) => ({ seq }),
    (error: unknown) => {
      if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) throw error;
      return { refusal: error.cause.details?.[0] };
    },
  );
  if ('refusal' in expected) {
    expect(answer).toEqual({ refusal: expected.refusal });
    expect(itemFrom('r1', life.itemId, life.events)).toEqual(before);
  } else {
    accepted.add(move.type);
    expect(answer).toEqual({ seq: expected.event.seq });
    // Time may have taken a step right after, so the fact is found by its number.
    const facts = life.events.slice(0, expected.event.seq);
    const { at: _at, ...model } = expected.event;
    expect(facts.at(-1)).toMatchObject(model);
    expect(itemFrom('r1', life.itemId, facts).state).toBe(evolve(before, expected.event).state);
  }
}

it('agrees with decide, evolve and tick on every path', async () => {
  accepted.clear();
  const policies = [defaultPolicy, canonicalPolicy, { ...defaultPolicy, planReview: 'none' as const }];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...policies), fc.boolean(), moves, async (policy, immediate, path) => {
      const life = await lives.begin({ policy, immediate });
      for (const [index, move] of path.entries()) {
        if (isFinished(itemFrom('r1', life.itemId, life.events))) break;
        if (move.kind === 'wait') await life.env.sleep(move.days * 86_400_000);
        else await pressAndCompare(life, move, index);
      }
      const facts = itemFrom('r1', life.itemId, life.events);
      expect(facts).toEqual(await life.item());
      expect(life.events.map(({ seq }) => seq)).toEqual(life.events.map((_, index) => index + 1));
      if (!isFinished(facts)) await life.handle.terminate();
    }),
    { numRuns: 25, endOnFailure: true },
  );
  // A walk that is only ever refused would agree about nothing.
  expect(accepted.size).toBeGreaterThanOrEqual(10);
});
