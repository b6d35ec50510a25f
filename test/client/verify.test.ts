/** Whatever is changed in the ledger behind its back is found, and where. */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { useApi } from './support.ts';
import { tellWhole } from './stories.ts';
import { tamperings, typeOf } from '../support/tamperings.ts';
import { actor, cast } from '../support/cast.ts';
import { adminUrlOf } from '../support/ledger.ts';
import { sha256Of } from '../support/sha256.ts';
import { inState, type Story } from '../support/story.ts';
import { keepEvidence } from '../../client/evidence/evidence.ts';
import { verifyLedger } from '../../client/verify.ts';
import type { Breach, BreachKind } from '../../core/breach.ts';
import { withConnection } from '../../db/pool.ts';

const house = useApi();
const admin = actor(cast.zhao);
const adminUrl = (): string => adminUrlOf(house.context.pool);
const files = ['盘点表', '会议纪要', '制度'].map((words) => Buffer.from(words));

const tell = (story: Story): Promise<string> => tellWhole(house.context.pool, story);

const withFiles = (): Story =>
  files.reduce((story, bytes) => story.act('addEvidence', handIn(sha256Of(bytes))), inState('inProgress'));

let late = '';
let done = '';
beforeAll(async () => {
  late = await tell(inState('inProgress').passUntil('2026-08-10'));
  done = await tell(withFiles().act('requestClosure').act('endorse').act('approveClosure'));
  for (const bytes of files) {
    const incoming = await house.context.store.receive(Readable.from([bytes]), '材料.txt');
    await keepEvidence(house.context, actor(cast.wang), done, '材料.txt', incoming);
  }
});

const breaches = async (): Promise<readonly Breach[]> => (await verifyLedger(house.context, admin)).breaches;

