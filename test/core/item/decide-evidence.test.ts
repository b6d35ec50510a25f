/** Progress and evidence, and what an application for closure needs of them. */
import { describe, expect, it } from 'vitest';
import { handIn } from '../../support/evidence.ts';
import { inState, launched, type Story } from '../../support/story.ts';

const file = (sign: string, measureIds: readonly string[] = ['m1']) =>
  handIn(sign.repeat(64), { id: `f-${sign}-${measureIds.join('-')}`, name: `${sign}.pdf`, measureIds });
const explained = { measureId: 'm1', reason: '该措施为会议研究，无书面材料。' };
const statement = '资产已全部登记入账。';

/** In progress with two measures. */
function twoMeasures(evidencePerMeasure = 1): Story {
  const measures = ['逐项登记资产', '建立盘点制度'].map((text) => ({ text, ownerId: null, dueOn: null }));
  return launched({ policy: { evidencePerMeasure } }).act('signFor').act('submitPlan', { measures }).act('approvePlan');
}

describe('progress', () => {
  it('is an event with trimmed words and leaves only who reported last and when', () => {
    const story = inState('inProgress');
    const before = story.item;
    story.act('reportProgress', { text: ' 已登记 120 件。\n' });
    expect(story.events.at(-1)).toMatchObject({ type: 'progressReported', text: '已登记 120 件。' });
    expect(story.item).toEqual({
      ...before,
      seq: before.seq + 1,
      progress: { by: 'wang', at: '2026-01-05T02:04:00.000Z' },
    });
  });

  it.each([
    ['nothing', ' \n ', { code: 'textTooShort', field: 'text', least: 1, given: 0 }],
    ['a book', '长'.repeat(4001), { code: 'textTooLong', field: 'text', most: 4000, given: 4001 }],
  ])('of %s is refused', (_, text, refusal) => {
    expect(inState('inProgress').refusal('reportProgress', { text })).toEqual(refusal);
  });
});

describe('evidence', () => {
  it('keeps the id of its record, who, when, what, for which measures and of which day', () => {
    const { item } = twoMeasures()
      .act('addEvidence', file('a'))
      .act('addEvidence', { ...file('b', ['m1', 'm2']), aboutOn: '2025-12-30' });
    const [a, b] = [
      { sha256: 'a'.repeat(64), name: 'a.pdf', measureIds: ['m1'], aboutOn: null },
      { sha256: 'b'.repeat(64), name: 'b.pdf', measureIds: ['m1', 'm2'], aboutOn: '2025-12-30' },
    ];
    expect(item.evidence).toEqual([
      { id: 'f-a-m1', by: 'wang', at: '2026-01-05T02:04:00.000Z', ...a },
      { id: 'f-b-m1-m2', by: 'wang', at: '2026-01-05T02:05:00.000Z', ...b },
    ]);
  });

  it('is of a day that has come, or of none', () => {
    const of = (aboutOn: string | null) => inState('inProgress').refusal('addEvidence', { ...file('a'), aboutOn });
    expect(of(null)).toBeNull();
    expect(of('2026-01-05')).toBeNull();
    expect(of('2026-01-06')).toEqual({ code: 'dateAhead', given: '2026-01-06', today: '2026-01-05' });
    expect(of('2026-02-30')).toEqual({ code: 'notADate', given: '2026-02-30' });
  });

  it('is handed in once by one record, whatever for', () => {
    const story = twoMeasures().act('addEvidence', file('a'));
    const again = { ...file('a'), measureIds: ['m2'] };
    expect(story.refusal('addEvidence', again)).toEqual({ code: 'handedInAlready', name: 'a.pdf' });
    expect(story.refusal('addEvidence', { ...again, evidenceId: 'f-another' })).toBeNull();
  });

  it('names its measures, and only those of the item', () => {
    expect(twoMeasures().refusal('addEvidence', file('a', []))).toEqual({ code: 'noMeasureNamed' });
    expect(twoMeasures().refusal('addEvidence', file('a', ['m2', 'm3', 'x']))).toEqual({
      code: 'unknownMeasures',
      measureIds: ['m3', 'x'],
      known: ['m1', 'm2'],
    });
  });

  it('counts once for a measure: the same file again is refused, for another measure it is not', () => {
    const story = twoMeasures().act('addEvidence', file('a'));
    const again = { ...file('a'), evidenceId: 'f-again' };
    expect(story.refusal('addEvidence', again)).toEqual({ code: 'sameEvidence', name: 'a.pdf' });
    expect(story.refusal('addEvidence', file('a', ['m2']))).toBeNull();
    story.act('addEvidence', file('a', ['m2']));
    expect(story.refusal('addEvidence', file('a', ['m1', 'm2']))?.code).toBe('sameEvidence');
  });

  it('goes on being handed in for interim and standing items', () => {
    expect(inState('interim').act('addEvidence', file('a')).item.evidence).toHaveLength(1);
    expect(inState('standing').act('addEvidence', file('a')).item.evidence).toHaveLength(1);
  });
});

