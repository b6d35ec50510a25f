/**
 * Who is who, without asking who asks: for sentences that name people, for files that name them instead of their ids, and
 * for the keeper of the machine. What a person may list stands in people.ts.
 */
import type { Context } from '../context.ts';
import { notFound } from '../refused.ts';
import { namesOf, type Names } from '../../core/i18n/names.ts';
import type { Person, Unit } from '../../core/people/people.ts';
import { listNames, listPeople, listUnits, personByEmail } from '../../db/people.ts';
import type { Db } from '../../db/pool.ts';

export interface Directory {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

export const directory = async (db: Db): Promise<Directory> => ({
  people: await listPeople(db),
  units: await listUnits(db),
});

/** The names alone, for what is written for a reader. */
export interface NamedDirectory extends Pick<Directory, 'units'> {
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
}

export const namesSeen = async (seen: Db): Promise<NamedDirectory> => ({
  people: await listNames(seen),
  units: await listUnits(seen),
});

/** The names of all ids; an id that is not there stays itself. */
export async function namesOfAll(context: Pick<Context, 'pool'>): Promise<Names> {
  const { people, units } = await namesSeen(context.pool);
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const unit = new Map(units.map(({ id, name }) => [id, name]));
  return namesOf({ person: (id) => person.get(id) ?? id, unit: (id) => unit.get(id) ?? id });
}

/** @param given an id or an address @throws Refused notFound */
export async function personIdOf({ pool }: Pick<Context, 'pool'>, given: string): Promise<string> {
  const people = await listPeople(pool);
  const found = people.find(({ id, email }) => id === given || email.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw notFound('person', given);
  return found.id;
}

/**
 * Whoever runs a command with the database's password is trusted with acting for a person of the ledger: the one with this
 * address, or the only admin there is.
 * @returns null when nobody was named and there is not exactly one admin
 * @throws Refused notFound when nobody has that address
 */
export async function actingPerson({ pool }: Context, email: string | undefined): Promise<Person | null> {
  if (email === undefined) {
    const [only, ...others] = (await listPeople(pool)).filter(
      ({ roles, hasLeft }) => roles.includes('admin') && !hasLeft,
    );
    return only === undefined || others.length > 0 ? null : only;
  }
  const found = await personByEmail(pool, email);
  if (found === null || found.hasLeft) throw notFound('person', email);
  const { passwordHash, ...person } = found;
  return person;
}
