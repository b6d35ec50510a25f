/** A round from a filled-in template: its items, and who carries them, in one transaction through the use cases of every round. */
import { itemsPlan } from './items-plan.ts';
import { readForm } from './read-form.ts';
import { reportOf, soundReport } from './report.ts';
import { requireMay, type Context } from '../context.ts';
import { itemIdAt, newCommandId } from '../ids.ts';
import { directory } from '../people/directory.ts';
import { readInput } from '../read-input.ts';
import { writeAssignments } from '../rounds/assign.ts';
import { writeRound } from '../rounds/import.ts';
import { itemCount } from '../rounds/notice-shape.ts';
import { fileOf, refuseRepeated } from '../rounds/repeated.ts';
import { importRound } from '../rounds/round-bodies.ts';
import type { Actor } from '../../core/actor.ts';
import type { FormReport } from '../../core/forms/form.ts';
import type { Notice } from '../../core/round/notice.ts';
import { localDate } from '../../core/time.ts';
import { transaction } from '../../db/pool.ts';

/** What the file would become; nothing is written. @throws Refused noticeUnreadable, formUnknown */
export async function previewItems(context: Context, actor: Actor, bytes: Uint8Array): Promise<FormReport> {
  requireMay(actor, 'importRound');
  const read = await readForm('items', bytes);
  return reportOf(read, itemsPlan(read.contents.rows, await directory(context.pool)));
}

export interface GivenItems {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The same document was imported before, and this is meant. */
  readonly again: boolean;
}

export interface MadeRound extends FormReport {
  readonly roundId: string;
}

/**
 * A draft round with all items of the file. Its title stands above the heads, and it starts today, until somebody changes that.
 * @throws Refused noticeUnreadable, formUnknown, formFaults, and what importing a round throws
 */
export async function importItems(
  context: Context,
  actor: Actor,
  { name, bytes, again }: GivenItems,
): Promise<MadeRound> {
  requireMay(actor, 'importRound');
  const read = await readForm('items', bytes);
  return transaction(context.pool, async (db) => {
    const { rows } = read.contents;
    const plan = itemsPlan(rows, await directory(db));
    const report = soundReport(read, plan);
    const now = context.now();
    const given = readInput(importRound, {
      // Whoever removed what stood above the heads named the sheet.
      title: read.contents.title ?? rows[0]?.place.sheet,
      source: read.text,
      startsOn: localDate(now),
      notice: { ...unsaid, ...plan.notice, title: read.contents.title },
      immediateItems: plan.immediateItems,
      file: fileOf(name, bytes),
      again,
    });
    await refuseRepeated(db, given);
    const roundId = await writeRound(db, actor, given, now);
    const count = itemCount(given.notice);
    const assignments = plan.assignments.map(({ position, ...carried }) => ({
      itemId: itemIdAt(roundId, position, count),
      ...carried,
    }));
    await writeAssignments(db, context, actor, roundId, assignments, newCommandId());
    return { ...report, roundId };
  });
}

/** What a template has no cell for. */
const unsaid: Notice = {
  title: null,
  organ: null,
  roundLabel: null,
  inspectionTeam: null,
  inspectedBody: null,
  dates: { inspection: null, feedback: null, rectification: null, published: null },
  parts: [],
  contact: { phone: null, address: null, postcode: null, email: null },
  warnings: [],
};
