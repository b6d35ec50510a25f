/** Whom the product knows: people, and the units they belong to. */
import type { Actor, Role } from '../actor.ts';
import type { Locale } from '../locale.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly roles: Role[];
  readonly unitId: string | null;
  readonly phone: string | null;
  readonly isChief: boolean;
  readonly inInspectionOffice: boolean;
  /** Here no more: signs in nowhere, gets no mail, is given nothing. What they did stays under their name. */
  readonly hasLeft: boolean;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Where it stands in lists. */
  readonly position: number;
  readonly liaisonId: string | null;
}

export const actorOf = ({ id, roles, unitId, inInspectionOffice }: Person): Actor => ({
  personId: id,
  roles,
  unitId,
  inInspectionOffice,
});
