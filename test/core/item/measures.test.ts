/** The measures of a plan: what each asks for, how it stands, what happens when it falls behind, and how a plan is revised. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { launched, type Story } from '../../support/story.ts';
import type { PlannedMeasure } from '../../../core/item/item.ts';
import { outlook } from '../../../core/item/light.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { behindOn, ownersBehind } from '../../../core/item/measures.ts';
import { turnOf } from '../../../core/item/turn.ts';
import { localDate } from '../../../core/time.ts';

const measure = (text: string, dueOn: string | null = null, more: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  ...{ text, ownerId: 'lin', dueOn },
  ...more,
});
const [count, write] = [measure('盘点全部固定资产', '2026-03-02'), measure('修订资产管理办法', '2026-04-01')];
/** At work on 2026-01-05 under these measures; the due date is 2026-07-06. */
const under = (...measures: PlannedMeasure[]): Story =>
  launched().act('signFor').act('submitPlan', { measures }).act('approvePlan');
const mark = (story: Story, measureId: string, status: 'underWay' | 'done') =>
  story.act('markMeasures', { measureStatuses: [{ measureId, status }] });
const lightOf = ({ item, rules, now }: Story) => outlook(item, rules, now).light;
const remindedOf = ({ events }: Story): string[] =>
  events.flatMap((event) =>
    'step' in event && event.step.kind === 'measureBehind' ? [`${localDate(event.sendAt)} ${event.step.dueOn}`] : [],
  );
const evidence = (letter: string) => ({ sha256: letter.repeat(64), name: `${letter}.pdf`, measureIds: ['m1'] });

describe('a measure', () => {
  it('says what it is for and which evidence it will bring, or neither', () => {
    const story = under(measure('修订资产管理办法', null, { kind: 'rules', asks: [' 修订后的办法 '] }), count);
    expect(story.item.measures).toMatchObject([
      { kind: 'rules', asks: ['修订后的办法'], progress: null },
      { kind: null, asks: [] },
    ]);
  });

  it('is proven by as many files as it asked for, or by the reason why not', () => {
    const story = under(measure('修订资产管理办法', null, { asks: ['修订后的办法', '会议纪要'] }));
    story.act('addEvidence', evidence('a'));
    expect(story.refusal('requestClosure', { unproven: [] })).toEqual({
      ...{ code: 'evidenceMissing', measureIds: ['m1'], least: 1, asked: ['修订后的办法', '会议纪要'] },
    });
    expect(story.refusal('requestClosure')).toBeNull();
    expect(story.act('addEvidence', evidence('b')).refusal('requestClosure', { unproven: [] })).toBeNull();
  });

  it('asks for no more than ten files, each with a name', () => {
    const planned = (asks: string[]) =>
      launched()
        .act('signFor')
        .refusal('submitPlan', { measures: [measure('修订办法', null, { asks })] });
    const eleven = Array.from({ length: 11 }, (_, index) => `材料 ${index}`);
    expect(planned(eleven)).toEqual({ code: 'tooManyAsked', most: 10, given: 11 });
    expect(planned([' '])).toMatchObject({ code: 'textTooShort', field: 'asks' });
  });

  it('stands as its unit said last, and is begun again by a return', () => {
    const story = mark(mark(under(count, write), 'm1', 'underWay'), 'm1', 'done');
    expect(story.item.measures.map(({ progress }) => progress?.status)).toEqual(['done', undefined]);
    const returned = story.act('requestClosure', {
      unproven: ['m1', 'm2'].map((measureId) => ({ measureId, reason: '现场已核，无需另附材料。' })),
    });
    expect(returned.act('return').item.measures[0]?.progress).toMatchObject({ status: 'underWay', by: 'zhang' });
  });

  it('that nobody named, or nobody knows, is refused', () => {
    const asked = (ids: string[]) =>
      under(count).refusal('markMeasures', {
        measureStatuses: ids.map((measureId) => ({ measureId, status: 'done' })),
      });
    expect(asked([])).toEqual({ code: 'noMeasureNamed' });
    expect(asked(['m9'])).toEqual({ code: 'unknownMeasures', measureIds: ['m9'], known: ['m1'] });
  });
});

