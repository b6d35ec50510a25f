import { describe, expect, it } from 'vitest';
import type { BulletinEntryVersion } from '../../../../api/contract.ts';
import {
  choiceOf,
  entryBody,
  entryDraft,
  isUnsaved,
  isWaiting,
  stepsOf,
} from '../../../../web/rounds/bulletin/entry-draft.ts';

const deed = { by: '赵青', at: '2026-06-30T02:00:00.000Z' };
const version = (more: Partial<BulletinEntryVersion>): BulletinEntryVersion => ({
  ...deed,
  version: 1,
  choice: 'publish',
  reason: null,
  title: null,
  result: null,
  over: null,
  proposal: deed,
  approval: null,
  ...more,
});

const withheld = version({ choice: 'withhold', reason: '涉及案情' });
const worded = version({ version: 4, result: '已登记' });

describe('what is typed about an item', () => {
  it('begins with the newest version, and with none where nothing was decided', () => {
    expect(entryDraft({ versions: [] })).toEqual({ choice: 'publish', reason: '', title: '', result: '', version: 0 });
    expect(entryDraft({ versions: [withheld, worded] })).toMatchObject({
      choice: 'publish',
      result: '已登记',
      version: 4,
    });
  });

  it('is sent without what is empty, and with a reason only where it is left out', () => {
    const draft = { ...entryDraft({ versions: [withheld] }), title: '  ', result: ' 已登记 ' };
    expect(entryBody(draft)).toEqual({
      choice: 'withhold',
      reason: '涉及案情',
      title: null,
      result: '已登记',
      version: 1,
    });
    expect(entryBody({ ...draft, choice: 'publish' }).reason).toBeNull();
  });

  it('is unsaved where it would change something', () => {
    const item = { versions: [worded] };
    const draft = entryDraft(item);
    expect([draft, { ...draft, title: ' ' }, { ...draft, title: '另题' }].map((one) => isUnsaved(one, item))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('became what it is step by step, the newest first', () => {
    expect(stepsOf({ versions: [withheld, worded] }).map(({ changes }) => changes)).toEqual([
      [
        { field: 'choice', from: 'withhold', to: 'publish' },
        { field: 'reason', from: '涉及案情', to: null },
        { field: 'result', from: null, to: '已登记' },
      ],
      [
        { field: 'choice', from: 'publish', to: 'withhold' },
        { field: 'reason', from: null, to: '涉及案情' },
      ],
    ]);
  });

  it('waits while what is left out is not approved', () => {
    const approved = { ...withheld, approval: deed };
    const all = [[], [withheld], [approved], [withheld, worded]].map((versions) => ({ versions }));
    expect(all.map(isWaiting)).toEqual([false, true, false, false]);
    expect(all.map(choiceOf)).toEqual(['publish', 'withhold', 'withhold', 'publish']);
  });
});
