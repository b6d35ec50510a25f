/**
 * The ledger as rows that another installation takes over: which tables and columns, in which order, and what stays behind.
 *
 * Left behind are secrets (passwords, second factors, sessions, links with their mails, tokens), what operators were told
 * (faults), and what triggers derive. Written by the owner's login: it keeps the numbers that the programs may not choose.
 */
import { createHash } from 'node:crypto';
import { onlyRow, type Db, type Pool } from './pool.ts';

interface Table {
  readonly name: string;
  /** What its rows are ordered by: facts come after those they hang on. */
  readonly key: string;
  readonly without?: readonly string[];
  readonly where?: string | undefined;
}

/** Each after those that it refers to; the liaisons of units, who are people, follow at the end. */
const tables: readonly Table[] = [
  { name: 'unit', key: 'id' },
  { name: 'person', key: 'id', without: ['password_hash'] },
  { name: 'round', key: 'created_at, id' },
  { name: 'item', key: 'round_id, position' },
  { name: 'event', key: 'item_id, seq' },
  { name: 'letter', key: 'item_id, seq' },
  { name: 'evidence_file', key: 'sha256' },
  { name: 'evidence_upload', key: 'item_id, id' },
  { name: 'record_event', key: 'id' },
  { name: 'anchor', key: 'id' },
  { name: 'anchor_head', key: 'anchor_id, chain' },
  // No process of the new installation holds them.
  { name: 'mail', key: 'id', without: ['holder', 'may_have_doubled'], where: `kind <> 'link'` },
  { name: 'mail_line', key: 'id' },
];

export type Row = Readonly<Record<string, unknown>>;

export interface TableRow {
  readonly table: string;
  readonly row: Row;
}

const pageSize = 500;

/** All rows as of one moment, in the order in which they can be written. */
export const ledgerRows = (pool: Pool): AsyncGenerator<TableRow> => rowsOf(pool, tables);

const waitingLines = `mail_id IS NULL AND skipped IS NULL
  OR mail_id IN (SELECT id FROM mail WHERE state IN ('planned', 'sending'))`;

/**
 * What one round needs to live on elsewhere: all units and people, its items with their facts and files, the lines that have
 * not left yet, and the calendars.
 *
 * @param roundId one that is there: it stands in the statements
 */
export function roundRows(pool: Pool, roundId: string): AsyncGenerator<TableRow> {
  const ofItems = `item_id IN (SELECT id FROM item WHERE round_id = '${roundId}')`;
  const uploads = `SELECT sha256 FROM evidence_upload WHERE ${ofItems}`;
  const wanted: Readonly<Record<string, string>> = {
    unit: 'true',
    person: 'true',
    round: `id = '${roundId}'`,
    item: `round_id = '${roundId}'`,
    event: ofItems,
    letter: ofItems,
    evidence_file: `sha256 IN (${uploads})`,
    evidence_upload: ofItems,
    record_event: `record_id = 'calendar'`,
    mail_line: `${ofItems} AND (${waitingLines})`,
  };
  return rowsOf(
    pool,
    tables.flatMap((table) => (wanted[table.name] === undefined ? [] : [{ ...table, where: wanted[table.name] }])),
  );
}

async function* rowsOf(pool: Pool, wanted: readonly Table[]): AsyncGenerator<TableRow> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const { name, key, without = [], where = 'true' } of wanted) {
      const left = without.map((column) => ` - '${column}'`).join('');
      await connection.query(
        `DECLARE page NO SCROLL CURSOR FOR SELECT to_jsonb(${name})${left} AS row FROM ${name} WHERE ${where} ORDER BY ${key}`,
      );
      for (;;) {
        const { rows } = await connection.query<{ row: Row }>(`FETCH ${pageSize} FROM page`);
        if (rows.length === 0) break;
        for (const { row } of rows) yield { table: name, row };
      }
      await connection.query('CLOSE page');
    }
  } finally {
    await connection.query('ROLLBACK').then(
      () => connection.release(),
      (broken: Error) => connection.release(broken),
    );
  }
}

/** A hash of the columns of all tables and of the code that folds items: alike where rows fit as they are. */
export async function shapeOf(db: Db): Promise<string> {
  const { rows } = await db.query<{ shape: string }>(
    `SELECT jsonb_build_object('fold', obj_description('item'::regclass), 'columns', (
       SELECT jsonb_agg(jsonb_build_array(relname, attname, format_type(atttypid, atttypmod)) ORDER BY relname, attname)
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = 'public'::regnamespace AND relname = ANY($1) AND attnum > 0 AND NOT attisdropped))::text AS shape`,
    [tables.map(({ name }) => name)],
  );
  return createHash('sha256').update(onlyRow(rows).shape).digest('hex').slice(0, 16);
}

/** Nobody, nothing that happened, and nothing that comes in between until the transaction ends. */
export async function lockEmptyLedger(owner: Db): Promise<boolean> {
  await owner.query('LOCK TABLE person, unit, round, record_event, anchor IN EXCLUSIVE MODE');
  const { rows } = await owner.query<{ isEmpty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM person) AND NOT EXISTS (SELECT FROM unit) AND NOT EXISTS (SELECT FROM round)
        AND NOT EXISTS (SELECT FROM record_event) AND NOT EXISTS (SELECT FROM anchor) AS "isEmpty"`,
  );
  return onlyRow(rows).isEmpty;
}

/** Rows of one table. @throws where it is none of those that are taken over */
export async function insertRows(owner: Db, table: string, rows: readonly Row[]): Promise<void> {
  const { name, without = [] } = known(table);
  const columns = await columnsOf(owner, name, without);
  const chosen = columns.map((column) => (name === 'unit' && column === 'liaison_id' ? 'NULL' : `given.${column}`));
  await owner.query(
    `INSERT INTO ${name} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${chosen.join(', ')} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb) AS given`,
    [JSON.stringify(rows)],
  );
}

/** Where a table stands among those that are taken over; below 0 where it is none. */
export const placeOfTable = (table: string): number => tables.findIndex(({ name }) => name === table);

function known(table: string): Table {
  const found = tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`${table} is not taken over`);
  return found;
}

async function columnsOf(db: Db, table: string, without: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> ALL($2)
     ORDER BY attnum`,
    [table, without],
  );
  return rows.map(({ name }) => name);
}

/** Liaisons, mails that were on their way, and from which number on the next rows are counted. */
export async function settleRows(owner: Db, units: readonly Row[]): Promise<void> {
  await owner.query(
    `UPDATE unit SET liaison_id = given.liaison_id FROM jsonb_populate_recordset(NULL::unit, $1::jsonb) AS given
     WHERE unit.id = given.id`,
    [JSON.stringify(units)],
  );
  // Whoever had handed them over is gone: they go again under the same Message-ID, and are counted as such.
  await owner.query(`UPDATE mail SET state = 'planned', unanswered = unanswered + 1 WHERE state = 'sending'`);
  for (const table of ['record_event', 'anchor', 'mail', 'mail_line'])
    await owner.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM ${table}), false)`,
    );
}