describe('an item behind its plan', () => {
  it('is yellow from the day after the first date of a measure that is not done', () => {
    const story = under(count, write);
    expect(lightOf(story.on('2026-03-02'))).toBe('green');
    expect(lightOf(story.on('2026-03-03'))).toBe('yellow');
    expect(lightOf(mark(story, 'm1', 'done'))).toBe('green');
    expect(behindOn(story.item)).toBe('2026-04-02');
  });

  it('is red after its own date, and no yellow for what is with others', () => {
    expect(lightOf(under(count).on('2026-07-07'))).toBe('red');
    expect(lightOf(under(count).on('2026-03-02').act('requestClosure').on('2026-03-03'))).toBe('green');
  });

  it('reminds its handler and the owners of what is behind, again and again until it is done', () => {
    const story = under(count, write).passUntil('2026-03-20');
    expect(remindedOf(story)).toEqual(['2026-03-03 2026-03-02', '2026-03-10 2026-03-02', '2026-03-17 2026-03-02']);
    expect(story.events.at(-1)).toMatchObject({ type: 'reminded', step: { to: ['handler', 'owner', 'leadLeader'] } });
    expect(ownersBehind(story.item, '2026-03-02')).toEqual(['lin']);
    mark(story, 'm1', 'done').passUntil('2026-04-02');
    expect(remindedOf(story).slice(3)).toEqual(['2026-04-02 2026-04-01']);
    expect(ownersBehind(story.item, '2026-03-02')).toEqual([]);
  });

  it('is reminded of once where two dates are missed together, and no more when the whole is due', () => {
    const story = under(count, write).on('2026-05-06');
    expect(story.takeSteps().filter((event) => 'step' in event && event.step.kind === 'measureBehind')).toHaveLength(1);
    const late = under(measure('盘点', '2026-07-06')).passUntil('2026-09-01');
    expect(remindedOf(late)).toEqual([]);
  });

  it('is not reminded of what was done before the slot', () => {
    const line = { kind: 'measureBehind', dueOn: '2026-03-02', happenedAt: '2026-03-02T23:00:00.000Z' } as const;
    const story = under(count).on('2026-03-03', '08:00');
    expect(staleBecause(line, story.item)).toBeNull();
    expect(staleBecause(line, mark(story, 'm1', 'done').item)).toBe('answered');
  });

  it('was behind before a pause, and is reminded again after it', () => {
    const story = under(count).passUntil('2026-03-04').act('requestPause', { pausedUntil: '2026-04-01' });
    expect(remindedOf(story.act('grantPause').passUntil('2026-04-02'))).toEqual([
      ...['2026-03-03 2026-03-02', '2026-04-01 2026-03-02'],
    ]);
  });

  it('is asked nothing while it is paused', () => {
    const story = under(count).on('2026-02-24').act('requestPause', { pausedUntil: '2026-04-01' }).act('grantPause');
    expect(remindedOf(story.passUntil('2026-04-01'))).toEqual([]);
    expect(story.item.measures[0]?.dueOn).toBe('2026-04-07');
  });
});

