/** The real workflow against the pure model: whatever people press in whatever order, both say the same and hold the same. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { canonicalPolicy, useLives, type Life } from '../support/life.ts';
import { addWorkingDays } from '../../core/calendar.ts';
import { china } from '../../core/china.ts';
import { commandTypes, type CommandType, type ItemCommand } from '../../core/command.ts';
import { decide } from '../../core/decide.ts';
import { evolve, fold } from '../../core/evolve.ts';
import { isFinished } from '../../core/item.ts';
import { defaultPolicy } from '../../core/policy.ts';
import { instant, localDate } from '../../core/time.ts';

const lives = useLives();

/** A press of a button by somebody, with good or bad words, or a stretch of time. */
type Move =
  | {
      readonly kind: 'press';
      readonly who: CastMember;
      readonly type: CommandType;
      readonly good: boolean;
      readonly days: number;
    }
  | { readonly kind: 'wait'; readonly days: number };

/** The kinds of command that were accepted somewhere on the way. */
const accepted = new Set<CommandType>();

const press = fc.record({
  kind: fc.constant('press' as const),
  who: fc.constantFrom<CastMember>(...Object.values(cast)),
  type: fc.constantFrom(...commandTypes.filter((type) => type !== 'reopen')),
  good: fc.boolean(),
  days: fc.integer({ min: 1, max: 30 }),
});
const wait = fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) });
const moves = fc.array<Move>(fc.oneof({ weight: 5, arbitrary: press }, { weight: 1, arbitrary: wait }), {
  minLength: 5,
  maxLength: 25,
});

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
    sha256: String(days % 10).repeat(64),
    name: '材料.pdf',
    measureIds: good ? ['m1'] : ['m9'],
    statement: words,
    unproven: [],
    opinion: words,
    dueOn: date,
    until: date,
    progress: words,
    checkpointOn: date,
    reviewOn: date,
  };
  return { ...all, type, actor: actor(who), commandId: id } as ItemCommand;
}

async function pressAndCompare(life: Life, move: Extract<Move, { kind: 'press' }>, index: number): Promise<void> {
  const now = instant(await life.env.currentTimeMs());
  const before = fold('r1', life.itemId, life.events);
  const command = commandOf(move, localDate(now), `move-${index}-${life.itemId.slice(0, 8)}`);
  const expected = decide(before, command, life.rules, now);
  const { type, actor: _actor, commandId, ...body } = command;
  const answer = await life.act(move.who, type, body as never, commandId).then(
    ({ seq }) => ({ seq }),
    (error: unknown) => {
      if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) throw error;
      return { refusal: error.cause.details?.[0] as unknown };
    },
  );
  if ('refusal' in expected) {
    expect(answer).toEqual({ refusal: expected.refusal });
    expect(fold('r1', life.itemId, life.events)).toEqual(before);
  } else {
    accepted.add(move.type);
    expect(answer).toEqual({ seq: expected.event.seq });
    const after = fold('r1', life.itemId, life.events);
    const { at: _at, ...model } = expected.event;
    expect(life.events.at(-1)).toMatchObject(model);
    expect(after.state).toBe(evolve(before, expected.event).state);
  }
}

it('agrees with decide, evolve and tick on every path', async () => {
  const seed = Number(process.env['RECTIFY_SEED'] ?? Date.now() % 1_000_000);
  accepted.clear();
  const policies = [defaultPolicy, canonicalPolicy, { ...defaultPolicy, planReview: 'none' as const }];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...policies), fc.boolean(), moves, async (policy, immediate, path) => {
      const life = await lives.begin({ policy, immediate });
      for (const [index, move] of path.entries()) {
        if (isFinished(fold('r1', life.itemId, life.events))) break;
        if (move.kind === 'wait') await life.env.sleep(move.days * 86_400_000);
        else await pressAndCompare(life, move, index);
      }
      const facts = fold('r1', life.itemId, life.events);
      expect(facts).toEqual(await life.item());
      expect(life.events.map(({ seq }) => seq)).toEqual(life.events.map((_, index) => index + 1));
      if (!isFinished(facts)) await life.handle.terminate();
    }),
    { numRuns: 25, seed },
  );
  // A walk that is only ever refused would agree about nothing.
  expect(accepted.size).toBeGreaterThanOrEqual(6);
});
