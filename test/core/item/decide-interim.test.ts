/** Interim results one after the other: what a checkpoint owes, and how long a closure may be put off. */
import { describe, expect, it } from 'vitest';
import { inState, type Story, type StoryStart } from '../../support/story.ts';

describe('interim results, stage after stage,', () => {
  const again = (story: Story, form = {}) => story.act('requestClosure', form).act('endorse');
  const atCheckpoint = (start: StoryStart = {}) =>
    again(inState('inProgress', start))
      .act('acceptInterim', { opinion: '继续', checkpointOn: '2026-06-01' })
      .passUntil('2026-06-02');

  it('are accepted as often as the policy says, and then with a justification', () => {
    const story = again(atCheckpoint({ policy: { interimsUnjustified: 1 } })).on('2026-06-03');
    const checkpointOn = '2026-09-01';
    expect(story.refusal('acceptInterim', { opinion: '继续', checkpointOn })).toEqual({
      ...{ code: 'justificationNeeded', accepted: 1, least: 10, given: 2 },
    });
    expect(story.refusal('approveClosure', { opinion: '' })).toBeNull();
    story.act('acceptInterim', { opinion: '资金须待明年预算批复后到位。', checkpointOn });
    expect(story.item.interims.map(({ by }) => by)).toEqual(['li', 'li']);
    expect(
      again(atCheckpoint()).on('2026-06-03').refusal('acceptInterim', { opinion: '继续', checkpointOn }),
    ).toBeNull();
  });

  it('owe something of the stage at its checkpoint: new evidence, or a word on each measure', () => {
    const proven = () => inState('inProgress', { policy: { evidencePerMeasure: 1 } }).act('addEvidence');
    const form = { unproven: [] };
    const story = again(proven(), form).act('acceptInterim', { checkpointOn: '2026-06-01' }).passUntil('2026-06-02');
    const since = story.item.interims[0]?.at;
    expect(story.refusal('requestClosure', form)).toEqual({ code: 'nothingSince', since });
    expect(story.refusal('requestClosure')).toBeNull();
    expect(story.act('addEvidence').refusal('requestClosure', form)).toBeNull();
  });

  it('begin to count anew with a reopening', () => {
    const story = again(atCheckpoint()).on('2026-06-03').act('approveClosure').act('reopen');
    expect(story.item.interims).toEqual([]);
  });
});