describe('a revised plan', () => {
  const third = measure('对账一次', '2026-05-06');
  const revised = () =>
    mark(under(count, write), 'm1', 'done')
      .act('addEvidence', evidence('a'))
      .on('2026-02-09')
      .act('revisePlan', { rootCause: '制度缺失', measures: [count, third] });

  it('waits for the lead leader, while the one before stands and work goes on', () => {
    const { item, rules } = revised();
    expect(turnOf(item, rules)).toMatchObject({ party: 'leadLeader', act: 'approvePlan', dueOn: '2026-02-14' });
    expect(item.measures.map(({ text }) => text)).toEqual([count.text, write.text]);
    expect(revised().refusal('addEvidence', evidence('b'))).toBeNull();
  });

  it('takes its place when it is approved: kept measures keep their number, evidence and standing, new ones never had', () => {
    const { item, events } = revised().act('approvePlan');
    expect(item).toMatchObject({
      ...{ state: 'inProgress', revision: null, plan: { rootCause: '制度缺失' } },
      measures: [
        { id: 'm1', progress: { status: 'done' } },
        { id: 'm3', text: '对账一次', progress: null },
      ],
      evidence: [{ measureIds: ['m1'] }],
    });
    // What was dropped stays to be read.
    expect(events.find(({ type }) => type === 'planSubmitted')).toMatchObject({
      measures: [{ id: 'm1' }, { id: 'm2' }],
    });
    const again = inStateAfter(revised().act('approvePlan'));
    expect(again).toEqual(['m1', 'm4']);
  });

  const inStateAfter = (story: Story) =>
    story
      .act('revisePlan', { measures: [count, write] })
      .act('approvePlan')
      .item.measures.map(({ id }) => id);

  it('takes over how its measures stand by then, and two in the same words stay two', () => {
    const story = under(count, write).act('revisePlan', { measures: [count, count] });
    expect(mark(story, 'm1', 'done').act('approvePlan').item.measures).toMatchObject([
      { id: 'm1', progress: { status: 'done' } },
      { id: 'm3', progress: null },
    ]);
  });

  it('of an item to be fixed at once never takes the number of the item itself', () => {
    const story = launched({ immediate: true })
      .act('signFor')
      .act('revisePlan', { measures: [count] });
    expect(story.act('approvePlan').item.measures.map(({ id }) => id)).toEqual(['m2']);
  });

  it('that is withdrawn while a wish is open leaves the days to that answer', () => {
    const story = revised().on('2026-02-24').act('requestPause', { pausedUntil: '2026-06-01' }).on('2026-03-03');
    expect(story.act('withdraw').item.dueOn).toBe('2026-07-06');
    expect(story.on('2026-03-06').act('refusePause').item.dueOn).toBe('2026-07-16');
  });

  it('leaves the one before when it is returned or withdrawn', () => {
    for (const act of ['returnPlan', 'withdraw'] as const) {
      const { item } = revised().act(act);
      expect(item).toMatchObject({ state: 'inProgress', revision: null, plan: { rootCause: '账实脱节' } });
      expect(item.measures.map(({ id }) => id)).toEqual(['m1', 'm2']);
    }
  });

  it('moves no date but by the days the lead leader took beyond their own', () => {
    expect(revised().on('2026-02-13').act('approvePlan').item.dueOn).toBe('2026-07-06');
    expect(revised().on('2026-02-24').act('approvePlan').item.dueOn).toBe('2026-07-16');
    expect(revised().on('2026-02-24').act('returnPlan').item).toMatchObject({ planDueOn: '2026-02-04' });
  });

  it('is judged by no author of it, and falls with the application', () => {
    const both = { ...cast.zhang, unitId: 'finance', roles: ['staff', 'supervisor'] as const };
    const own = under(count).act('revisePlan', {}, both);
    expect(own.refusal('approvePlan', {}, both)).toEqual({ code: 'ownApplication', applicantId: 'zhang' });
    expect(
      revised().act('requestClosure', { unproven: [{ measureId: 'm2', reason: '现场已核，无需另附材料。' }] }).item
        .revision,
    ).toBeNull();
  });

  it('is in force at once where the policy has no review of plans', () => {
    const story = launched({ policy: { planReview: 'none' } })
      .act('signFor')
      .act('submitPlan')
      .act('revisePlan', { measures: [third] });
    expect(story.item).toMatchObject({ revision: null, measures: [{ id: 'm2', text: '对账一次' }] });
  });
});
