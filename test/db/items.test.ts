import { describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { handIn } from '../support/evidence.ts';
import { itemInLedger, useLedger } from '../support/ledger.ts';
import { inState, type Story } from '../support/story.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { onlyRow } from '../../db/pool.ts';

const ledger = useLedger();

function withFiles(count: number): Story {
  const story = inState('inProgress');
  for (let index = 0; index < count; index += 1) story.act('addEvidence', handIn(index.toString(16).padStart(64, '0')));
  return story;
}

describe('an item in the ledger', () => {
  test('is what its facts make, with every file in the order in which it was handed in', async () => {
    const story = withFiles(3);
    const { roundId, itemIds } = await tellRound(ledger.current.pool, [story]);
    const [itemId = ''] = itemIds;
    const item = await itemInLedger(ledger.current.pool, itemId);
    expect(item).toEqual(itemFrom(roundId, itemId, story.events));
    expect(item.evidence.map(({ id }) => id)).toEqual(item.evidence.map((_, index) => `f-0000000${index}`));
  });

  test('has a row that does not grow with the files handed in', async () => {
    const { itemIds } = await tellRound(ledger.current.pool, [withFiles(1), withFiles(200)]);
    const { rows } = await ledger.current.pool.query<{ few: number; many: number }>(
      `SELECT (SELECT length(projection::text) FROM item WHERE id = $1) AS few,
              (SELECT length(projection::text) FROM item WHERE id = $2) AS many`,
      [...itemIds],
    );
    const { few, many } = onlyRow(rows);
    // The number of the last fact has more digits.
    expect(Math.abs(many - few)).toBeLessThan(10);
    expect((await itemInLedger(ledger.current.pool, itemIds[1] ?? '')).evidence).toHaveLength(200);
  });
});
