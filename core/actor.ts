/** Who acts: the signed-in person as the server knows it, never as the browser says. */

/** staff 经办 · supervisor 审核 · admin 管理 */
export type Role = 'staff' | 'supervisor' | 'admin';

export const roles: readonly Role[] = ['staff', 'supervisor', 'admin'];

export interface Actor {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  /** Of the inspection office (巡察办, 纪检监察组), which decides from outside the inspected body. */
  readonly inInspectionOffice: boolean;
}
