/** A person leaves their office: from that moment they sign in nowhere, get no mail and are given nothing; what they still hold is shown. */
import { itemsOf, type HeldItem } from './holding.ts';
import { existingPerson, publicFacts, refuseLastAdmin } from './people.ts';
import { requireMay, type Context } from '../context.ts';
import type { Actor } from '../../core/actor.ts';
import type { Person } from '../../core/people/people.ts';
import { endLinks } from '../../db/account-links.ts';
import { listUnits, lockPeople, setLeftAt } from '../../db/people.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';

/** What waits for another person to take it. */
export interface Holdings {
  /** Open items, those that are due first. */
  readonly items: HeldItem[];
  /** Whose liaison the person is. */
  readonly units: { readonly id: string; readonly name: string }[];
}

export async function holdings({ pool }: Context, actor: Actor, id: string): Promise<Holdings> {
  requireMay(actor, 'editPeople');
  await existingPerson(pool, id);
  const units = (await listUnits(pool)).filter(({ liaisonId }) => liaisonId === id);
  return { items: await itemsOf(pool, id), units: units.map(({ id, name }) => ({ id, name })) };
}

/** Repeated, it changes nothing. @throws Refused lastAdmin */
export const leave = (context: Context, actor: Actor, id: string): Promise<Person> => mark(context, actor, id, true);

/** Back in office. The password is the one from before; whoever forgot it is sent a link. */
export const comeBack = (context: Context, actor: Actor, id: string): Promise<Person> =>
  mark(context, actor, id, false);

function mark({ pool, now }: Context, actor: Actor, id: string, hasLeft: boolean): Promise<Person> {
  requireMay(actor, 'editPeople');
  return transaction(pool, async (db) => {
    await lockPeople(db);
    const before = await existingPerson(db, id);
    if (before.hasLeft === hasLeft) return before;
    const at = now();
    if (hasLeft) {
      await refuseLastAdmin(db, before);
      await deleteSessionsOf(db, id);
      await endLinks(db, id, at);
    }
    await setLeftAt(db, id, hasLeft ? at : null);
    const person = { ...before, hasLeft };
    const kind = hasLeft ? 'personLeft' : 'personReturned';
    await insertRecordEvent(db, { kind, recordId: id, at, by: actor.personId, data: publicFacts(person) });
    return person;
  });
}
