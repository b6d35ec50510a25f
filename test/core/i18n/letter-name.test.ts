/** A kind of letter is called what the rules of its round call it, and else what the product does. */
import { expect, it } from 'vitest';
import { letterName, letterNames } from '../../../core/i18n/letter-name.ts';

it('a kind has the name of its round, of the product, or at least its own', () => {
  const name = { 'zh-CN': '告诫书', en: 'Admonition' };
  const policy = { letters: [{ kind: 'admonition', name, to: ['handler' as const] }] };
  expect(letterNames(policy, 'admonition')).toEqual(name);
  expect(letterName({}, 'supervisionLetter', 'zh-CN')).toBe('督办函');
  expect(letterName(policy, 'reminderLetter', 'en')).toBe('Reminder letter');
  expect(letterName({}, 'admonition', 'en')).toBe('admonition');
});
