/** Who acts: the signed-in person as the server knows it, never as the browser says. */

/** staff 经办 · supervisor 审核 · admin 管理 */
export type Role = 'staff' | 'supervisor' | 'admin';

export const roles: readonly Role[] = ['staff', 'supervisor', 'admin'];

interface Entitled {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  /** Of the inspection office (巡察办, 纪检监察组), which decides from outside the inspected body. */
  readonly inInspectionOffice: boolean;
}

/** An absent person, as far as somebody takes their place. */
export interface Principal extends Entitled {
  /** The absence that says so, by which the ledger looks it up again. */
  readonly absenceId: string;
  readonly isLiaison: boolean;
}

export interface Actor extends Entitled {
  /** In whose place, where not in their own. */
  readonly standsFor?: Principal;
}

/** The names under which an act stands: four eyes count each of them. */
export const namesUnder = ({ personId, standsFor }: Actor): readonly string[] =>
  standsFor === undefined ? [personId] : [personId, standsFor.personId];
