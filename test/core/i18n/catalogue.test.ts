/** The words of the product where they must differ from each other, and the sentences made from facts. */
import { describe, expect, it } from 'vitest';
import { commandTypes } from '../../../core/item/acts.ts';
import { itemStates } from '../../../core/item/item.ts';
import { lights } from '../../../core/item/light.ts';
import { catalogue, lightText, policyFaultText } from '../../../core/i18n/catalogue.ts';
import { readPolicy } from '../../../core/rules/policy-faults.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

describe('the catalogues', () => {
  it('name every state, light and act with words of their own', () => {
    for (const words of [catalogue('zh-CN'), catalogue('en')]) {
      expect(new Set(itemStates.map((state) => words.states[state])).size).toBe(itemStates.length);
      expect(new Set(commandTypes.map((type) => words.acts[type])).size).toBe(commandTypes.length);
      expect(new Set(lights.map((light) => words.lights[light].shape)).size).toBe(lights.length);
    }
  });
});

describe('labels everybody must find everywhere the same', () => {
  it.each([
    [catalogue('zh-CN').states.submitted, '已申请销号'],
    [catalogue('zh-CN').acts.signFor, '签收'],
    [catalogue('zh-CN').letters.supervisionLetter, '督办函'],
    [catalogue('en').acts.requestClosure, 'Apply for closure'],
    [lightText('red', 'zh-CN'), '■ 超期'],
    [lightText('yellow', 'en'), '▲ Due soon'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('a faulty policy', () => {
  const reading = readPolicy({
    ...defaultPolicy,
    mailSlot: '9 Uhr',
    planDueDays: 0,
    escalations: [{ workingDaysAfter: 1.5, to: [] }],
    perodMonths: 3,
  });
  const faults = 'faults' in reading ? reading.faults : [];

  it('is told field by field, with the path', () => {
    const said = faults.map((fault) => policyFaultText(fault, 'zh-CN'));
    expect(said).toContain('邮件发送时点（mailSlot）应为 HH:MM 格式的时间，现为 "9 Uhr"。');
    expect(said).toContain('报送措施天数（planDueDays）应在 1–180 之间，现为 0。');
    expect(said).toContain('超期工作日数（escalations[0].workingDaysAfter）应为 1–250 之间的整数，现为 1.5。');
    expect(said).toContain('perodMonths不是规则中的字段，此处可用：periodMonths。');
  });

  it('has a sentence for every fault in both languages', () => {
    for (const fault of faults) expect(policyFaultText(fault, 'en')).toMatch(/^\S.*[a-z0-9"\]]\.$/);
  });
});
