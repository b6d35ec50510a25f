/** Whom an admin lets sign in at the identity provider. */
import { existingPerson, presentPerson } from './people.ts';
import { requireMay, type Context } from '../context.ts';
import type { Actor } from '../../core/actor.ts';
import type { OpenidState } from '../../core/people/openid.ts';
import type { Person } from '../../core/people/people.ts';
import {
  deleteOpenidLink,
  insertOpenidLink,
  openidLinkOf,
  openidLinks as linksOfAll,
  type OpenidLink,
} from '../../db/openid-links.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';

const stateOf = (link: OpenidLink | null): OpenidState =>
  link === null ? 'off' : link.linkedAt === null ? 'allowed' : 'linked';

export const ownOpenid = async ({ pool }: Context, { id }: Person): Promise<{ readonly state: OpenidState }> => ({
  state: stateOf(await openidLinkOf(pool, id)),
});

/** Of those who are let in. */
export async function openidLinks(
  { pool }: Context,
  actor: Actor,
): Promise<{ readonly personId: string; readonly state: OpenidState }[]> {
  requireMay(actor, 'editPeople');
  return (await linksOfAll(pool)).map((link) => ({ personId: link.personId, state: stateOf(link) }));
}

/** Repeated, it changes nothing. @throws Refused notFound, hasLeft */
export function allowOpenid({ pool, now }: Context, actor: Actor, id: string): Promise<void> {
  requireMay(actor, 'editPeople');
  return transaction(pool, async (db) => {
    await presentPerson(db, id);
    const at = now();
    if (!(await insertOpenidLink(db, id, at))) return;
    await insertRecordEvent(db, { kind: 'openidAllowed', recordId: id, at, by: actor.personId, data: {} });
  });
}

/** The person's sessions end. Let in again, the person is found by the address once more. @throws Refused notFound */
export function removeOpenid({ pool, now }: Context, actor: Actor, id: string): Promise<void> {
  requireMay(actor, 'editPeople');
  return transaction(pool, async (db) => {
    await existingPerson(db, id);
    if (!(await deleteOpenidLink(db, id))) return;
    await deleteSessionsOf(db, id);
    await insertRecordEvent(db, { kind: 'openidRemoved', recordId: id, at: now(), by: actor.personId, data: {} });
  });
}
