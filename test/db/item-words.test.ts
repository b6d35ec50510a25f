import { beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, useLedger } from '../support/ledger.ts';
import { draftRound } from '../support/round.ts';
import { instant } from '../../core/time.ts';
import { findWords } from '../../db/item-words.ts';
import { onlyRow, type Db, type Query } from '../../db/pool.ts';
import { unitReader } from '../../db/unit-reader.ts';

const ledger = useLedger();
const count = 4000;
/** Of the unit `works`, and with a vehicle in their title. */
let ofWorks: readonly string[];

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
  await asAdmin(pool, `UPDATE item SET unit_id = 'works' WHERE position IN (1001, 2002, 3003)`);
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM item WHERE unit_id = 'works' ORDER BY position`);
  ofWorks = rows.map(({ id }) => id);
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

describe('a reader for one unit', () => {
  const ofUnit = (unitId: string, words: readonly string[], unitIds: readonly string[] = []) =>
    findWords(unitReader(ledger.current.pool, unitId), { words, unitIds, roundId: null });
  const rowsRead = async () => {
    const { pool } = ledger.current;
    // The counts of a connection are told when it ends or is idle for a while, or now.
    await Promise.all(Array.from({ length: 10 }, () => pool.query('SELECT pg_stat_force_next_flush()')));
    const { rows } = await pool.query<{ whole: number; fetched: number }>(
      `SELECT seq_tup_read AS whole, idx_tup_fetch AS fetched FROM pg_stat_user_tables WHERE relname = 'item_words'`,
    );
    return onlyRow(rows);
  };

  it('reads of a ledger the rows that hold the words in its unit, whoever holds them besides', async () => {
    const before = await rowsRead();
    const found = await ofUnit('works', ['公务用车']);
    const after = await rowsRead();
    expect(found).toEqual({ are: 'few', ids: ofWorks });
    expect(after.whole - before.whole).toBe(0);
    expect(after.fetched - before.fetched).toBeLessThanOrEqual(ofWorks.length);
  });

  it('finds nothing of another unit, nor without one, whatever is asked for', async () => {
    const none = { are: 'few', ids: [] };
    expect(await ofUnit('works', ['用车公务'])).toEqual(none);
    expect(await ofUnit('works', ['公务用车'], ['finance'])).toEqual(none);
    expect(await ofUnit('', ['公务用车'])).toEqual(none);
  });

  it('loses an item with the hand-over to another unit', async () => {
    const [first = '', second = '', ...rest] = ofWorks;
    await asAdmin(ledger.current.pool, `UPDATE item SET unit_id = 'finance' WHERE id = '${first}'`);
    expect(await ofUnit('works', ['公务用车'])).toEqual({ are: 'few', ids: [second, ...rest] });
    expect(await ofUnit('finance', ['公务用车'])).toEqual({ are: 'few', ids: [first] });
  });

  it('alone has that way through the wall', async () => {
    const ask = `SELECT items_with_words(ARRAY['公务'], '{}', 10)`;
    await expect(ledger.current.pool.query(ask)).rejects.toThrow('permission denied');
  });
});
