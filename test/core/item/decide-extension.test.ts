/** More time: asked before the due date with reason, progress and a new date; granted or refused by somebody else. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, type Story } from '../../support/story.ts';

const reason = '招标采购周期超出预期。';
/** The due date is Monday 2026-07-06. */
const working = (): Story => inState('inProgress');
const asked = (): Story => working().on('2026-06-01').act('requestExtension', { until: '2026-08-31' });

describe('asking', () => {
  it('keeps the wish with its words trimmed, and moves nothing yet', () => {
    const { item } = working().act('requestExtension', {
      until: '2026-08-31',
      reason: ` ${reason} `,
      progress: ' 六成 ',
    });
    expect(item.extensionRequest).toMatchObject({ by: 'wang', reason, progress: '六成', until: '2026-08-31' });
    expect(item.dueOn).toBe('2026-07-06');
  });

  it.each(['assigned', 'planned', 'inProgress', 'reopened'] as const)('is possible while %s', (state) => {
    const { item } = inState(state).act('requestExtension');
    expect(item).toMatchObject({ state, extensionRequest: { until: '2027-08-02' } });
  });

  it('is in time until 24:00 of the due date in Shanghai', () => {
    const story = working();
    story.now = '2026-07-06T15:59:59.999Z';
    expect(story.refusal('requestExtension')).toBeNull();
    story.now = '2026-07-06T16:00:00.000Z';
    expect(story.refusal('requestExtension')).toEqual({ code: 'extensionTooLate', dueOn: '2026-07-06' });
  });

  it('is judged by the due date as it stands after an extension', () => {
    const story = asked().act('grantExtension').on('2026-08-31', '23:59');
    expect(story.refusal('requestExtension')).toBeNull();
    expect(story.on('2026-09-01', '00:00').refusal('requestExtension')).toMatchObject({ dueOn: '2026-08-31' });
  });

  it('again while a wish is open is refused', () => {
    expect(asked().refusal('requestExtension')).toEqual({ code: 'extensionPending', until: '2026-08-31' });
  });

  it('more often than the policy allows is refused; a refused wish does not count', () => {
    const story = asked().act('refuseExtension');
    story.act('requestExtension', { until: '2026-08-31' }).act('grantExtension');
    story.act('requestExtension', { until: '2026-09-30' }).act('grantExtension');
    expect(story.refusal('requestExtension')).toEqual({ code: 'tooManyExtensions', most: 2 });
  });

  it('is no use where the policy grants none', () => {
    const story = inState('inProgress', { policy: { maxExtensions: 0 } });
    expect(story.refusal('requestExtension')).toEqual({ code: 'tooManyExtensions', most: 0 });
  });

  it.each([
    ['a thin reason', { reason: '来不及' }, { code: 'textTooShort', field: 'reason', least: 10, given: 3 }],
    ['no progress', { progress: '' }, { code: 'textTooShort', field: 'progress', least: 1, given: 0 }],
    [
      'the due date itself',
      { until: '2026-07-06' },
      { code: 'dateNotLater', given: '2026-07-06', after: '2026-07-06' },
    ],
    ['an earlier date', { until: '2026-06-30' }, { code: 'dateNotLater', given: '2026-06-30', after: '2026-07-06' }],
    ['no date', { until: '' }, { code: 'notADate', given: '' }],
    ['a date beyond all calendars', { until: '9999-12-31' }, { code: 'notADate', given: '9999-12-31' }],
    [
      'a day of the national holiday',
      { until: '2026-10-04' },
      { code: 'dayOff', given: '2026-10-04', before: '2026-09-30', after: '2026-10-08' },
    ],
    [
      'a Sunday',
      { until: '2026-10-11' },
      { code: 'dayOff', given: '2026-10-11', before: '2026-10-10', after: '2026-10-12' },
    ],
    ['a make-up Saturday', { until: '2026-10-10' }, null],
    ['a weekday of a year not yet published', { until: '2027-10-01' }, null],
  ] as const)('for %s gets its answer', (_, given, refusal) => {
    expect(working().refusal('requestExtension', given)).toEqual(refusal);
  });
});

describe('granting', () => {
  it('moves the due date, keeps the first one and what it replaced', () => {
    const { item, events } = asked().on('2026-06-03').act('grantExtension');
    expect(item).toMatchObject({ dueOn: '2026-08-31', firstDueOn: '2026-07-06', extensionRequest: null });
    expect(item.dueSetAt).toBe('2026-06-03T02:00:00.000Z');
    expect(item.extensions).toMatchObject([
      { by: 'li', at: '2026-06-03T02:00:00.000Z', requestedBy: 'wang', from: '2026-07-06', until: '2026-08-31' },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'extensionGranted', until: '2026-08-31' });
  });

  it('twice keeps both, and still the first date', () => {
    const { item } = asked().act('grantExtension').act('requestExtension').act('grantExtension');
    expect(item.extensions.map(({ from, until }) => [from, until])).toEqual([
      ['2026-07-06', '2026-08-31'],
      ['2026-08-31', '2027-08-02'],
    ]);
    expect(item.firstDueOn).toBe('2026-07-06');
  });

  it('needs a wish and somebody from outside', () => {
    expect(working().refusal('grantExtension')).toEqual({ code: 'noExtensionRequest' });
    for (const who of [cast.wang, cast.zhang])
      expect(asked().refusal('grantExtension', {}, who), who.id).toEqual({ code: 'notYours', act: 'grantExtension' });
  });
});

describe('refusing', () => {
  it('leaves the date and keeps the reason', () => {
    const { item } = asked().act('refuseExtension', { reason: ' 进度滞后，不同意延期。 ' });
    expect(item).toMatchObject({ dueOn: '2026-07-06', extensionRequest: null, extensions: [] });
    expect(item.extensionRefusals).toMatchObject([{ by: 'li', reason: '进度滞后，不同意延期。' }]);
  });

  it('needs a wish and a reason', () => {
    expect(working().refusal('refuseExtension')).toEqual({ code: 'noExtensionRequest' });
    expect(asked().refusal('refuseExtension', { reason: '不同意' })).toMatchObject({ code: 'textTooShort', given: 3 });
  });
});
