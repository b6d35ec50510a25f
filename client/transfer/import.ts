/**
 * Takes a whole ledger over into an empty installation, with the hashes that it has: in one transaction that ends only where
 * `rectify verify` would find nothing.
 */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { ledgerFormat } from './export.ts';
import type { Context } from '../context.ts';
import { keptFiles } from '../evidence/kept-files.ts';
import { Refused } from '../refused.ts';
import { verifyRows } from '../verify.ts';
import { isUnwritable, withConnection, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { insertRows, lockEmptyLedger, placeOfTable, settleRows, shapeOf, type Row } from '../../db/transfer.ts';

const head = z.object({ format: z.literal(ledgerFormat), shape: z.string() });
const row = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const end = z.object({ rows: z.int().min(0) });

const batchSize = 500;

export interface ImportOptions {
  /** The login that owns the tables. */
  readonly ownerUrl: string;
  readonly told: (rows: number) => void;
  /** The bytes of a file that facts name; null where they are not there. */
  readonly fileOf: (sha256: string) => Promise<Readable | null>;
}

export interface Imported {
  readonly rows: number;
  readonly files: number;
  /** Files that facts name and nobody has. */
  readonly missing: number;
}

/** @throws Refused importNotEmpty, importUnreadable, importOtherVersion, importBroken */
export async function importLedger(
  { signer, store, now }: Pick<Context, 'signer' | 'store' | 'now'>,
  lines: AsyncIterable<string>,
  { ownerUrl, told, fileOf }: ImportOptions,
): Promise<Imported> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('BEGIN');
    if (!(await lockEmptyLedger(owner))) throw new Refused({ code: 'importNotEmpty' });
    const rows = await load(owner, lines, told);
    // What was left behind is judged by it: passwords from before are nobody's any more.
    await insertRecordEvent(owner, { kind: 'ledgerImported', recordId: 'ledger', at: now(), by: null, data: { rows } });
    const [breach] = (await verifyRows(owner, signer)).breaches;
    if (breach !== undefined) throw new Refused({ code: 'importBroken', kind: breach.kind, id: breach.id });
    const kept = await keepFiles(owner, store, fileOf);
    // Whatever was thrown before ends the connection, and with it the transaction.
    await owner.query('COMMIT');
    return { rows, ...kept };
  });
}

/** A file that is kept and named by nobody, where the import fails after it, is in nobody's way. */
async function keepFiles(
  owner: Db,
  store: Context['store'],
  fileOf: ImportOptions['fileOf'],
): Promise<{ files: number; missing: number }> {
  let [files, missing] = [0, 0];
  for await (const sha256 of keptFiles(owner)) {
    const isHeld = await store.holds(sha256);
    const stream = isHeld ? null : await fileOf(sha256);
    if (stream !== null && !(await store.put(sha256, stream)))
      throw new Refused({ code: 'importBroken', kind: 'file', id: sha256 });
    if (isHeld || stream !== null) files += 1;
    else missing += 1;
  }
  return { files, missing };
}

async function load(owner: Db, lines: AsyncIterable<string>, told: (rows: number) => void): Promise<number> {
  const units: Row[] = [];
  let waiting: Row[] = [];
  let [table, rows, number] = ['', 0, 0];
  let isEnded = false;
  const flush = async () => {
    try {
      if (waiting.length > 0) await insertRows(owner, table, waiting);
    } catch (error) {
      throw isUnwritable(error) ? unreadable(number) : error;
    }
    waiting = [];
    told(rows);
  };
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    const value = valueOf(text, number);
    const given = row.safeParse(value);
    if (number === 1) await refuseOtherVersion(owner, value);
    else if (!isEnded && given.success) {
      const place = placeOfTable(given.data.table);
      if (place < placeOfTable(table) || place < 0) throw unreadable(number);
      if (given.data.table !== table || waiting.length >= batchSize) await flush();
      table = given.data.table;
      waiting.push(given.data.row);
      if (table === 'unit') units.push(given.data.row);
      rows += 1;
    } else {
      const ended = end.safeParse(value);
      if (isEnded || !ended.success || ended.data.rows !== rows) throw unreadable(number);
      isEnded = true;
    }
  }
  if (!isEnded) throw unreadable(number);
  await flush();
  await settleRows(owner, units);
  return rows;
}

async function refuseOtherVersion(owner: Db, value: unknown): Promise<void> {
  const given = head.safeParse(value);
  if (!given.success) throw unreadable(1);
  if (given.data.shape !== (await shapeOf(owner))) throw new Refused({ code: 'importOtherVersion' });
}

function valueOf(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(number);
    throw error;
  }
}

const unreadable = (number: number) => new Refused({ code: 'importUnreadable', line: number });
