import { expect, it } from 'vitest';
import { catalogue, policyFaultText } from '../../../core/i18n/catalogue.ts';
import { locales } from '../../../core/locale.ts';
import { chosenPolicy, namedPolicies, policyNames } from '../../../core/rules/policies.ts';
import { readPolicy } from '../../../core/rules/policy-faults.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

it.each(policyNames)('%s has no fault, and a name in both languages', (name) => {
  expect(readPolicy(namedPolicies[name])).toEqual({ policy: namedPolicies[name] });
  for (const locale of locales) expect(catalogue(locale).policies[name]).not.toBe('');
});

it('a policy is chosen by its name, or written out', () => {
  expect(chosenPolicy('twoMonths')).toMatchObject({ policy: { periodMonths: 2, planDueDays: 15 } });
  expect(chosenPolicy(defaultPolicy)).toEqual({ policy: defaultPolicy });
});

it('a name that is none is refused with those that are, and a policy with all of its faults at once', () => {
  const named = chosenPolicy('fourMonths');
  expect('faults' in named ? named.faults.map((fault) => policyFaultText(fault, 'zh-CN')) : []).toEqual([
    '规则应为以下之一：standard, threeMonths, twoMonths, fiveLetters, threeColours；现为 "fourMonths"。',
  ]);
  const written = chosenPolicy({ ...defaultPolicy, periodMonths: 0, mailSlot: '9' });
  expect('faults' in written ? written.faults.map(({ path }) => path) : []).toEqual(['mailSlot', 'periodMonths']);
});

it('a plan is due within the period, and the ladders stand in order', () => {
  for (const name of policyNames) {
    const { planDueDays, periodMonths, reminders } = namedPolicies[name];
    expect(planDueDays, name).toBeLessThan(periodMonths * 28);
    expect(reminders.every(({ daysBefore }) => daysBefore < periodMonths * 28)).toBe(true);
  }
});
