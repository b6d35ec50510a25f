/** What the programs' own login may append, when it does not go through them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { at } from '../../core/time.ts';

const ledger = useLedger();
let itemId = '';
beforeAll(async () => {
  [itemId = ''] = (await tellRound(ledger.current.pool, [inState('inProgress')])).itemIds;
});

const query = (statement: string, values: unknown[] = []) => ledger.current.pool.query(statement, values);
const now = at('2026-01-05', '10:00');

describe('a fact', () => {
  const append = (seq: string, previous: string) =>
    query(
      `INSERT INTO event (item_id, seq, type, at, body, previous, hash)
       SELECT item_id, ${seq}, 'closed', now(), '{}', ${previous}, 'x' FROM event WHERE item_id = $1 ORDER BY seq DESC LIMIT 1`,
      [itemId],
    );

  test.each([
    ['after a gap', 'seq + 2', 'hash'],
    ['on another head', 'seq + 1', `'0'`],
    ['in the place of one', 'seq', 'previous'],
    ['before all', '-1', 'hash'],
  ])('%s is refused', async (_, seq, previous) => {
    await expect(append(seq, previous)).rejects.toMatchObject({ code: '23001' });
  });

  test('that begins a chain hangs on the id of its item', async () => {
    const first = (previous: string) =>
      query(
        `INSERT INTO event (item_id, seq, type, at, body, previous, hash)
         SELECT id, 1, 'imported', now(), '{}', ${previous}, 'x' FROM item WHERE id = $1`,
        [itemId],
      );
    await expect(first(`'0'`)).rejects.toMatchObject({ code: '23001' });
  });

  test.each(['UPDATE event SET body = body', 'DELETE FROM event', 'TRUNCATE event', 'UPDATE record_event SET by = by'])(
    'is not changed: %s',
    async (statement) => {
      await expect(query(statement)).rejects.toThrow('permission denied');
    },
  );
});

describe('a right or a secret', () => {
  test.each([
    `UPDATE person SET roles = '{admin}' WHERE id = 'wang'`,
    `UPDATE person SET password_hash = 'scrypt$x' WHERE id = 'zhao'`,
    `UPDATE person SET email = 'wang@elsewhere.example' WHERE id = 'zhao'`,
    `UPDATE person SET left_at = now() WHERE id = 'li'`,
    `UPDATE person SET unit_id = 'works' WHERE id = 'wang'`,
    `INSERT INTO person (id, name, email, roles) VALUES ('ghost', '无', 'ghost@x.example', '{admin}')`,
  ])('does not change without the fact of it: %s', async (statement) => {
    await expect(query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  test('changes with it, in one transaction, and not with the fact of another person or of before', async () => {
    const { pool } = ledger.current;
    const change = (told: string) =>
      transaction(pool, async (db) => {
        await db.query(`UPDATE person SET roles = '{staff,supervisor}' WHERE id = 'wang'`);
        await insertRecordEvent(db, { kind: 'personChanged', recordId: told, at: now, by: 'zhao', data: {} });
      });
    await expect(change('gao')).rejects.toMatchObject({ code: '23001' });
    await change('wang');
    await expect(query(`UPDATE person SET roles = '{admin}' WHERE id = 'wang'`)).rejects.toMatchObject({
      code: '23001',
    });
  });

  test('is not meant where a telephone changes', async () => {
    await query(`UPDATE person SET phone = '0871-1' WHERE id = 'wang'`);
  });
});

describe('a session', () => {
  const begin = (person: string, hours: number) =>
    query(
      `INSERT INTO session (token_hash, person_id, created_at, idle_at, expires_at) VALUES ($1, $2, $3::timestamptz, $3, $3::timestamptz + $4 * interval '1 hour')`,
      [`${person}-${hours}`, person, now, hours],
    );

  test('is of somebody who is here, for half a day, and becomes nobody else’s', async () => {
    await begin('wang', 12);
    await expect(begin('wang', 13)).rejects.toMatchObject({ code: '23001' });
    await expect(begin('nobody', 1)).rejects.toMatchObject({ code: '23001' });
    await expect(query(`UPDATE session SET person_id = 'zhao'`)).rejects.toThrow('permission denied');
    await expect(query(`UPDATE session SET expires_at = 'infinity'`)).rejects.toThrow('permission denied');
  });
});
