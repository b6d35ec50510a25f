/** People and units: read by everybody, written by admins, each change with its fact. */
import { requireMay, type Context } from '../context.ts';
import { newPersonId } from '../ids.ts';
import { refuseHolding } from './holding.ts';
import { hashPassword } from './passwords.ts';
import type { NewPerson, PersonChange } from './people-bodies.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import { hashOf } from '../../db/tokens.ts';
import type { Locale } from '../../core/locale.ts';
import type { Actor } from '../../core/actor.ts';
import { isMailAddress } from '../../core/mail-address.ts';
import type { Instant } from '../../core/time.ts';
import { leastPasswordLength, weaknessOf } from '../../core/people/password.ts';
import type { Person, Unit } from '../../core/people/people.ts';
import { endLinks } from '../../db/account-links.ts';
import { leadLeadersOfUnit } from '../../db/items.ts';
import {
  countAdmins,
  insertPerson,
  listShownPeople,
  listUnits,
  lockPeople,
  personByEmail,
  readPerson,
  readUnit,
  setPasswordHash,
  updatePerson,
  type ShownPerson,
} from '../../db/people.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';

type Given<Row> = { readonly [Field in keyof Row]?: Row[Field] | undefined };

/** Whoever sees one unit alone reaches that unit, those who lead its items, and the offices. */
export async function people({ pool }: Context, actor: Actor): Promise<ShownPerson[]> {
  requireMay(actor, 'readPeople');
  const unitId = scopeOf(actor);
  const everybody = await listShownPeople(seenBy(pool, actor));
  if (unitId === null) return everybody;
  const leaders = await leadLeadersOfUnit(pool, unitId);
  const isNear = ({ id, roles, inInspectionOffice, ...person }: ShownPerson): boolean =>
    id === actor.personId ||
    person.unitId === unitId ||
    leaders.has(id) ||
    inInspectionOffice ||
    roles.includes('admin');
  return everybody.map((person) => (isNear(person) ? person : { ...person, email: null, phone: null }));
}

export async function units({ pool }: Context, actor: Actor): Promise<Unit[]> {
  requireMay(actor, 'readPeople');
  return listUnits(pool);
}

export async function createPerson(context: Context, actor: Actor, given: NewPerson): Promise<Person> {
  requireMay(actor, 'editPeople');
  return addPerson(context, actor.personId, given);
}

/** The keeper of the machine adds the first admin at the command line, before there is anybody to ask. */
export async function addPerson(context: Context, by: string | null, given: NewPerson): Promise<Person> {
  const { password, ...fields } = given;
  if (password !== undefined) refuseWeak(password, given);
  const hash = password === undefined ? null : await hashPassword(password);
  return transaction(context.pool, async (db) => {
    await lockPeople(db);
    return writePerson(db, by, fields, hash, context.now());
  });
}

/** Writes a person with the fact of it in the caller's transaction, which holds {@link lockPeople}. */
export async function writePerson(
  db: Db,
  by: string | null,
  given: Omit<NewPerson, 'password'>,
  passwordHash: string | null,
  at: Instant,
): Promise<Person> {
  const person = filled({ ...given, id: given.id ?? newPersonId() });
  if ((await readPerson(db, person.id)) !== null) throw new Refused({ code: 'idTaken', id: person.id });
  await refuseFaults(db, person);
  await insertPerson(db, person);
  await insertRecordEvent(db, { kind: 'personCreated', recordId: person.id, at, by, data: publicFacts(person) });
  if (passwordHash !== null) await writePassword(db, person.id, passwordHash, by, at);
  return person;
}

export async function changePerson(
  { pool, now }: Context,
  actor: Actor,
  id: string,
  change: PersonChange,
): Promise<Person> {
  requireMay(actor, 'editPeople');
  return transaction(pool, async (db) => {
    await lockPeople(db);
    const before = await existingPerson(db, id);
    const person = merged<Person>(before, change);
    await writePersonChange(db, actor.personId, before, person, now());
    return person;
  });
}

