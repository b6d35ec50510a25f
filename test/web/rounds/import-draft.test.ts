import { describe, expect, it } from 'vitest';
import { blankImport, importBody, lastingWarnings, proposed, readInto } from '../../../web/rounds/import-draft.ts';
import { taken } from '../../../web/rounds/tree/steps.ts';
import { treeOf } from '../../../web/rounds/tree/tree.ts';
import { notice } from '../fixture/findings.ts';

const read = { notice, warnings: [], stated: [10] };
const draft = { ...proposed('x', read), notice };
const tree = treeOf(notice, 'x');

describe('an import', () => {
  it('proposes title and start from what the document says', () => {
    expect(proposed('x', read)).toMatchObject({ title: '云岭县水务局党组第三轮巡察整改', startsOn: '2026-05-18' });
  });

  it('guesses no day where the document names a month only', () => {
    const vague = { ...notice, dates: { ...notice.dates, feedback: '2026-05' } };
    expect(proposed('x', { ...read, notice: vague }).startsOn).toBe('');
  });

  it('tells of the count of findings beside the tree, and of the other warnings once', () => {
    const warned = { ...notice, warnings: [...notice.warnings, { code: 'noItems' } as const] };
    expect(lastingWarnings({ warnings: ['count', 'other'] }, warned)).toEqual(['other']);
  });

  it('keeps what was changed when the same document is read again, and nothing of another one', () => {
    const changed = { ...draft, isBack: true, title: '改过', steps: [{ do: 'headPart', id: 2 } as const] };
    expect(readInto(changed, 'x ', read)).toEqual({ ...changed, source: 'x ', isBack: false });
    const other = { ...read, notice: { ...notice, organ: null } };
    expect(readInto(changed, 'y', other)).toEqual(proposed('y', other));
    expect(readInto(blankImport, 'x', read)).toEqual(proposed('x', read));
  });

  it('becomes the body that the API asks for', () => {
    const immediate = taken(tree, { do: 'setImmediate', id: tree.parts[0]?.items[1]?.id ?? 0, isOn: true });
    expect(importBody(draft, immediate)).toEqual({
      title: draft.title,
      source: 'x',
      notice,
      startsOn: '2026-05-18',
      immediateItems: [2],
    });
  });

  it('tells what was left out, with the reason', () => {
    const out = taken(tree, { do: 'leaveOut', id: tree.parts[2]?.items[1]?.id ?? 0, reason: '重复' });
    expect(importBody(draft, out).leftOut).toEqual([{ title: '会议文件偏多，同类事项重复发文。', reason: '重复' }]);
  });
});

it('a policy that was chosen goes with the round; the standard one needs no name', () => {
  expect(importBody(draft, tree)).not.toHaveProperty('policy');
  expect(importBody({ ...draft, policy: 'twoMonths' }, tree)).toMatchObject({ policy: 'twoMonths' });
});
