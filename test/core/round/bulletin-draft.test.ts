import { describe, expect, it } from 'vitest';
import {
  draftFrom,
  isUnapproved,
  plainDecision,
  refuseApproval,
  refuseStale,
  type BulletinDecision,
  type BulletinFact,
} from '../../../core/round/bulletin-draft.ts';

const itemId = 'r-1-01';
const at = '2026-06-30T02:00:00.000Z';
const withheld: BulletinDecision = { ...plainDecision, choice: 'withhold', reason: '涉及案情' };

const set = (seq: number, by: string, decided: BulletinDecision, over: string | null = null): BulletinFact => ({
  kind: 'bulletinEntrySet',
  seq,
  at,
  by,
  data: { itemId, ...decided, over },
});
const approved = (seq: number, by: string, version: number): BulletinFact => ({
  kind: 'bulletinEntryApproved',
  seq,
  at,
  by,
  data: { itemId, version },
});

const newest = (facts: readonly BulletinFact[]) => draftFrom(facts).entries.get(itemId)?.at(-1);

describe('a notice that is being prepared', () => {
  it('has a version for each fact of it, the newest of which stands', () => {
    const facts = [set(2, 'zhao', withheld), set(5, 'zhao', { ...plainDecision, result: '已登记' }, '登记完毕')];
    expect(draftFrom(facts).entries.get(itemId)).toMatchObject([
      { version: 2, choice: 'withhold', reason: '涉及案情' },
      { version: 5, choice: 'publish', result: '已登记', over: '登记完毕' },
    ]);
    expect(draftFrom([]).entries.size).toBe(0);
  });

  it('keeps who agreed while choice and reason stay, and asks anew when either changes', () => {
    const facts = [set(1, 'zhao', withheld), approved(2, 'li', 1)];
    expect(newest(facts)).toMatchObject({ approval: { by: 'li' }, proposal: { by: 'zhao' } });
    const reworded = newest([...facts, set(3, 'qian', { ...withheld, title: '另题' })]);
    expect(reworded).toMatchObject({ version: 3, by: 'qian', approval: { by: 'li' }, proposal: { by: 'zhao' } });
    for (const other of [
      { ...withheld, reason: '另有原因' },
      { ...withheld, choice: 'inside' as const },
    ])
      expect(newest([...facts, set(3, 'qian', other)])).toMatchObject({ approval: null, proposal: { by: 'qian' } });
  });

  it('waits for somebody only where an item is left out', () => {
    const open = (decided: BulletinDecision) => isUnapproved({ ...decided, approval: null });
    expect([open(withheld), open({ ...withheld, choice: 'inside' }), open(plainDecision)]).toEqual([true, true, false]);
    expect(isUnapproved({ ...withheld, approval: { by: 'li', at } })).toBe(false);
  });

  it('is agreed to by somebody else, who has seen the newest version', () => {
    const entry = newest([set(1, 'zhao', withheld), set(3, 'qian', { ...withheld, title: '另题' })]);
    expect(refuseApproval(entry, 3, 'li')).toBeNull();
    // Who proposed it stays its proposer, whoever wrote other words since.
    expect(refuseApproval(entry, 3, 'zhao')).toEqual({ code: 'ownProposal' });
    expect(refuseApproval(entry, 1, 'li')).toEqual({ code: 'bulletinChanged' });
    expect(refuseApproval(undefined, 0, 'li')).toEqual({ code: 'bulletinChanged' });
    expect(refuseApproval(newest([set(1, 'zhao', plainDecision)]), 1, 'li')).toEqual({ code: 'nothingToApprove' });
  });

  it('is not written over what its writer does not know', () => {
    expect([refuseStale(undefined, 0), refuseStale({ version: 4 }, 4)]).toEqual([null, null]);
    expect([refuseStale({ version: 4 }, 0), refuseStale(undefined, 3)]).toEqual(
      Array(2).fill({ code: 'bulletinChanged' }),
    );
  });

  it('has frames of its own, and leaves other facts of the round alone', () => {
    const frame = { opening: null, organ: '县水利局', contact: null, datedOn: null };
    const facts: BulletinFact[] = [{ kind: 'bulletinFrameSet', seq: 4, at, by: 'zhao', data: frame }];
    expect(draftFrom(facts).frames).toEqual([{ ...frame, version: 4, at, by: 'zhao' }]);
  });
});
