import { expect, it } from 'vitest';
import { inState } from '../../support/story.ts';
import { bindingsOf, boundAs, rebound } from '../../../core/item/binding.ts';

const twice = (ownerId: string) => [
  { text: '逐项登记资产', ownerId, dueOn: null },
  { text: '每季盘点一次', ownerId, dueOn: null },
  { text: '修订制度', ownerId: null, dueOn: null },
];

const planned = () =>
  inState('assigned')
    .act('signFor')
    .act('submitPlan', { measures: twice('wang') }).item;

it('one person may be bound as several things, and is named once for each', () => {
  expect(bindingsOf(planned(), 'wang')).toEqual(['handler', 'owner']);
  expect(bindingsOf(planned(), 'zhang')).toEqual(['leadLeader']);
  expect(bindingsOf(planned(), 'li')).toEqual([]);
  expect(boundAs(planned(), 'owner')).toEqual(['wang']);
});

it('nobody is bound to what its unit gave back', () => {
  const { item } = inState('disowned');
  expect(boundAs(item, 'handler')).toEqual([]);
  expect(boundAs(item, 'leadLeader')).toEqual([]);
});

it('another stands in the places that are named, and in no other', () => {
  const { handlerId, leadLeaderId, measures } = rebound(planned(), ['owner'], 'wang', 'lin');
  expect({ handlerId, leadLeaderId }).toEqual({ handlerId: 'wang', leadLeaderId: 'zhang' });
  expect(measures.map(({ ownerId }) => ownerId)).toEqual(['lin', 'lin', null]);
  expect(rebound(planned(), ['handler'], 'wang', 'lin')).toMatchObject({
    handlerId: 'lin',
    measures: planned().measures,
  });
});

it('a plan that waits for approval binds its owners, too, and passes to the successor with them', () => {
  const { item } = inState('inProgress').act('revisePlan', { measures: twice('lin') });
  expect(bindingsOf(item, 'lin')).toEqual(['owner']);
  const { revision } = rebound(item, ['owner'], 'lin', 'gao');
  expect(revision?.measures.map(({ ownerId }) => ownerId)).toEqual(['gao', 'gao', null]);
});