describe('an application for closure', () => {
  it('pins the evidence that is there, with its words trimmed', () => {
    const { item } = twoMeasures()
      .act('addEvidence', file('a'))
      .act('addEvidence', file('b', ['m2']))
      .act('requestClosure', { statement: ` ${statement} `, unproven: [] });
    expect(item.state).toBe('submitted');
    expect(item.application).toMatchObject({ by: 'wang', statement, evidenceIds: ['f-a-m1', 'f-b-m2'], unproven: [] });
  });

  it('needs evidence for each measure or words why there is none', () => {
    const story = twoMeasures().act('addEvidence', file('b', ['m2']));
    const refusal = { code: 'evidenceMissing', measureIds: ['m1'], least: 1, asked: [] };
    expect(story.refusal('requestClosure', { unproven: [] })).toEqual(refusal);
    story.act('requestClosure', { unproven: [{ ...explained, reason: ` ${explained.reason} ` }] });
    expect(story.item.application?.unproven).toEqual([explained]);
  });

  it('needs as many different files as the policy asks for', () => {
    const story = twoMeasures(2)
      .act('addEvidence', file('a', ['m1']))
      .act('addEvidence', file('b', ['m1']))
      .act('addEvidence', file('c', ['m2']))
      // The same file once more for both, which only adds it to the first measure.
      .act('addEvidence', file('c', ['m1', 'm2']));
    expect(story.refusal('requestClosure', { unproven: [] })).toEqual({
      code: 'evidenceMissing',
      measureIds: ['m2'],
      least: 2,
      asked: [],
    });
    expect(story.act('addEvidence', file('d', ['m2'])).refusal('requestClosure', { unproven: [] })).toBeNull();
  });

  it('needs no evidence where the policy asks for none', () => {
    expect(twoMeasures(0).refusal('requestClosure', { unproven: [] })).toBeNull();
  });

  it.each([
    ['a thin statement', { statement: '已完成' }, { code: 'textTooShort', field: 'statement', least: 10, given: 3 }],
    [
      'an endless statement',
      { statement: '长'.repeat(4001) },
      { code: 'textTooLong', field: 'statement', most: 4000, given: 4001 },
    ],
    [
      'an excuse for a measure that is none',
      { unproven: [{ measureId: 'm9', reason: explained.reason }] },
      { code: 'unknownMeasures', measureIds: ['m9'], known: ['m1'] },
    ],
    [
      'a thin excuse',
      { unproven: [{ measureId: 'm1', reason: '没有' }] },
      { code: 'textTooShort', field: 'reason', least: 10, given: 2 },
    ],
    [
      'an excuse of ten code units that are five signs',
      { unproven: [{ measureId: 'm1', reason: '\u{1F642}'.repeat(5) }] },
      { code: 'textTooShort', field: 'reason', least: 10, given: 5 },
    ],
    [
      'an endless excuse',
      { unproven: [{ measureId: 'm1', reason: '长'.repeat(4001) }] },
      { code: 'textTooLong', field: 'reason', most: 4000, given: 4001 },
    ],
  ])('with %s is refused', (_, given, refusal) => {
    expect(inState('inProgress').refusal('requestClosure', given)).toEqual(refusal);
  });

  it('answers an open wish for more time', () => {
    expect(inState('inProgress').act('requestExtension').act('requestClosure').item.extensionRequest).toBeNull();
  });
});