/** Does it with the rights of the owner, looks, and puts the table back as it was. */
async function tampered(table: string, change: string, values: readonly unknown[]): Promise<readonly Breach[]> {
  return withConnection(adminUrl(), async (owner) => {
    const copy = `copy_${randomUUID().replaceAll('-', '')}`;
    await owner.query(`SET session_replication_role = replica`);
    // A generated column makes itself again, and takes nothing that is given.
    const { rows } = await owner.query<{ kept: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS kept FROM information_schema.columns
       WHERE table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const kept = rows[0]?.kept;
    await owner.query(`CREATE TABLE ${copy} AS SELECT ${kept} FROM ${table}`);
    const { rowCount } = await owner.query(change, [...values]);
    expect(rowCount, change).toBeGreaterThan(0);
    try {
      return await breaches();
    } finally {
      await owner.query(`DELETE FROM ${table}`);
      await owner.query(`INSERT INTO ${table} (${kept}) OVERRIDING SYSTEM VALUE SELECT ${kept} FROM ${copy}`);
      await owner.query(`DROP TABLE ${copy}`);
    }
  });
}

test('a ledger that nobody touched is as it was written', async () => {
  const { items, facts, files: looked, breaches: found } = await verifyLedger(house.context, admin);
  expect(found).toEqual([]);
  expect({ items, looked }).toEqual({ items: 2, looked: 3 });
  expect(facts).toBeGreaterThan(20);
});

describe('is found, and where:', () => {
  test.each<[string, string, string, BreachKind]>([
    [
      'words of a fact',
      'event',
      `UPDATE event SET body = body || '{"by": "chen"}' WHERE item_id = $1 AND seq = 4`,
      'chain',
    ],
    ['a fact that is gone', 'event', 'DELETE FROM event WHERE item_id = $1 AND seq = 5', 'chain'],
    ['a tail that is cut', 'event', 'DELETE FROM event WHERE item_id = $1 AND seq > 8', 'item'],
    ['the hash of a fact', 'event', `UPDATE event SET hash = repeat('0', 64) WHERE item_id = $1 AND seq = 6`, 'chain'],
    ['who, in its column', 'event', `UPDATE event SET by = 'chen' WHERE item_id = $1 AND seq = 4`, 'columns'],
    [
      'when, in its column',
      'event',
      `UPDATE event SET at = at + interval '1 ms' WHERE item_id = $1 AND seq = 4`,
      'columns',
    ],
    ['what, in its column', 'event', `UPDATE event SET type = 'closed' WHERE item_id = $1 AND seq = 4`, 'columns'],
    [
      'the press, in its column',
      'event',
      `UPDATE event SET command_id = 'x' WHERE item_id = $1 AND seq = 4`,
      'columns',
    ],
    ['the state of an item', 'item', `UPDATE item SET state = 'reopened' WHERE id = $1`, 'item'],
    ['its due date', 'item', `UPDATE item SET due_on = due_on + 1 WHERE id = $1`, 'item'],
    ['its title', 'item', `UPDATE item SET title = title || '！' WHERE id = $1`, 'item'],
    [
      'its projection',
      'item',
      `UPDATE item SET projection = projection || '{"returns": []}' || '{"dueOn": "2030-01-02"}' WHERE id = $1`,
      'item',
    ],
  ])('%s', async (_, table, change, kind) => {
    const found = await tampered(table, change, [done]);
    expect(found.map(({ id }) => id)).toEqual(found.map(() => done));
    expect(found.map((breach) => breach.kind)).toContain(kind);
  });

  test.each([
    ['a letter that is gone', 'DELETE FROM letter WHERE item_id = $1 AND number = 1'],
    ['a letter of another kind', `UPDATE letter SET kind = 'supervisionLetter' WHERE item_id = $1 AND number = 1`],
    ['a letter with another number', 'UPDATE letter SET number = 7 WHERE item_id = $1 AND number = 2'],
    [
      'a letter of another day',
      `UPDATE letter SET issued_at = issued_at + interval '1 day' WHERE item_id = $1 AND number = 1`,
    ],
    [
      'a letter that says something else',
      `UPDATE letter SET contents = contents || '{"answerBy": "2030-01-02"}' WHERE item_id = $1 AND number = 1`,
    ],
  ])('%s', async (_, change) => {
    const found = await tampered('letter', change, [late]);
    expect(found.map(({ kind, id }) => ({ kind, id }))).toContainEqual({ kind: 'letter', id: late });
  });

  test.each([
    [
      'who was given which role',
      `UPDATE record_event SET data = data || '{"roles": ["admin"]}' WHERE record_id = $1`,
      1,
    ],
    ['who did it', `UPDATE record_event SET by = 'wang' WHERE record_id = $1`, 1],
    ['when', `UPDATE record_event SET at = at + interval '1 s' WHERE record_id = $1`, 1],
    ['that it happened', `DELETE FROM record_event WHERE record_id = $1`, null],
  ])('of a person %s', async (_, change, seq) => {
    const found = await tampered('record_event', change, ['chen']);
    expect(found).toContainEqual({ kind: 'record', id: 'chen', seq });
  });

  test.each([
    ['a person', 'person', `UPDATE person SET roles = '{admin}' WHERE id = 'chen'`, 'chen'],
    ['a password', 'person', `UPDATE person SET password_hash = 'scrypt$x' WHERE id = 'lin'`, 'lin'],
    ['a password that is gone', 'person', `UPDATE person SET password_hash = NULL WHERE id = 'lin'`, 'lin'],
    ['a unit', 'unit', `UPDATE unit SET liaison_id = 'wang' WHERE id = 'works'`, 'works'],
  ])('%s that is not as its facts say', async (_, table, change, id) => {
    expect(await tampered(table, change, [])).toContainEqual({ kind: 'record', id, seq: null });
  });

  test('a person who was put in', async () => {
    const put = `INSERT INTO person (id, name, email, roles) VALUES ('ghost', '无', 'ghost@x.example', '{admin}')`;
    expect(await tampered('person', put, [])).toContainEqual({ kind: 'record', id: 'ghost', seq: null });
  });

  test('the document of a round, also when its hash was changed with it', async () => {
    const roundId = done.slice(0, done.lastIndexOf('-'));
    const source = { kind: 'source', id: roundId, seq: null };
    expect(await tampered('round', `UPDATE round SET source = '另一份' WHERE id = $1`, [roundId])).toEqual([source]);
    const both = `UPDATE round SET source = '另一份', source_sha256 = encode(sha256(convert_to('另一份', 'UTF8')), 'hex') WHERE id = $1`;
    expect(await tampered('round', both, [roundId])).toEqual([source]);
  });

  test('files that are lost, changed, or not known to the ledger any more', async () => {
    const [one, two] = files
      .map(sha256Of)
      .map((id) => ({ id, path: join(house.context.folder, id.slice(0, 2), id.slice(2)) }));
    if (one === undefined || two === undefined) throw new Error('two files');
    rmSync(one.path);
    writeFileSync(two.path, '别的内容');
    const lost = [one, two].map(({ id }) => ({ kind: 'file', id, seq: null }));
    expect(await breaches()).toEqual(expect.arrayContaining(lost));
    writeFileSync(one.path, files[0] ?? '');
    writeFileSync(two.path, files[1] ?? '');
    expect(await breaches()).toEqual([]);
  });

  /** `TEST_TAMPER_RUNS=10000` takes some minutes. */
  const tamperRuns = Number(process.env['TEST_TAMPER_RUNS'] ?? 120);

  test('any one thing, at random', async () => {
    const before = await breaches();
    expect(before).toEqual([]);
    await withConnection(adminUrl(), async (owner) => {
      await owner.query(`SET session_replication_role = replica`);
      const rows = new Map<string, number>();
      for (const [table] of tamperings)
        rows.set(
          table,
          (await owner.query<{ count: number }>(`SELECT count(*)::integer FROM ${table}`)).rows[0]?.count ?? 0,
        );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...tamperings), fc.nat(), async ([table, column, other, of], chosen) => {
          const place = chosen % (rows.get(table) ?? 1);
          const at = `ctid = (SELECT ctid FROM ${table} ORDER BY ${table}::text LIMIT 1 OFFSET ${place})`;
          const was = await owner.query<{ was: string | null; id: string }>(
            `SELECT ${column}::text AS was, ${of} AS id FROM ${table} WHERE ${at}`,
          );
          const changed = await owner.query<{ ctid: string }>(
            `UPDATE ${table} SET ${column} = ${other} WHERE ${at} RETURNING ctid::text`,
          );
          const found = await breaches();
          await owner.query(
            `UPDATE ${table} SET ${column} = $1::${await typeOf(owner, table, column)} WHERE ctid = $2::tid`,
            [was.rows[0]?.was ?? null, changed.rows[0]?.ctid],
          );
          const id = was.rows[0]?.id ?? '';
          // A record's facts are missed where they were, or found where they should not be.
          expect(
            found.some((breach) => breach.id === id || breach.id === `${id}x`),
            `${table}.${column} of ${id} (${place}): ${JSON.stringify(found)}`,
          ).toBe(true);
        }),
        { numRuns: tamperRuns },
      );
    });
    expect(await breaches()).toEqual([]);
  }, 3_600_000);
});
