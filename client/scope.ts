/** How far a person sees: all items, or those of one unit. */
import type { Actor } from '../core/actor.ts';
import { may } from '../core/item/roles.ts';

/** The only unit whose items the actor may see; null for whoever sees all. */
export const scopeOf = (actor: Actor): string | null =>
  // Whoever belongs to no unit and sees no other sees nothing: no unit has an empty id.
  may(actor, 'readItem') ? null : ((actor.standsFor ?? actor).unitId ?? '');
