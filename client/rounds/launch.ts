/** The rules of a draft round, and its launch: from then on each item is a promise of its own. */
import { requireMay, type Context } from '../context.ts';
import { notFound, Refused } from '../refused.ts';
import { lockDraft } from './draft.ts';
import { assignmentFaults } from './assign.ts';
import type { RoundSettings } from './round-bodies.ts';
import { round, type RoundDetail } from './rounds.ts';
import { policyOf, refuseUnaskable } from '../policy.ts';
import { isMailAddress } from '../../core/mail-address.ts';
import { earliestStart, firstDeadlines } from '../../core/rules/deadlines.ts';
import type { Policy } from '../../core/rules/policy.ts';
import type { Actor } from '../../core/actor.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { localDate, type LocalDate } from '../../core/time.ts';
import { newestCalendar } from '../../db/calendars.ts';
import { itemsOfRound } from '../../db/items.ts';
import { listPeople, listUnits } from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { launchingRounds, lockRound, markLaunching, updateRoundSettings, type RoundRow } from '../../db/rounds.ts';

export async function changeRound(
  context: Context,
  actor: Actor,
  id: string,
  settings: RoundSettings,
): Promise<RoundDetail> {
  requireMay(actor, 'editRound');
  await transaction(context.pool, async (db) => {
    const found = await lockDraft(db, id);
    const startsOn = settings.startsOn ?? found.startsOn;
    const policy = settings.policy === undefined ? found.policy : await nextPolicy(db, settings.policy, found.policy);
    // Another title does not make an old draft any older.
    if (settings.startsOn !== undefined || settings.policy !== undefined)
      refuseTooEarly({ policy, calendar: found.calendar }, startsOn, localDate(context.now()));
    const title = settings.title ?? found.title;
    await updateRoundSettings(db, id, { title, startsOn, policy });
    const data = { title, startsOn, policy };
    await insertRecordEvent(db, { kind: 'roundChanged', recordId: id, at: context.now(), by: actor.personId, data });
  });
  return round(context, actor, id);
}

/** Said where the start is chosen, not when everything else is done. */
export function refuseTooEarly(rules: Rules, startsOn: LocalDate, today: LocalDate): void {
  const dueOn = pastDueOn(rules, startsOn, today);
  if (dueOn !== null)
    throw new Refused({ code: 'startTooEarly', given: startsOn, dueOn, earliest: earliestStart(rules, today) });
}

/** The due date of the round where it is over already. */
function pastDueOn(rules: Rules, startsOn: LocalDate, today: LocalDate): LocalDate | null {
  const { dueOn } = firstDeadlines(rules, startsOn, today);
  return dueOn < today ? dueOn : null;
}

/** An edit is a new version of the rules, whatever number came with it. */
async function nextPolicy(db: Db, value: unknown, { version }: Policy): Promise<Policy> {
  return { ...(await policyOf(db, value)), version: version + 1 };
}

/**
 * Harmless when repeated: a round that is on its way is started again with what was written the first time, and one that
 * runs is left alone.
 */
export async function launchRound(context: Context, actor: Actor, id: string): Promise<RoundDetail> {
  requireMay(actor, 'launchRound');
  const now = context.now();
  const launched = await transaction(context.pool, async (db) => {
    const found = await lockRound(db, id);
    if (found === null) throw notFound('round', id);
    if (found.state !== 'draft') return found;
    // A draft may have waited for long: it is judged by the working days that are known now.
    const { years: calendar, version: calendarVersion } = await newestCalendar(db);
    const rules = { policy: found.policy, calendar, calendarVersion };
    await refuseNotReady(db, { ...found, ...rules }, localDate(now));
    await markLaunching(db, id, now, rules);
    const data = { startsOn: found.startsOn, policyVersion: found.policy.version, calendarVersion };
    await insertRecordEvent(db, { kind: 'roundLaunched', recordId: id, at: now, by: actor.personId, data });
    return { ...found, state: 'launching' as const, launchedAt: now };
  });
  if (launched.state === 'launching') await context.temporal.startRound(id);
  return round(context, actor, id);
}

/** Rounds whose launch was written but whose workflow may never have been asked for: the process died in between. */
export async function resumeLaunches(context: Context): Promise<number> {
  const waiting = await launchingRounds(context.pool);
  for (const { id } of waiting) await context.temporal.startRound(id);
  return waiting.length;
}

async function refuseNotReady(db: Db, found: RoundRow, today: LocalDate): Promise<void> {
  const items = (await itemsOfRound(db, found.id)).map(({ item }) => item);
  const units = await listUnits(db);
  const people = await listPeople(db);
  const unassigned = items.filter(({ handlerId }) => handlerId === null).map(({ number }) => number);
  const involved = new Set(
    items.flatMap(({ handlerId, leadLeaderId, unitId }) => [
      handlerId,
      leadLeaderId,
      units.find(({ id }) => id === unitId)?.liaisonId ?? null,
    ]),
  );
  const withoutAddress = people
    .filter(({ id, email }) => involved.has(id) && !isMailAddress(email))
    .map(({ name }) => name);
  const overDueOn = pastDueOn(found, found.startsOn, today);
  if (unassigned.length > 0 || withoutAddress.length > 0 || overDueOn !== null)
    throw new Refused({ code: 'notReadyToLaunch', unassigned, withoutAddress, overDueOn });
  // Since they were named, people may have changed unit or role.
  const faults = items.flatMap(({ itemId, unitId, handlerId, leadLeaderId }) =>
    unitId === null || handlerId === null || leadLeaderId === null
      ? []
      : assignmentFaults({ itemId, unitId, handlerId, leadLeaderId }, people, units),
  );
  if (faults.length > 0) throw new Refused({ code: 'assignmentFaults', faults });
  refuseUnaskable(found.policy, people);
}
