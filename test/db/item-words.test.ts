import { beforeAll, expect, it } from 'vitest';
import { asAdmin, useLedger } from '../support/ledger.ts';
import { draftRound } from '../support/round.ts';
import { instant } from '../../core/time.ts';
import { findWords } from '../../db/item-words.ts';
import type { Db, Query } from '../../db/pool.ts';

const ledger = useLedger();
const count = 4000;

/** Three of four items have a vehicle in their title, and every pair of letters of the words that only the seventh has in a row. */
beforeAll(async () => {
  const { pool } = ledger.current;
  await draftRound(pool, 1, instant(Date.now()));
  await asAdmin(
    pool,
    `INSERT INTO item (id, round_id, position, number, printed_number, part, title, state, seq, projection)
     SELECT id || '-' || n, round_id, n, number, printed_number, part,
            CASE WHEN n = 7 THEN '用车公务' WHEN n % 4 > 0 THEN '公务用车，车公' ELSE '会议记录' END, state, seq, projection
     FROM item, generate_series(1, ${count}) AS n`,
  );
  await asAdmin(pool, 'ANALYZE item_words');
});

/** The most rows that any step of the statements went through, as the server counts them. */
async function search(words: readonly string[]) {
  const { pool } = ledger.current;
  const asked: Query[] = [];
  const spy = (given: string | Query, values: unknown[] = []) => {
    const query = typeof given === 'string' ? { text: given, values } : given;
    asked.push(query);
    return pool.query(query);
  };
  const found = await findWords({ query: spy as Db['query'] }, { words, unitIds: [], roundId: null });
  let mostRows = 0;
  for (const { text, values } of asked.filter((one) => !one.text.startsWith('EXPLAIN'))) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, TIMING OFF) ${text}`, values);
    for (const row of rows)
      mostRows = Math.max(
        mostRows,
        ...[...row['QUERY PLAN'].matchAll(/ rows=([\d.]+) loops/g)].map((hit) => Number(hit[1])),
      );
  }
  return { found, mostRows };
}

it('sees by a sample that long words stand in very many items, and does not gather them', async () => {
  const { found, mostRows } = await search(['公务用车']);
  expect(found).toEqual({ are: 'many' });
  expect(mostRows).toBeLessThan(count / 4);
});

it('finds the one item that has all the common pairs in a row', async () => {
  const { found } = await search(['用车公务']);
  expect(found).toEqual({ are: 'few', ids: [expect.stringMatching(/-7$/)] });
});
