/** People and units from a filled-in template: looked at first, and written whole or not at all, each change with its fact. */
import { readForm } from './read-form.ts';
import { reportOf, soundReport } from './report.ts';
import { requireMay, type Context } from '../context.ts';
import { newPersonId, newUnitId } from '../ids.ts';
import { directory } from '../people/directory.ts';
import { writePerson, writePersonChange } from '../people/people.ts';
import { writeUnit, writeUnitChange } from '../people/units.ts';
import type { Actor } from '../../core/actor.ts';
import type { FormReport } from '../../core/forms/form.ts';
import { rosterPlan, type Move } from '../../core/forms/roster.ts';
import type { Person } from '../../core/people/people.ts';
import { lockPeople } from '../../db/people.ts';
import { transaction } from '../../db/pool.ts';

const newId = (of: 'person' | 'unit'): string => (of === 'person' ? newPersonId() : newUnitId());

/** What the file would change; nothing is written. @throws Refused noticeUnreadable, formUnknown */
export async function previewRoster(context: Context, actor: Actor, bytes: Uint8Array): Promise<FormReport> {
  requireMay(actor, 'editPeople');
  const read = await readForm('roster', bytes);
  return reportOf(read, rosterPlan(read.contents, await directory(context.pool), newId));
}

/** @throws Refused noticeUnreadable, formUnknown, formFaults */
export async function importRoster({ pool, now }: Context, actor: Actor, bytes: Uint8Array): Promise<FormReport> {
  requireMay(actor, 'editPeople');
  const read = await readForm('roster', bytes);
  return transaction(pool, async (db) => {
    await lockPeople(db);
    // Decided again: somebody may have been added since the file was looked at.
    const plan = rosterPlan(read.contents, await directory(db), newId);
    const report = soundReport(read, plan);
    const at = now();
    const by = actor.personId;
    const units = plan.units.filter(isMove);
    // A unit is there before its people, and its people before one of them is its liaison.
    for (const { before, after } of units)
      if (before === null) await writeUnit(db, by, { ...after, liaisonId: null }, at);
    for (const { before, after } of adminsFirst(plan.people).filter(isMove))
      if (before === null) await writePerson(db, by, after, null, at);
      else await writePersonChange(db, by, before, after, at);
    for (const { before, after } of units)
      if (before !== null || after.liaisonId !== null) await writeUnitChange(db, by, after, at);
    return report;
  });
}

const isMove = <Record extends object>({ before, after }: Move<Record>): boolean =>
  before === null || Object.keys(after).some((key) => before[key as keyof Record] !== after[key as keyof Record]);

/** Whoever becomes an admin does so before another one ceases to be the last. */
const adminsFirst = (moves: readonly Move<Person>[]): Move<Person>[] =>
  [...moves].sort((one, other) => Number(isAdmin(other.after)) - Number(isAdmin(one.after)));

const isAdmin = ({ roles }: Person): boolean => roles.includes('admin');
