/** A pause: asked for, agreed to by somebody else, nobody reminded while it lasts, the days given back when it ends. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched, type Story } from '../../support/story.ts';
import { outlook } from '../../../core/item/light.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { daysRestedAfter } from '../../../core/item/pause.ts';
import { turnOf } from '../../../core/item/turn.ts';
import { localDate } from '../../../core/time.ts';

/** The due date is Monday 2026-07-06, the plan's 2026-02-04. */
const paused = (story: Story, pausedUntil = '2026-06-01') =>
  story.act('requestPause', { pausedUntil }).act('grantPause');
const working = (date = '2026-03-02') => inState('inProgress').on(date);

/** What time alone brought since the last pause began: the day it was sent, and what it was. */
const brought = ({ events }: Story): string[] =>
  events
    .slice(events.findLastIndex(({ type }) => type === 'paused'))
    .flatMap((event) => ('step' in event ? [`${localDate(event.sendAt)} ${event.step.kind}`] : []));

describe('a pause is asked for', () => {
  it('by the unit or the office, and decided by another of the office', () => {
    expect(working().act('requestPause').refusal('grantPause', {}, cast.zhao)).toBeNull();
    const own = working().act('requestPause', {}, cast.li);
    expect(own.refusal('grantPause', {}, cast.li)).toEqual({ code: 'ownRequest', requesterId: 'li' });
    expect(own.refusal('refusePause', {}, cast.li)?.code).toBe('ownRequest');
    expect(own.act('grantPause', {}, cast.zhao).item.pause).toMatchObject({ by: 'zhao', requestedBy: 'li' });
    for (const who of [cast.wang, cast.zhang]) expect(own.refusal('grantPause', {}, who)?.code).toBe('notYours');
  });

  it('with a reason and a working day ahead', () => {
    expect(working().refusal('requestPause', { reason: '等' })).toMatchObject({ code: 'textTooShort', given: 1 });
    expect(working().refusal('requestPause', { pausedUntil: '2026-03-02' })?.code).toBe('dateNotLater');
    expect(working().refusal('requestPause', { pausedUntil: '2026-10-04' })?.code).toBe('dayOff');
  });

  it('and while nobody has answered the office is waited for, and the days of waiting are given back', () => {
    const story = working().act('requestPause');
    expect(turnOf(story.item, story.rules)).toMatchObject({ party: 'inspectionOffice', act: 'grantPause' });
    expect(story.on('2026-03-16').act('refusePause').item).toMatchObject({ pauseRequest: null, dueOn: '2026-07-20' });
  });

  it('once at a time, and beside no wish for more time', () => {
    expect(working().act('requestExtension').refusal('requestPause')?.code).toBe('extensionPending');
    expect(paused(working()).refusal('requestPause')).toEqual({ code: 'paused', until: '2026-06-01' });
  });

  it('is answered by the application, which makes it pointless', () => {
    expect(working().act('requestPause').act('requestClosure').item.pauseRequest).toBeNull();
  });

  it('that was granted after its last day lasts as long as was asked', () => {
    const story = working().act('requestPause', { pausedUntil: '2026-03-12' }).on('2026-03-16').act('grantPause');
    expect(story.item.pause?.until).toBe('2026-03-26');
  });
});

