/** What an item is before anything happened to it. */
import { expect, it } from 'vitest';
import { inState } from '../../support/story.ts';
import { blankItem } from '../../../core/item/blank-item.ts';
import { itemStates } from '../../../core/item/item.ts';

it('has every field that a life fills, so that what the ledger keeps has one shape', () => {
  const fields = Object.keys(blankItem('r1', 'i1')).sort();
  for (const state of itemStates) expect(Object.keys(inState(state).item).sort(), state).toEqual(fields);
});

it('is a draft of nobody, without a date', () => {
  expect(blankItem('r1', 'i1')).toMatchObject({
    state: 'draft',
    seq: 0,
    unitId: null,
    dueOn: null,
    dispatchedAt: null,
  });
});