/** Writes the change of a person with its fact in the caller's transaction, which holds {@link lockPeople}. */
export async function writePersonChange(
  db: Db,
  by: string,
  before: Person,
  person: Person,
  at: Instant,
): Promise<void> {
  const { id } = person;
  await refuseFaults(db, person);
  if (!person.roles.includes('admin')) await refuseLastAdmin(db, before);
  await refuseHolding(db, before, person);
  await updatePerson(db, person);
  // Whoever signed in under another address, or with other rights, signs in anew.
  if (person.email !== before.email || !isSame(person.roles, before.roles)) await deleteSessionsOf(db, id);
  // A link that went to another address opens nothing any more.
  if (person.email !== before.email) await endLinks(db, id, at);
  await insertRecordEvent(db, { kind: 'personChanged', recordId: id, at, by, data: publicFacts(person) });
}

/** @throws Refused notFound */
export async function existingPerson(db: Db, id: string): Promise<Person> {
  const person = await readPerson(db, id);
  if (person === null) throw notFound('person', id);
  return person;
}

/** Who can still be given something. @throws Refused notFound, hasLeft */
export async function presentPerson(db: Db, id: string): Promise<Person> {
  const person = await existingPerson(db, id);
  if (person.hasLeft) throw new Refused({ code: 'hasLeft', name: person.name });
  return person;
}

/** Before an admin ceases to be one. @throws Refused lastAdmin */
export async function refuseLastAdmin(db: Db, { roles, hasLeft }: Person): Promise<void> {
  if (roles.includes('admin') && !hasLeft && (await countAdmins(db)) === 1) throw new Refused({ code: 'lastAdmin' });
}

/** A new password ends every session of the person. */
export async function setPassword(context: Context, actor: Actor, id: string, password: string): Promise<void> {
  requireMay(actor, 'editPeople');
  const person = await presentPerson(context.pool, id);
  refuseWeak(password, person);
  const hash = await hashPassword(password);
  await transaction(context.pool, async (db) => {
    await writePassword(db, id, hash, actor.personId, context.now());
    await deleteSessionsOf(db, id);
  });
}

/** However it came, it ends the links to another. The fact holds a hash of the salted hash: enough to see that it was exchanged. */
export async function writePassword(db: Db, id: string, hash: string, by: string | null, at: Instant): Promise<void> {
  await setPasswordHash(db, id, hash);
  await endLinks(db, id, at);
  await insertRecordEvent(db, { kind: 'passwordSet', recordId: id, at, by, data: { sha256: hashOf(hash) } });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

async function refuseFaults(db: Db, { id, email, roles, unitId }: Person): Promise<void> {
  if (!isMailAddress(email)) throw new Refused({ code: 'notAMailAddress', given: email });
  const holder = await personByEmail(db, email);
  if (holder !== null && holder.id !== id) throw new Refused({ code: 'emailTaken', email });
  if (unitId !== null && (await readUnit(db, unitId)) === null) throw notFound('unit', unitId);
  if (unitId === null && roles.includes('staff')) throw new Refused({ code: 'staffWithoutUnit' });
}

/** @throws Refused passwordTooShort, passwordGuessable */
export function refuseWeak(password: string, person: Pick<Person, 'name' | 'email'>): void {
  const weakness = weaknessOf(password, person);
  if (weakness === null) return;
  throw new Refused(
    weakness === 'short'
      ? { code: 'passwordTooShort', least: leastPasswordLength, given: [...password].length }
      : { code: 'passwordGuessable', because: weakness },
  );
}

const filled = (given: Given<Omit<Person, 'hasLeft'>> & Pick<Person, 'id' | 'name' | 'email' | 'roles'>): Person => ({
  id: given.id,
  name: given.name,
  email: given.email,
  roles: given.roles,
  locale: given.locale ?? ('zh-CN' satisfies Locale),
  unitId: given.unitId ?? null,
  phone: given.phone ?? null,
  isChief: given.isChief ?? false,
  inInspectionOffice: given.inInspectionOffice ?? false,
  hasLeft: false,
});

/** Fields that were left out stay as they are. */
export const merged = <Row extends object>(before: Row, change: Given<Row>): Row => ({
  ...before,
  ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Row>),
});

/** What the fact keeps for ever: who may do what, but neither address nor telephone. */
export const publicFacts = ({ name, roles, unitId, isChief, inInspectionOffice, hasLeft }: Person) => ({
  name,
  roles,
  unitId,
  isChief,
  inInspectionOffice,
  hasLeft,
});
