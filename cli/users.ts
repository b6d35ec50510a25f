/** `rectify users …`: the first admin has nobody to be added by but the keeper of the machine. */
import { text } from 'node:stream/consumers';
import { BadInput } from './bad-input.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { randomLetters } from '../client/ids.ts';
import { invite } from '../client/people/account-links.ts';
import { actingPerson, directory } from '../client/people/directory.ts';
import { newPerson } from '../client/people/people-bodies.ts';
import { addPerson } from '../client/people/people.ts';
import { readInput } from '../client/read-input.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import type { Locale } from '../core/locale.ts';
import type { Role } from '../core/actor.ts';

export interface UserOptions {
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly unit?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly inspectionOffice: boolean;
  /** Read the password from standard input instead of making one. */
  readonly passwordStdin: boolean;
}

export async function addUser({ context, words }: Session, options: UserOptions, print: Print): Promise<void> {
  const { email, name, roles, unit, locale, inspectionOffice, passwordStdin } = options;
  const given = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const password = given ?? [1, 2, 3, 4].map(() => randomLetters(4)).join('-');
  const body = { email, name, roles, locale, unitId: unit, inInspectionOffice: inspectionOffice, password };
  const person = await addPerson(context, null, readInput(newPerson, body));
  print(words.userAdded(person.name, person.id));
  if (given === null) print(words.password(password));
}

export async function inviteUser(session: Session, email: string, print: Print): Promise<void> {
  const { context, words } = session;
  const person = await actingPerson(context, email);
  if (person === null) throw new BadInput(words.whoActs);
  await invite(context, await session.actor(), person.id);
  print(words.invited(person.name));
}

export async function listUsers({ context, words, locale }: Session, isJson: boolean, print: Print): Promise<void> {
  const { people } = await directory(context.pool);
  if (isJson) return print(JSON.stringify(people, null, 2));
  if (people.length === 0) return print(words.nothing);
  const rows = people.map(({ id, email, roles, unitId, name }) => [
    id,
    roles.map((role) => catalogue(locale).roles[role]).join(' '),
    unitId ?? '',
    email,
    name,
  ]);
  print(table([[words.id, '', catalogue(locale).things.unit, '', ''], ...rows]));
}
