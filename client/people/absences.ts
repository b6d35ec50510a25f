/** Absences: entered by whoever is away or by an admin, ended by the calendar or by hand, and used by the substitute. */
import { requireMay, type Context } from '../context.ts';
import { newAbsenceId } from '../ids.ts';
import type { NewAbsence } from './people-bodies.ts';
import { presentPerson } from './people.ts';
import { notFound, Refused } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import {
  isAhead,
  isInForce,
  lastDayFrom,
  leastReason,
  overlap,
  unfitness,
  type Absence,
  type Unfitness,
} from '../../core/people/absence.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import { may } from '../../core/item/roles.ts';
import { addDays, localDate, type Instant, type LocalDate } from '../../core/time.ts';
import { absencesInForce, absencesUntil, principalOf, readAbsence } from '../../db/absences.ts';
import { lockPeople } from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';

/** An absence as it stands now. */
export interface ShownAbsence extends Absence {
  /** It gives its substitute rights at this moment. */
  readonly isInForce: boolean;
  /** The substitute is away too. Places are not passed on: the absent person alone is asked. */
  readonly isSubstituteAway: boolean;
}

/** Whoever enters it for themselves needs no right; for others it is the admins' to do. */
const requireOwn = (actor: Actor, personId: string): void => {
  if (actor.personId !== personId) requireMay(actor, 'editPeople');
};

/** Those that last or are to come: an admin sees all, everybody else those that they are part of. */
export async function absences({ pool, now }: Pick<Context, 'pool' | 'now'>, actor: Actor): Promise<ShownAbsence[]> {
  const at = now();
  const today = localDate(at);
  const whose = may(actor, 'editPeople') ? null : actor.personId;
  const found = (await absencesUntil(pool, today, whose)).filter((absence) => isAhead(absence, today));
  const inForce = new Set((await absencesInForce(pool, at)).map(({ id }) => id));
  const away = new Set(
    (await absencesUntil(pool, today)).filter((one) => isInForce(one, at)).map((one) => one.personId),
  );
  return found.map((absence) => ({
    ...absence,
    isInForce: inForce.has(absence.id),
    isSubstituteAway: away.has(absence.substituteId),
  }));
}

/** @throws Refused notYours, notFound, hasLeft, textTooShort, dateNotLater, dateTooLate, substituteUnfit, absenceOverlaps */
export async function enterAbsence({ pool, now }: Context, actor: Actor, given: NewAbsence): Promise<Absence> {
  const { personId = actor.personId, substituteId, from, to } = given;
  requireOwn(actor, personId);
  const reason = given.reason.trim();
  const length = [...reason].length;
  if (length < leastReason)
    throw new Refused({ code: 'textTooShort', field: 'reason', least: leastReason, given: length });
  return transaction(pool, async (db) => {
    await lockPeople(db);
    const at = now();
    refuseDays({ from, to }, localDate(at));
    const absent = await presentPerson(db, personId);
    await refuseOverlap(db, absent, { from, to });
    await refuseUnfit(db, absent, substituteId, { from, to });
    const id = newAbsenceId();
    await insertRecordEvent(db, {
      kind: 'absenceEntered',
      recordId: id,
      at,
      by: actor.personId,
      data: { personId, substituteId, from, to, reason },
    });
    return { id, personId, substituteId, from, to, reason, enteredBy: actor.personId, enteredAt: at, endedAt: null };
  });
}

type Days = Pick<Absence, 'from' | 'to'>;

function refuseDays({ from, to }: Days, today: LocalDate): void {
  if (from < today) throw new Refused({ code: 'dateNotLater', given: from, after: addDays(today, -1) });
  if (to < from) throw new Refused({ code: 'dateNotLater', given: to, after: addDays(from, -1) });
  const latest = lastDayFrom(from);
  if (to > latest) throw new Refused({ code: 'dateTooLate', given: to, latest });
}

async function refuseOverlap(db: Db, { id, name }: Person, days: Days): Promise<void> {
  const other = await awayIn(db, id, days);
  if (other !== undefined) throw new Refused({ code: 'absenceOverlaps', name, from: other.from, to: other.to });
}

/** Of one person, not ended before. */
const awayIn = async (db: Db, personId: string, days: Days): Promise<Absence | undefined> =>
  (await absencesUntil(db, days.from, personId)).find(
    (one) => one.personId === personId && one.endedAt === null && overlap(one, days),
  );

async function refuseUnfit(db: Db, absent: Person, substituteId: string, days: Days): Promise<void> {
  const substitute = await presentPerson(db, substituteId);
  const unfit = (because: Unfitness) => new Refused({ code: 'substituteUnfit', name: substitute.name, because });
  const because = unfitness(absent, substitute);
  if (because !== null) throw unfit(because);
  if ((await awayIn(db, substituteId, days)) !== undefined) throw unfit('away');
}

/** Before its last day is over. Repeated, it changes nothing. @throws Refused notFound, notYours, absenceOver */
export async function endAbsence({ pool, now }: Context, actor: Actor, id: string): Promise<Absence> {
  return transaction(pool, async (db) => {
    await lockPeople(db);
    const absence = await readAbsence(db, id);
    const isSeen = absence !== null && (may(actor, 'editPeople') || absence.personId === actor.personId);
    if (absence === null || !isSeen) throw notFound('absence', id);
    if (absence.endedAt !== null) return absence;
    const at = now();
    if (absence.to < localDate(at)) throw new Refused({ code: 'absenceOver', to: absence.to });
    await insertRecordEvent(db, { kind: 'absenceEnded', recordId: id, at, by: actor.personId, data: {} });
    return { ...absence, endedAt: at };
  });
}

/**
 * The person, acting in another's place where they say so and the ledger says so too. What the browser says names whom; that it
 * may is looked up.
 *
 * @throws Refused notStandingIn
 */
export async function actingFor(
  { pool, now }: Pick<Context, 'pool' | 'now'>,
  person: Person,
  absentId: string | undefined,
): Promise<Actor> {
  const self = actorOf(person);
  return absentId === undefined ? self : standingIn(pool, self, absentId, now());
}

/** @throws Refused notStandingIn */
export async function standingIn(db: Db, self: Actor, absentId: string, at: Instant): Promise<Actor> {
  const standsFor = await principalOf(db, self.personId, absentId, at);
  if (standsFor === null) throw new Refused({ code: 'notStandingIn', personId: absentId });
  return { ...self, standsFor };
}
