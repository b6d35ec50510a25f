import { describe, expect, it } from 'vitest';
import { importBody, placed, proposed, withTitle } from '../../../web/rounds/import-draft.ts';
import { notice } from '../fixture/findings.ts';

describe('an import', () => {
  it('proposes title and start from what the document says', () => {
    expect(proposed('x', { notice, warnings: [] })).toMatchObject({
      title: '云岭县水务局党组第三轮巡察整改',
      startsOn: '2026-05-18',
    });
  });

  it('guesses no day where the document names a month only', () => {
    const vague = { ...notice, dates: { ...notice.dates, feedback: '2026-05' } };
    expect(proposed('x', { notice: vague, warnings: [] }).startsOn).toBe('');
  });

  it('counts items over all parts', () => {
    expect(placed(notice).flatMap(({ items }) => items.map(({ position }) => position))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('changes the one title that was edited', () => {
    const edited = withTitle(notice, 4, '改过');
    expect(
      placed(edited)
        .flatMap(({ items }) => items.map(({ item }) => item.title))
        .filter((title) => title === '改过'),
    ).toHaveLength(1);
    expect(placed(edited)[1]?.items[0]?.item.title).toBe('改过');
  });

  it('becomes the body that the API asks for', () => {
    const draft = { ...proposed('x', { notice, warnings: [] }), notice, immediate: [2] };
    expect(importBody(draft)).toEqual({
      title: draft.title,
      source: 'x',
      notice,
      startsOn: '2026-05-18',
      immediateItems: [2],
    });
  });
});
