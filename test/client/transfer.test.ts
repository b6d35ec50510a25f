/** A ledger that was exported is taken over by an empty installation as it is, or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { useApi } from './support.ts';
import { tellWhole } from './stories.ts';
import { sha256Of } from '../support/sha256.ts';
import { handIn } from '../support/evidence.ts';
import { actor, cast } from '../support/cast.ts';
import { adminUrlOf, asAdmin, silentLogger } from '../support/ledger.ts';
import { cloneDatabase, dropDatabase } from '../support/postgres.ts';
import { templateDatabase } from '../support/servers.ts';
import { inState } from '../support/story.ts';
import { anchorLedger } from '../../client/anchors.ts';
import type { Context } from '../../client/context.ts';
import { keepEvidence } from '../../client/evidence/evidence.ts';
import { openEvidenceStore } from '../../client/evidence/store.ts';
import { exportedFiles, exportLedger } from '../../client/transfer/export.ts';
import { importLedger, type Imported } from '../../client/transfer/import.ts';
import { linesOf } from '../../client/transfer/lines.ts';
import { writePassword } from '../../client/people/people.ts';
import { rounds } from '../../client/rounds/rounds.ts';
import { verifyLedger } from '../../client/verify.ts';
import { instant, millis } from '../../core/time.ts';
import { onlyRow, openPool, transaction, withConnection, type Pool } from '../../db/pool.ts';
import { insertRecordEvent, recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
const admin = actor(cast.zhao);
const bytes = Buffer.from('盘点表\u2028与说明');
const sha256 = sha256Of(bytes);

async function allOf(given: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const one of given) all.push(one);
  return all;
}

let exported = '';
beforeAll(async () => {
  const { context } = house;
  const file = handIn(sha256, { name: '表\u2028格.txt' });
  const itemId = await tellWhole(context.pool, inState('inProgress').act('addEvidence', file).act('requestClosure'));
  await tellWhole(context.pool, inState('inProgress').passUntil('2026-08-10'));
  const incoming = await context.store.receive(Readable.from([bytes]), '表.txt');
  await keepEvidence(context, actor(cast.wang), itemId, file.file.name, incoming);
  await context.pool.query(
    `WITH mail AS (INSERT INTO mail (message_id, person_id, kind, slot, state, holder, next_try_at)
       VALUES ('one@rectify', 'wang', 'digest', now(), 'sending', gen_random_uuid(), now()) RETURNING id)
     INSERT INTO mail_line (item_id, seq, person_id, kind, send_at, mail_id)
     SELECT $1, 2, 'wang', 'dispatched', now(), id FROM mail`,
    [itemId],
  );
  await anchorLedger(context);
  exported = (await allOf(exportLedger(context, admin, () => undefined))).join('');
});

/** A fresh installation for each test. */
let fresh: Context & { readonly pool: Pool };
let [name, url, folder] = ['', '', ''];
beforeEach(async () => {
  name = `test_${randomUUID().replaceAll('-', '')}`;
  url = await cloneDatabase(inject('adminUrl'), inject('ownerUrl'), templateDatabase, name);
  folder = mkdtempSync(join(tmpdir(), 'rectify-transfer-'));
  fresh = { ...house.context, pool: openPool(url, silentLogger), store: openEvidenceStore(folder, 1024 * 1024) };
});
afterEach(async () => {
  await fresh.pool.end();
  await dropDatabase(inject('adminUrl'), name);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => house.forgetSessions());

const takenOver = (content: string): Promise<Imported> =>
  importLedger(fresh, linesOf(Readable.from([Buffer.from(content)])), {
    ownerUrl: url,
    told: () => undefined,
    fileOf: async (named) => (named === sha256 ? Readable.from([bytes]) : null),
  });

/** Every table that goes over, as one sum each. */
async function sums(pool: Pool): Promise<Record<string, unknown>> {
  return withConnection(adminUrlOf(pool), async (owner) => {
    const found: Record<string, unknown> = {};
    const tables = [
      ...['unit', 'person', 'round', 'item', 'event', 'letter', 'evidence_file', 'evidence_upload', 'record_event'],
      ...['anchor', 'anchor_head', 'mail_line'],
    ];
    for (const table of tables) {
      const { rows } = await owner.query<{ sum: string; count: number }>(
        `SELECT count(*)::integer, md5(string_agg((to_jsonb(one) - 'password_hash')::text, '|' ORDER BY (to_jsonb(one) - 'password_hash')::text)) AS sum
         FROM ${table} AS one WHERE (to_jsonb(one) ->> 'record_id') IS DISTINCT FROM 'ledger'`,
      );
      found[table] = onlyRow(rows);
    }
    return found;
  });
}

describe('an export', () => {
  test('is taken over with the same rows, heads and anchors, and verified', async () => {
    expect(exported).not.toMatch(/scrypt|password_hash"/);
    const { rows, files, missing } = await takenOver(exported);
    expect({ files, missing }).toEqual({ files: 1, missing: 0 });
    expect(rows).toBe(exported.trimEnd().split('\n').length - 2);
    const before = await sums(house.context.pool);
    expect(await sums(fresh.pool)).toEqual(before);
    for (const [table, sum] of Object.entries(before)) expect(sum, table).not.toMatchObject({ count: 0 });
    expect((await verifyLedger(fresh, admin)).breaches).toEqual([]);
    expect(await rounds(fresh, admin, { limit: 20 })).toEqual(await rounds(house.context, admin, { limit: 20 }));
    expect(await recordEventsOf(fresh.pool, 'ledger')).toMatchObject([{ kind: 'ledgerImported', data: { rows } }]);
  });

  test('leaves passwords behind, and no password that is set since is taken away unnoticed', async () => {
    await takenOver(exported);
    await transaction(fresh.pool, (db) => writePassword(db, 'wang', 'scrypt$x', 'wang', house.context.clock));
    expect((await verifyLedger(fresh, admin)).breaches).toEqual([]);
    await asAdmin(fresh.pool, `UPDATE person SET password_hash = NULL WHERE id = 'wang'`);
    expect((await verifyLedger(fresh, admin)).breaches).toEqual([{ kind: 'record', id: 'wang', seq: null }]);
  });

  test('goes on from there: facts, anchors and mails have the next numbers', async () => {
    await takenOver(exported);
    const at = instant(millis(house.context.clock) + 48 * 3_600_000);
    const fact = { kind: 'mailsHurried', recordId: 'mails', at, by: 'zhao', data: {} } as const;
    await transaction(fresh.pool, (db) => insertRecordEvent(db, fact));
    expect(await anchorLedger({ ...fresh, now: () => at })).not.toBeNull();
    expect((await verifyLedger(fresh, admin)).breaches).toEqual([]);
    const { rows } = await fresh.pool.query('SELECT state, holder, unanswered FROM mail');
    expect(rows).toEqual([{ state: 'planned', holder: null, unanswered: 1 }]);
  });

  test('names every file that goes with it', async () => {
    expect(await allOf(exportedFiles(house.context, admin))).toEqual([sha256]);
    await expect(exportLedger(house.context, actor(cast.wang), () => undefined).next()).rejects.toThrow('notYours');
  });

  test('without a file that facts name tells how many are missing', async () => {
    const lines = linesOf(Readable.from([Buffer.from(exported)]));
    const options = { ownerUrl: url, told: () => undefined, fileOf: async () => null };
    expect(await importLedger(fresh, lines, options)).toMatchObject({ files: 0, missing: 1 });
  });
});

describe('nothing is taken over', () => {
  const isEmpty = async () => {
    const { rows } = await fresh.pool.query<{ count: number }>(
      'SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM event) + (SELECT count(*) FROM record_event) AS count',
    );
    return onlyRow(rows).count === 0;
  };

  const lines = () => exported.trimEnd().split('\n');
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['that was cut off', () => lines().slice(0, -1).join('\n'), 'importUnreadable'],
    ['that lacks a line', () => lines().toSpliced(9, 1).join('\n'), 'importUnreadable'],
    ['that is cut within a line', () => exported.slice(0, exported.length / 2), 'importUnreadable'],
    ['that is something else', () => '{"a":1}\n', 'importUnreadable'],
    ['that is empty', () => '', 'importUnreadable'],
    ['of another version', () => exported.replace(/"shape":"\w+"/, '"shape":"other"'), 'importOtherVersion'],
    ['whose facts were changed', () => exported.replace('账实脱节', '账实相符'), 'importBroken'],
    ['whose rights were changed', () => exported.replace('"roles":["staff"]', '"roles":["admin"]'), 'importBroken'],
    [
      'of a table that does not go over',
      () => exported.replace('"table":"unit"', '"table":"session"'),
      'importUnreadable',
    ],
  ];
  test.each(cases)('%s', async (_, content, code) => {
    expect(content()).not.toBe(exported);
    await expect(takenOver(content())).rejects.toMatchObject({ refusal: { code } });
    expect(await isEmpty()).toBe(true);
  });

  test('where something has happened already', async () => {
    await takenOver(exported);
    const before = await sums(fresh.pool);
    await expect(takenOver(exported)).rejects.toMatchObject({ refusal: { code: 'importNotEmpty' } });
    expect(await sums(fresh.pool)).toEqual(before);
  });

  test('with other bytes than a file has', async () => {
    const given = linesOf(Readable.from([Buffer.from(exported)]));
    const options = { ownerUrl: url, told: () => undefined, fileOf: async () => Readable.from([Buffer.from('x')]) };
    await expect(importLedger(fresh, given, options)).rejects.toMatchObject({
      refusal: { code: 'importBroken', kind: 'file' },
    });
    expect(await isEmpty()).toBe(true);
  });
});
