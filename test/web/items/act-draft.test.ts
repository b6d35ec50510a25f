/** What a form sends of all that was typed into it. */
import { expect, it } from 'vitest';
import { blankItem } from '../../../core/item/blank-item.ts';
import { china } from '../../../core/rules/china.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';
import { blankDraft, bodyOf, plannedFirst } from '../../../web/items/acts/act-draft.ts';

const blank = blankDraft(
  plannedFirst('submitPlan', blankItem('r', 'i'), []),
  { policy: defaultPolicy, calendar: china },
  '2026-03-02',
);

it('leaves out why a measure has no evidence once it has: nobody sees that reason any more', () => {
  const draft = { ...blank, statement: '已完成', unproven: { m1: '无需材料', m2: '口头约定', m3: ' ' } };
  expect(bodyOf('requestClosure', draft, ['m2', 'm3'])).toMatchObject({
    statement: '已完成',
    unproven: [{ measureId: 'm2', reason: '口头约定' }],
  });
});
