/** What every use case works with: handed in from outside, so that the API, the CLI and the tests use the same ones. */
import type { EvidenceStore } from './evidence/store.ts';
import { Refused } from './refused.ts';
import type { Temporal } from './temporal.ts';
import type { Pool } from '../db/pool.ts';
import type { PersonRow } from '../db/people.ts';
import { may, type Act, type Ties } from '../core/item/roles.ts';
import type { Actor } from '../core/actor.ts';
import { instant, type Instant } from '../core/time.ts';

export interface Context {
  readonly pool: Pool;
  readonly temporal: Temporal;
  readonly store: EvidenceStore;
  readonly now: () => Instant;
}

export const clock = (): Instant => instant(Date.now());

export const actorOf = ({ id, roles, unitId, inInspectionOffice }: PersonRow): Actor => ({
  personId: id,
  roles,
  unitId,
  inInspectionOffice,
});

/** @throws Refused notYours */
export function requireMay(actor: Actor, act: Act, ties?: Ties): void {
  if (!may(actor, act, ties)) throw new Refused({ code: 'notYours', act });
}
