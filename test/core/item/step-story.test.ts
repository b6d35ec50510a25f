import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { mailStories, type StepStory } from '../../../core/item/step-story.ts';
import type { StepKind } from '../../../core/item/step.ts';
import { localDate } from '../../../core/time.ts';

const storiesOf = ({ events, rules, item }: Story) => mailStories(events, rules, item);
const stepsOf = (story: Story, kind: StepKind): StepStory[] =>
  storiesOf(story).steps.filter(({ step }) => step.kind === kind);

describe('a reminder', () => {
  it('stands so many days before its date, on a working day', () => {
    const reminders = stepsOf(inState('inProgress'), 'reminder');
    expect(reminders.map(({ seq, placing, step }) => [seq, placing, localDate(step.at)])).toEqual([
      [null, { kind: 'before', days: 20 }, '2026-06-16'],
      [null, { kind: 'before', days: 10 }, '2026-06-26'],
      [null, { kind: 'before', days: 1 }, '2026-07-03'],
      [null, { kind: 'before', days: 0 }, '2026-07-06'],
    ]);
    // Three days before is the same Friday: the later step stands for both.
    expect(reminders[2]?.skipped.map(({ date }) => date)).toEqual(['2026-07-04', '2026-07-05']);
  });

  it('that was sent has its fact', () => {
    const story = inState('inProgress').passUntil('2026-06-17');
    const [sent] = stepsOf(story, 'reminder');
    expect(sent).toMatchObject({ seq: story.item.seq, placing: { kind: 'before', days: 20 } });
  });

  it('of the signature comes again, counted from the last one', () => {
    const story = launched().passUntil('2026-01-10');
    expect(stepsOf(story, 'signOverdue').map(({ seq, placing }) => [seq === null, placing])).toEqual([
      [false, { kind: 'after', workingDays: 1, restedDays: 0, postponed: false }],
      [true, { kind: 'again', last: '2026-01-09', workingDays: 5 }],
    ]);
  });
});

describe('a letter', () => {
  it('leaves so many working days after the date', () => {
    const story = inState('inProgress').passUntil('2026-07-14');
    const letters = stepsOf(story, 'overdue');
    expect(letters.map(({ seq, placing }) => [seq === null, placing])).toEqual([
      [false, { kind: 'after', workingDays: 1, restedDays: 0, postponed: false }],
      [false, { kind: 'after', workingDays: 5, restedDays: 0, postponed: false }],
      [true, { kind: 'after', workingDays: 10, restedDays: 0, postponed: false }],
      [true, { kind: 'after', workingDays: 20, restedDays: 0, postponed: false }],
    ]);
    expect(letters[1]?.skipped.map(({ date }) => date)).toEqual(['2026-07-11', '2026-07-12']);
  });

  it('leaves the days of a pause after the date out of its count', () => {
    const story = inState('inProgress').passUntil('2026-07-08').act('requestPause', { pausedUntil: '2026-08-03' });
    const letters = stepsOf(story.act('grantPause').on('2026-07-22').act('endPause'), 'overdue');
    const second = letters.find(({ seq }) => seq === null);
    expect(second).toMatchObject({ placing: { kind: 'after', workingDays: 5, restedDays: 13, postponed: false } });
    expect(second === undefined ? null : localDate(second.step.at)).toBe('2026-07-24');
  });

  it('after an outage says that it waited for the one before, and that it left late', () => {
    const story = inState('inProgress').on('2026-07-20');
    story.takeSteps();
    const [first, second] = stepsOf(story, 'overdue');
    expect(first).toMatchObject({ placing: { postponed: false } });
    expect((first?.sendAt ?? '') > (first?.step.at ?? '')).toBe(true);
    expect(second).toMatchObject({ seq: null, placing: { kind: 'after', workingDays: 5, postponed: true } });
  });

  it('is followed by reminders without end', () => {
    const story = inState('inProgress').passUntil('2026-08-05');
    expect(stepsOf(story, 'stillOverdue')[0]?.placing).toEqual({ kind: 'again', last: '2026-08-03', workingDays: 5 });
  });
});

it('a mail about an act leaves at the first slot after it', () => {
  const { news } = storiesOf(launched({ launchedOn: '2026-01-09' }));
  expect(news).toMatchObject([
    {
      seq: 3,
      kind: 'assigned',
      sendAt: '2026-01-12T01:00:00.000Z',
      skipped: [{ date: '2026-01-10' }, { date: '2026-01-11' }],
    },
  ]);
});

it('a checkpoint and a decision stand on their dates', () => {
  expect(stepsOf(inState('interim'), 'checkpoint')).toMatchObject([{ placing: { kind: 'on' }, skipped: [] }]);
  expect(stepsOf(inState('submitted'), 'reviewWaiting')).toMatchObject([{ placing: { kind: 'on' } }]);
});

it('a measure that is behind is told again, counted from the last time', () => {
  const measures = [{ text: '逐项登记资产', ownerId: 'wang', dueOn: '2026-03-02' }];
  const story = launched().act('signFor').act('submitPlan', { measures }).act('approvePlan').passUntil('2026-03-04');
  expect(stepsOf(story, 'measureBehind').map(({ placing }) => placing)).toEqual([
    { kind: 'after', workingDays: 1, restedDays: 0, postponed: false },
    { kind: 'again', last: '2026-03-03', workingDays: 5 },
  ]);
});
