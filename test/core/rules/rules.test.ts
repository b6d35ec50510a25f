import { describe, expect, it } from 'vitest';
import { china } from '../../../core/rules/china.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';
import { sharedRules, type Rules } from '../../../core/rules/rules.ts';

const received = (rules: Rules): Rules => JSON.parse(JSON.stringify(rules)) as Rules;
const rules: Rules = { policy: defaultPolicy, calendar: china };
const slotAt = (mailSlot: string): Rules => ({ ...rules, policy: { ...defaultPolicy, mailSlot } });

describe('rules', () => {
  it('that are equal are one object, whoever received them', () => {
    const first = sharedRules(received(rules));
    expect(sharedRules(received(rules))).toBe(first);
    expect(first).toEqual(rules);
  });

  it('that differ are kept apart', () => {
    expect(sharedRules(slotAt('08:30'))).toEqual(slotAt('08:30'));
    expect(sharedRules(slotAt('10:30'))).toEqual(slotAt('10:30'));
  });

  it('of many rounds are forgotten, those in use last', () => {
    const used = sharedRules(received(rules));
    const idle = sharedRules(slotAt('08:31'));
    for (let minute = 0; minute < 400; minute += 1) {
      sharedRules(
        slotAt(`${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
      );
      expect(sharedRules(received(rules))).toBe(used);
    }
    expect(sharedRules(slotAt('08:31'))).not.toBe(idle);
  });
});
