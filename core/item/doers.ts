/** Who may do things, by role and by tie to the item: the vocabulary of acts.ts and roles.ts. */
import { roles, type Role } from '../actor.ts';

/**
 * ownUnit: of the responsible unit · leadLeader: the item's lead leader · outside: of the inspection office, and neither of
 * the responsible unit nor its lead leader · jointReviewer: of a unit that is asked, and neither of those; that it is asked
 * is a fact of the application, and looked at in decide.ts · any: no tie to the item asked for.
 */
export type Scope = 'any' | 'ownUnit' | 'leadLeader' | 'outside' | 'jointReviewer';

export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

export const unitStaff: readonly Grant[] = [{ role: 'staff', scope: 'ownUnit' }];
export const leadLeader: readonly Grant[] = [{ role: 'supervisor', scope: 'leadLeader' }];
export const jointReviewers: readonly Grant[] = [{ role: 'supervisor', scope: 'jointReviewer' }];
export const outsideReviewers: readonly Grant[] = [
  { role: 'supervisor', scope: 'outside' },
  { role: 'admin', scope: 'outside' },
];
export const admins: readonly Grant[] = [{ role: 'admin', scope: 'any' }];
export const everybody: readonly Grant[] = roles.map((role) => ({ role, scope: 'any' }));
