import { expect, it } from 'vitest';
import { formChangeText, formFaultText } from '../../../core/i18n/form-texts.ts';

it('a fault names sheet, row, column and head', () => {
  const fault = {
    sheet: '人员',
    row: 5,
    column: 'C',
    head: 'roles',
    problem: { code: 'notOneOf', choice: 'role', given: '会计' },
  } as const;
  expect(formFaultText(fault, 'zh-CN')).toBe(
    '“人员”第 5 行 C 列（权限）：“会计”不在可填的范围内，可填：经办人员、审核人员、管理员。',
  );
  expect(formFaultText({ ...fault, column: null, head: null, problem: { code: 'lastAdmin' } }, 'en')).toBe(
    '"人员", row 5: there must be at least one admin.',
  );
});

it('a change names what was and what will be, in words', () => {
  const roles = { head: 'roles', before: ['staff'], after: ['staff', 'admin'] } as const;
  expect(formChangeText(roles, 'zh-CN')).toBe('权限  经办人员 → 经办人员、管理员');
  expect(formChangeText({ head: 'chief', before: false, after: true }, 'en')).toBe('Chief  No → Yes');
  expect(formChangeText({ head: 'language', before: null, after: 'en' }, 'zh-CN')).toBe('语言  -- → 英文');
  expect(formChangeText({ head: 'position', before: 1, after: 2 }, 'en')).toBe('Place in lists  1 → 2');
});
