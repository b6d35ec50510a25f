/** `rectify absence …`: who is away, and who stands in. */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { absences, endAbsence, enterAbsence } from '../client/people/absences.ts';
import { namesOfAll, personIdOf } from '../client/people/directory.ts';
import { newAbsence } from '../client/people/people-bodies.ts';
import { readInput } from '../client/read-input.ts';
import { catalogue } from '../core/i18n/catalogue.ts';

export interface AbsenceOptions {
  /** Ids or addresses; whoever acts where nobody is named. */
  readonly of: string | undefined;
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export async function listAbsences(session: Session, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const found = await absences(context, await session.actor());
  if (isJson) return print(JSON.stringify(found, null, 2));
  if (found.length === 0) return print(words.nothing);
  const names = await namesOfAll(context);
  const { things, absence } = catalogue(locale);
  const rows = found.map(({ id, personId, substituteId, from, to, isInForce, isSubstituteAway }) => [
    ...[id, names.person(personId), names.person(substituteId), from, to],
    isSubstituteAway ? absence.substituteAway : isInForce ? absence.inForce : '',
  ]);
  print(table([[words.id, things.person, things.substitute, absence.from, absence.to, ''], ...rows]));
}

export async function addAbsence(session: Session, options: AbsenceOptions, print: Print): Promise<void> {
  const { context, words } = session;
  const { of, substitute, from, to, reason } = options;
  const body = readInput(newAbsence, {
    ...(of === undefined ? {} : { personId: await personIdOf(context, of) }),
    substituteId: await personIdOf(context, substitute),
    ...{ from, to, reason },
  });
  const { id } = await enterAbsence(context, await session.actor(), body);
  print(words.absenceEntered(id, from, to));
}

export async function stopAbsence(session: Session, id: string, print: Print): Promise<void> {
  const { context, words } = session;
  await endAbsence(context, await session.actor(), id);
  print(words.absenceEnded(id));
}