describe('while an item is paused', () => {
  it('nobody is waited for, nothing is overdue, and only work may be handed in', () => {
    const story = paused(working('2026-06-29'), '2026-09-01').on('2026-07-20');
    expect(turnOf(story.item, story.rules)).toMatchObject({ party: 'pause', act: null, dueOn: '2026-09-01' });
    expect(outlook(story.item, story.rules, story.now).light).toBe('green');
    expect(story.refusal('requestClosure')).toEqual({ code: 'paused', until: '2026-09-01' });
    expect(story.refusal('addEvidence')).toBeNull();
    expect(paused(launched()).refusal('disown')?.code).toBe('paused');
  });

  it('what was late before stays to be seen', () => {
    const story = paused(working('2026-07-13'), '2026-09-01').on('2026-07-20');
    expect(outlook(story.item, story.rules, story.now).light).toBe('red');
  });

  it('no reminder, letter or call to decide leaves', () => {
    const story = paused(working('2026-06-29'), '2026-09-01').passUntil('2026-08-31');
    expect(brought(story)).toEqual([]);
    expect(brought(paused(inState('planned'), '2026-03-02').passUntil('2026-02-28'))).toEqual([]);
  });

  it('what was written before it began is dropped, with the reason', () => {
    const { item } = paused(working());
    const line = { dueOn: item.dueOn, happenedAt: '2026-03-02T01:00:00.000Z' } as const;
    expect(staleBecause({ ...line, kind: 'reminder' }, item)).toBe('paused');
    expect(staleBecause({ ...line, kind: 'reviewWaiting' }, item)).toBe('paused');
    expect(staleBecause({ ...line, kind: 'paused' }, item)).toBeNull();
  });

  it('a wish for more time may be made, and calls for its answer', () => {
    const story = paused(working()).act('requestExtension', { until: '2026-09-01' }).passUntil('2026-03-16');
    expect(brought(story)).toEqual(['2026-03-09 reviewWaiting', '2026-03-16 reviewWaiting']);
  });

  it('its plan may be judged, and the pause stays', () => {
    const story = paused(inState('planned')).on('2026-01-26').act('approvePlan');
    expect(story.item).toMatchObject({ state: 'inProgress', dueOn: '2026-07-06' });
    expect(turnOf(story.item, story.rules)?.party).toBe('pause');
  });
});

describe('when the pause ends', () => {
  it('by itself, on its day, the dates are later by the days it lasted', () => {
    const story = paused(launched().on('2026-01-07'), '2026-03-02').passUntil('2026-03-02');
    expect(story.events.at(-1)).toMatchObject({ type: 'pauseExpired', sendAt: '2026-03-02T01:00:00.000Z' });
    expect(story.item).toMatchObject({
      ...{ signDueOn: '2026-03-03', planDueOn: '2026-03-30', dueOn: '2026-08-31', pause: null },
      pauses: [{ until: '2026-03-02', requestedBy: 'wang', by: 'li' }],
    });
    expect(turnOf(story.item, story.rules)).toMatchObject({ act: 'signFor', since: story.events.at(-1)?.at });
  });

  it('earlier, by the office, they are later by fewer', () => {
    const story = paused(working()).on('2026-03-09').act('endPause');
    expect(story.item.dueOn).toBe('2026-07-13');
    expect(paused(working()).refusal('endPause', {}, cast.wang)?.code).toBe('notYours');
  });

  it('no burst fires on resuming', () => {
    const story = paused(working('2026-06-15'), '2026-10-20').passUntil('2026-11-09');
    // 127 days: the whole ladder of the old date lies within the pause.
    expect(story.item.dueOn).toBe('2026-11-10');
    expect(brought(story)).toEqual([
      ...[
        '2026-10-20 pauseEnd',
        '2026-10-21 reminder',
        '2026-10-30 reminder',
        '2026-11-06 reminder',
        '2026-11-09 reminder',
      ],
    ]);
  });

  it('no burst fires on resuming where the date did not move: the steps come as far apart as ever', () => {
    const letters = (story: Story) => brought(story).filter((line) => line.endsWith('overdue'));
    const late = paused(working('2026-03-02').passUntil('2026-07-08').on('2026-07-09'), '2026-09-10');
    expect(letters(late.passUntil('2026-10-20'))).toEqual([
      ...['2026-09-14 overdue', '2026-09-20 overdue', '2026-10-10 overdue'],
    ]);
    const fixed = working('2026-03-02').act('fixDueDate', { dueOn: '2026-07-06' }).passUntil('2026-06-30');
    expect(brought(paused(fixed.on('2026-07-01'), '2026-09-10').passUntil('2026-10-20')).slice(1)).toEqual([
      ...['2026-09-11 overdue', '2026-09-17 overdue', '2026-09-23 overdue', '2026-10-14 overdue'],
    ]);
  });

  it('the pause survives a change of due date, which stands as it was set', () => {
    const story = paused(working()).on('2026-04-01').act('setDueDate', { dueOn: '2026-09-01' });
    expect(story.item.pause?.until).toBe('2026-06-01');
    expect(brought(story.passUntil('2026-06-01'))).toEqual(['2026-06-01 pauseEnd']);
    expect(story.item).toMatchObject({ dueOn: '2026-09-01', pause: null });
  });

  it('the pause survives an extension, which stands as it was granted', () => {
    const story = paused(working()).act('requestExtension', { until: '2026-09-01' }).act('grantExtension');
    expect(story.item.pause?.until).toBe('2026-06-01');
    expect(story.passUntil('2026-06-01').item.dueOn).toBe('2026-09-01');
  });

  it('a wish left open gets its days once', () => {
    const story = paused(working()).on('2026-05-25').act('requestExtension', { until: '2026-12-01' });
    story.passUntil('2026-06-01');
    expect(story.item.dueOn).toBe('2026-10-08');
    expect(story.on('2026-06-08').act('refuseExtension').item.dueOn).toBe('2026-10-15');
  });

  it('a date set meanwhile lies beyond it', () => {
    expect(paused(working(), '2026-09-01').refusal('setDueDate', { dueOn: '2026-08-31' })).toMatchObject({
      ...{ code: 'dateNotLater', after: '2026-09-01' },
    });
  });

  it('a revised plan that waits follows too', () => {
    const story = inState('inProgress').act('revisePlan', {
      measures: [{ text: '对账一次', ownerId: null, dueOn: '2026-05-06' }],
    });
    const { item } = paused(story.on('2026-03-02')).on('2026-03-12').act('endPause').act('approvePlan');
    expect(item.measures[0]?.dueOn).toBe('2026-05-16');
  });

  it('the dates of the measures follow, within that of the whole', () => {
    const plan = (dueOn: string) => ({ text: '逐项登记资产', ownerId: null, dueOn });
    const measures = ['2026-02-27', '2026-03-31', '2026-07-06'].map(plan);
    const story = launched().act('signFor').act('submitPlan', { measures }).act('approvePlan').on('2026-03-02');
    const { item } = paused(story).on('2026-03-12').act('endPause');
    expect(item.measures.map(({ dueOn }) => dueOn)).toEqual(['2026-02-27', '2026-04-10', '2026-07-16']);
  });
});

