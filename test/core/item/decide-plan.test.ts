/** The plan: root cause and measures, approved by the lead leader or not reviewed at all. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched } from '../../support/story.ts';

const signed = () => launched().act('signFor');
const measure = (text: string, dueOn: string | null = null) => ({ text, ownerId: 'wang', dueOn });

const plain = { kind: null, asks: [], progress: null };

describe('handing in a plan', () => {
  it('numbers its measures, trims its texts and waits for the lead leader', () => {
    const measures = [measure('  逐项登记资产 ', '2026-03-31'), measure('建立年度盘点制度\n')];
    const { item, events } = signed().act('submitPlan', { rootCause: ' 账实管理脱节 ', measures });
    expect(item).toMatchObject({ state: 'planned', plan: { by: 'wang', rootCause: '账实管理脱节' } });
    expect(item.measures).toEqual([
      { id: 'm1', text: '逐项登记资产', ownerId: 'wang', dueOn: '2026-03-31', ...plain },
      { id: 'm2', text: '建立年度盘点制度', ownerId: 'wang', dueOn: null, ...plain },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'planSubmitted', reviewed: true });
  });

  it('goes straight to work where the policy has no plan review', () => {
    const { item } = launched({ policy: { planReview: 'none' } })
      .act('signFor')
      .act('submitPlan');
    expect(item).toMatchObject({ state: 'inProgress', planApproval: null });
  });

  it.each([
    ['no measure', { measures: [] }, { code: 'noMeasures' }],
    [
      '51 measures',
      { measures: Array.from({ length: 51 }, () => measure('登记')) },
      { code: 'tooManyMeasures', most: 50, given: 51 },
    ],
    [
      'a root cause of one sign',
      { rootCause: ' 人 ' },
      { code: 'textTooShort', field: 'rootCause', least: 2, given: 1 },
    ],
    [
      'a blank measure',
      { measures: [measure('登记资产'), measure(' \n ')] },
      { code: 'textTooShort', field: 'measure', least: 2, given: 0 },
    ],
    [
      'a measure of 4001 signs',
      { measures: [measure('长'.repeat(4001))] },
      { code: 'textTooLong', field: 'measure', most: 4000, given: 4001 },
    ],
    [
      'a date that is none',
      { measures: [measure('登记资产', '2026-02-30')] },
      { code: 'notADate', given: '2026-02-30' },
    ],
    [
      'a measure after the due date of the item',
      { measures: [measure('登记资产', '2026-07-06'), measure('建立制度', '2026-07-07')] },
      { code: 'measureTooLate', index: 2, dueOn: '2026-07-07', latest: '2026-07-06' },
    ],
  ] as const)('with %s is refused', (_, given, refusal) => {
    expect(signed().refusal('submitPlan', given)).toEqual(refusal);
  });

  it('with 50 measures up to the due date itself is fine', () => {
    const measures = Array.from({ length: 50 }, () => measure('登记', '2026-07-06'));
    expect(signed().refusal('submitPlan', { measures })).toBeNull();
  });

  it('waits for the signature', () => {
    expect(launched().refusal('submitPlan')).toEqual({ code: 'notSignedFor' });
  });
});

describe('reviewing a plan', () => {
  it('approved, the work begins', () => {
    const { item } = inState('planned').act('approvePlan');
    expect(item).toMatchObject({ state: 'inProgress', planApproval: { by: 'zhang' } });
  });

  it('returned with a reason, it is to be handed in again, the signature standing', () => {
    const story = inState('planned').act('returnPlan', { reason: ' 措施没有对应到根源问题。 ' });
    expect(story.item).toMatchObject({ state: 'assigned', plan: null, signature: { by: 'wang' } });
    expect(story.item.planReturns).toMatchObject([{ by: 'zhang', reason: '措施没有对应到根源问题。' }]);
    expect(story.act('submitPlan').item.state).toBe('planned');
  });

  it('returned without a real reason is refused', () => {
    expect(inState('planned').refusal('returnPlan', { reason: '不行' })).toMatchObject({
      code: 'textTooShort',
      given: 2,
    });
  });

  it('is for the lead leader alone', () => {
    for (const other of [cast.chen, cast.li, cast.zhao, cast.wang])
      expect(inState('planned').refusal('approvePlan', {}, other)?.code, other.id).toBe('notYours');
  });

  it('is never for whoever wrote it, even as lead leader', () => {
    const both = { ...cast.zhang, roles: ['staff', 'supervisor'] as const, unitId: 'finance' };
    const story = signed().act('submitPlan', {}, both);
    const refusal = { code: 'ownApplication', applicantId: 'zhang' };
    expect(story.refusal('approvePlan', {}, both)).toEqual(refusal);
    expect(story.refusal('returnPlan', {}, both)).toEqual(refusal);
  });
});
