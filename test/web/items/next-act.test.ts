import { describe, expect, it } from 'vitest';
import { nextAct, orderedActs } from '../../../web/items/next-act.ts';
import type { CommandType } from '../../../core/item/acts.ts';
import { isTurnOf, turnOf } from '../../../core/item/turn.ts';
import { possibleActs } from '../../../core/item/decide.ts';
import { actor, cast } from '../../support/cast.ts';
import { now, rules, runningRound, type StoredItem } from '../fixture/lives.ts';

const items = runningRound('r1');
const seenBy = (who: keyof typeof cast, number: string) => {
  const { item } = items.find(({ finding }) => finding.number === number) as StoredItem;
  const person = actor(cast[who]);
  const due = turnOf(item, rules);
  const turn = { act: due?.act ?? null, isMine: isTurnOf(person, item, due) };
  return { item, turn, acts: possibleActs(item, person, rules, now), policy: rules.policy };
};

describe('the next act', () => {
  it('is what the item waits for, for the one it waits for', () => {
    expect(nextAct(seenBy('zhang', '2.2'))).toBe<CommandType>('endorse');
    expect(nextAct(seenBy('gao', '3.2'))).toBe<CommandType>('submitPlan');
    expect(nextAct(seenBy('li', '3.3'))).toBe<CommandType>('approveClosure');
  });

  it('is none for everybody else, so that no button is filled in vain', () => {
    expect(nextAct(seenBy('wang', '2.2'))).toBeNull();
    expect(nextAct(seenBy('wang', '1.1'))).toBeNull();
    expect(nextAct(seenBy('lin', '2.1'))).toBeNull();
  });

  it('is evidence while a measure has none, then the application', () => {
    expect(nextAct(seenBy('wang', '2.1'))).toBe<CommandType>('addEvidence');
    const seen = seenBy('wang', '2.1');
    const proven = { ...seen.item, measures: seen.item.measures.slice(0, 2) };
    expect(nextAct({ ...seen, item: proven })).toBe<CommandType>('requestClosure');
    const policy = { ...seen.policy, evidencePerMeasure: 2 };
    expect(nextAct({ ...seen, item: proven, policy })).toBe<CommandType>('addEvidence');
    expect(nextAct({ ...seen, policy: { ...policy, evidencePerMeasure: 0 } })).toBe<CommandType>('requestClosure');
  });

  it('has its twin beside it and cancelling last', () => {
    const { main, others } = orderedActs(seenBy('li', '3.3'));
    expect(main).toBe('approveClosure');
    expect(others[0]).toBe('return');
    expect(orderedActs(seenBy('zhao', '3.3')).others.at(-1)).toBe('cancel');
  });
});
