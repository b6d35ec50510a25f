/** What somebody with the rights of the owner could write into the ledger, one thing at a time. */
import type { Db } from '../../db/pool.ts';

/** Every column that an audit answers for, with another value of its kind, by the table whose rows it stands in. */
export const tamperings: readonly (readonly [table: string, column: string, other: string, owner: string])[] = [
  ['event', 'body', `jsonb_set(body, '{at}', to_jsonb('2031-01-01T00:00:00.000Z'::text))`, 'item_id'],
  ['event', 'by', `coalesce(by, '') || 'x'`, 'item_id'],
  ['event', 'type', `type || 'x'`, 'item_id'],
  ['event', 'at', `at + interval '1 second'`, 'item_id'],
  ['event', 'previous', 'reverse(previous)', 'item_id'],
  ['event', 'hash', 'reverse(hash)', 'item_id'],
  ['event', 'seq', 'seq + 1000', 'item_id'],
  ['event', 'command_id', `coalesce(command_id, '') || 'x'`, 'item_id'],
  ['item', 'state', `CASE state WHEN 'closed' THEN 'reopened' ELSE 'closed' END`, 'id'],
  ['item', 'seq', 'seq + 1', 'id'],
  ['item', 'title', `title || 'x'`, 'id'],
  ['item', 'number', `number || 'x'`, 'id'],
  ['item', 'unit_id', `'works'`, 'id'],
  ['item', 'handler_id', `'chen'`, 'id'],
  ['item', 'lead_leader_id', `'chen'`, 'id'],
  ['item', 'due_on', 'due_on + 1', 'id'],
  ['item', 'first_due_on', 'first_due_on + 1', 'id'],
  ['item', 'projection', `projection || '{"immediate": null}'`, 'id'],
  ['letter', 'number', 'number + 1000', 'item_id'],
  ['letter', 'issued_at', `issued_at + interval '1 day'`, 'item_id'],
  ['letter', 'kind', `CASE kind WHEN 'reminderLetter' THEN 'supervisionLetter' ELSE 'reminderLetter' END`, 'item_id'],
  ['record_event', 'kind', `kind || 'x'`, 'record_id'],
  ['record_event', 'at', `at + interval '1 second'`, 'record_id'],
  ['record_event', 'by', `coalesce(by, '') || 'x'`, 'record_id'],
  ['record_event', 'data', `data || '{"x": 1}'`, 'record_id'],
  ['record_event', 'record_id', `record_id || 'x'`, 'record_id'],
  ['record_event', 'seq', 'seq + 1000', 'record_id'],
  ['record_event', 'previous', 'reverse(previous)', 'record_id'],
  ['record_event', 'hash', 'reverse(hash)', 'record_id'],
  ['person', 'roles', `CASE WHEN 'admin' = ANY(roles) THEN '{staff}'::text[] ELSE '{admin}' END`, 'id'],
  ['person', 'name', `name || 'x'`, 'id'],
  ['person', 'unit_id', `CASE unit_id WHEN 'works' THEN 'finance' ELSE 'works' END`, 'id'],
  ['person', 'is_chief', 'NOT is_chief', 'id'],
  ['person', 'in_inspection_office', 'NOT in_inspection_office', 'id'],
  ['person', 'password_hash', `coalesce(password_hash, '') || 'x'`, 'id'],
  ['person', 'left_at', `CASE WHEN left_at IS NULL THEN now() END`, 'id'],
  ['unit', 'name', `name || 'x'`, 'id'],
  ['unit', 'position', 'position + 1', 'id'],
  ['unit', 'liaison_id', `CASE liaison_id WHEN 'wang' THEN 'gao' ELSE 'wang' END`, 'id'],
  ['round', 'source', `source || 'x'`, 'id'],
  ['round', 'source_sha256', 'reverse(source_sha256)', 'id'],
];

const types = new Map<string, string>();
/** As PostgreSQL calls it, so that a value can be put back as it was. */
export async function typeOf(db: Db, table: string, column: string): Promise<string> {
  const key = `${table}.${column}`;
  const known = types.get(key);
  if (known !== undefined) return known;
  const { rows } = await db.query<{ type: string }>(
    `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2`,
    [table, column],
  );
  types.set(key, rows[0]?.type ?? 'text');
  return types.get(key) ?? 'text';
}
