/** The to-do list's query against core: whose turn it is, for random lives at any moment of them, and for everybody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { actor, cast, inPlaceOf, reviewers } from '../support/cast.ts';
import { everything } from '../support/item-filter.ts';
import { useLedger } from '../support/ledger.ts';
import { lived, people, presses, starts, substitutes } from '../support/lives.ts';
import { inState, Story } from '../support/story.ts';
import { itemStates } from '../../core/item/item.ts';
import { isTurnOf, turnOf, wantedActs } from '../../core/item/turn.ts';
import type { Policy } from '../../core/rules/policy.ts';
import { pageOfItems } from '../../db/item-lists.ts';
import { itemsOfRound, roundsOfItems } from '../../db/items.ts';

const ledger = useLedger();

/** The same life, seen after its first so many events. */
function upTo(count: number, { events, rules }: Story): Story {
  const part = new Story({ policy: rules.policy });
  part.events.splice(0, part.events.length, ...events.slice(0, count));
  return part;
}

/** Tells the stories to the ledger, asks it for everybody's list, and compares each with what core says. */
async function compare(stories: readonly Story[], policy: Policy): Promise<void> {
  const { pool } = ledger.current;
  const { roundId } = await tellRound(pool, stories, { policy });
  const rules = (await roundsOfItems(pool, [roundId])).get(roundId);
  if (rules === undefined) throw new Error('no round');
  const items = await itemsOfRound(pool, roundId);
  const filter = { ...everything('2026-07-07'), roundId };
  for (const who of [...people, ...substitutes]) {
    const { items: listed } = await pageOfItems(pool, { ...filter, waitsFor: actor(who) }, 'position', null, 1000);
    const expected = items.filter(({ item }) => isTurnOf(actor(who), item, turnOf(item, rules)));
    expect(
      listed.map(({ item }) => item),
      `${who.id} of ${who.unitId}`,
    ).toEqual(expected.map(({ item }) => item));
  }
}

const rulesOf = (start: { readonly policy: Partial<Policy> }): Policy => new Story(start).rules.policy;

describe('whose turn it is, in SQL,', () => {
  test('is what core says of random lives at any moment', async () => {
    const lives = fc.array(fc.tuple(presses, fc.array(fc.nat(), { minLength: 3, maxLength: 6 })), {
      minLength: 4,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(starts, lives, async (start, told) => {
        const stories = told.flatMap(([acts, cuts]) => {
          const story = lived(start, acts);
          return [story, ...cuts.map((cut) => upTo(1 + (cut % story.events.length), story))];
        });
        await compare(stories, rulesOf(start));
      }),
      // A smaller example would cost a round in the ledger for every step on the way to it.
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  test.each(['endorseThenApprove', 'approveOnly'] as const)('is what core says of every state, %s', async (stages) => {
    const start = { policy: { closureReview: stages } };
    const states = itemStates.filter((state) => state !== 'endorsed' || stages === 'endorseThenApprove');
    const asked = (['assigned', 'planned', 'inProgress', 'reopened'] as const).map((state) =>
      inState(state, start).act('requestExtension'),
    );
    const rest = (['assigned', 'planned', 'inProgress', 'reopened'] as const).map((state) =>
      inState(state, start).act('requestPause'),
    );
    const reviewed = inState('standing', start).passUntil('2027-06-01');
    // The lead leader may have been another one when it was endorsed.
    const endorsedByLi = inState('submitted', start);
    const pinned = { opinion: '同意', evidenceIds: [] };
    endorsedByLi.record({
      type: 'endorsed',
      seq: endorsedByLi.item.seq + 1,
      at: endorsedByLi.now,
      by: 'li',
      commandId: 'c9',
      ...pinned,
    });
    const beside = {
      policy: { ...start.policy, jointReview: [['discipline', 'finance', 'bureau'], ['organisation']] },
    };
    const applied = () => inState(stages === 'approveOnly' ? 'submitted' : 'endorsed', beside);
    const linForWang = inPlaceOf(cast.lin, cast.wang);
    const zhaoForLi = inPlaceOf(cast.zhao, cast.li);
    const stories = [
      inState('inProgress', start).act('addEvidence', {}, linForWang).act('requestClosure', {}, cast.wang),
      inState('inProgress', start).act('requestClosure', {}, linForWang),
      inState('inProgress', start).act('requestExtension', {}, linForWang),
      inState('inProgress', start).act('requestPause', {}, zhaoForLi),
      endorsedByLi,
      applied(),
      applied().act('concur', {}, reviewers.sun),
      applied().act('concur', {}, reviewers.sun).act('concur'),
      applied().act('concur', {}, reviewers.sun).act('return', { dueOn: '2026-03-02' }, cast.chen),
      ...states.map((state) => inState(state, start)),
      new Story(start).act('assign'),
      inState('assigned', start).act('signFor'),
      ...asked,
      ...rest,
      inState('planned', start).act('requestPause').act('grantPause'),
      inState('inProgress', start).act('revisePlan'),
      reviewed,
      inState('standing', start).passUntil('2027-06-01').act('reportProgress'),
      inState('submitted', start).act('return', { dueOn: '2026-03-02' }),
    ];
    const wanted = new Set(stories.map(({ item, rules }) => turnOf(item, rules)?.act));
    const missing = wantedActs.filter((act) => !wanted.has(act));
    expect(missing).toEqual(stages === 'approveOnly' ? ['endorse'] : []);
    await compare(stories, rulesOf(start));
  });
});