describe('a date of a higher body', () => {
  const fixed = (dueOn = '2026-05-29') => working().act('fixDueDate', { dueOn });

  it('may be sooner, and bounds the plan', () => {
    expect(fixed().item).toMatchObject({ dueOn: '2026-05-29', firstDueOn: '2026-07-06', dueIsFixed: true });
    expect(launched().act('fixDueDate', { dueOn: '2026-01-20' }).item.planDueOn).toBe('2026-01-20');
  });

  it('is moved by no pause, no review and no return', () => {
    expect(paused(fixed(), '2026-05-06').passUntil('2026-05-06').item.dueOn).toBe('2026-05-29');
    const handedIn = fixed().act('requestClosure').on('2026-03-16');
    expect(handedIn.refusal('return', { dueOn: '2026-06-01' })).toEqual({
      ...{ code: 'dateTooLate', given: '2026-06-01', latest: '2026-05-29' },
    });
    expect(handedIn.act('return', { dueOn: '2026-03-30' }).item.dueOn).toBe('2026-05-29');
    expect(fixed().act('requestClosure').on('2026-06-05').act('return', { dueOn: '2026-06-22' }).item.dueOn).toBe(
      '2026-05-29',
    );
  });

  it('is changed by its own word alone', () => {
    for (const act of ['requestExtension', 'setDueDate'] as const)
      expect(fixed().refusal(act)).toEqual({ code: 'dueDateFixed', dueOn: '2026-05-29' });
    expect(fixed().act('fixDueDate', { dueOn: '2026-08-31' }).item.dueOn).toBe('2026-08-31');
  });

  it('stays with the item when another unit gets it, and ends with what it was for', () => {
    const story = launched().act('fixDueDate', { dueOn: '2026-05-29' }).act('disown').on('2026-03-02').act('assign');
    expect(story.item).toMatchObject({ dueOn: '2026-05-29', dueIsFixed: true });
    const reopened = fixed().act('requestClosure').act('endorse').act('approveClosure').act('reopen');
    expect(reopened.item.dueIsFixed).toBe(false);
  });
});

it('rested days are those after the day that is asked about', () => {
  const { item } = paused(working()).on('2026-03-12').act('endPause');
  expect(['2026-03-01', '2026-03-05', '2026-03-20'].map((date) => daysRestedAfter(date, item))).toEqual([10, 7, 0]);
});
