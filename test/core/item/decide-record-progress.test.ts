/** Progress that a unit reported on a sheet, entered for it by an admin. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched, type Story } from '../../support/story.ts';
import { authorsOf } from '../../../core/item/four-eyes.ts';
import { unprovenMeasures } from '../../../core/item/proof.ts';
import { turnOf } from '../../../core/item/turn.ts';

const said = {
  reporter: ' 苏敏 ',
  text: ' 已清查两处。\n',
  isDone: true,
  reportedOn: '2026-01-05',
  note: ' 缺一份回执 ',
};

describe('progress entered for a unit', () => {
  it('is a fact with who reported it in words, who entered it, and the sheet', () => {
    const story = inState('inProgress').act('recordProgress', { ...said, evidenceId: 'f-sheet' });
    expect(story.events.at(-1)).toMatchObject({
      ...{ type: 'progressRecorded', by: 'zhao', reporter: '苏敏', text: '已清查两处。', isDone: true },
      ...{ reportedOn: '2026-01-05', note: '缺一份回执', evidenceId: 'f-sheet', name: '进展.xlsx' },
    });
  });

  it('changes nothing but what is kept: neither state nor turn nor date, and it proves no measure', () => {
    const story = inState('inProgress');
    const before = story.item;
    story.act('recordProgress', said);
    const { seq, evidence, ...after } = story.item;
    expect(after).toEqual((({ seq: _seq, evidence: _evidence, ...rest }) => rest)(before));
    expect([seq, evidence.map(({ measureIds, aboutOn, by }) => [measureIds, aboutOn, by])]).toEqual([
      before.seq + 1,
      [[[], '2026-01-05', 'zhao']],
    ]);
    expect(unprovenMeasures(story.item, story.rules.policy)).toEqual(['m1']);
  });

  it('does not answer a standing review, which waits for the unit itself', () => {
    const story = inState('standing').passUntil('2027-06-10');
    const before = turnOf(story.item, story.rules);
    expect(turnOf(story.act('recordProgress').item, story.rules)).toEqual(before);
    expect(before).toMatchObject({ party: 'unit', act: 'reportProgress' });
  });

  it('makes whoever entered it an author of what an application rests on', () => {
    const story = inState('inProgress').act('recordProgress').act('requestClosure');
    expect(authorsOf(story.item, 'endorse')).toEqual(['wang', 'zhao']);
  });

  it.each<[string, () => Story]>([
    ['assigned', () => launched()],
    ['planned', () => inState('planned')],
    ['submitted', () => inState('submitted')],
    ['paused', () => inState('inProgress').act('requestPause').act('grantPause')],
  ])('is entered for an item that is %s', (_, story) => {
    expect(story().refusal('recordProgress')).toBeNull();
  });

  it.each(['draft', 'disowned', 'closed', 'cancelled'] as const)('is not entered for one that is %s', (state) => {
    expect(inState(state).refusal('recordProgress')).toMatchObject({ code: 'notAllowedInState', state });
  });

  it('is refused without words, without a name, of a day ahead, with a record handed in before, and to others', () => {
    const story = inState('inProgress').act('recordProgress', { evidenceId: 'f-sheet' });
    expect(story.refusal('recordProgress', { text: ' ' })).toMatchObject({ code: 'textTooShort', field: 'text' });
    expect(story.refusal('recordProgress', { reporter: '' })).toMatchObject({ field: 'reporter' });
    expect(story.refusal('recordProgress', { reportedOn: '2026-01-06' })).toMatchObject({ code: 'dateAhead' });
    expect(story.refusal('recordProgress', { evidenceId: 'f-sheet' })).toMatchObject({ code: 'handedInAlready' });
    expect(story.refusal('recordProgress', {}, cast.wang)).toMatchObject({ code: 'notYours' });
    expect(story.refusal('recordProgress', {}, cast.li)).toMatchObject({ code: 'notYours' });
  });
});
