/** A filled-in list of findings: what each row says, by names. */
import type { FormColumn, FormPlace } from './form.ts';
import type { LocalDate } from '../time.ts';

export interface ItemRow {
  readonly place: FormPlace;
  /** Columns whose faults are told already. */
  readonly faulty: readonly FormColumn[];
  /** As it is to be printed; null where the round numbers it. */
  readonly number: string | null;
  readonly part: string | null;
  readonly title: string | null;
  readonly isImmediate: boolean;
  readonly measures: readonly string[];
  readonly unit: string | null;
  /** By address, or by a name that only one has. */
  readonly handler: string | null;
  readonly leadLeader: string | null;
  readonly supportingUnits: readonly string[];
  readonly dueOn: LocalDate | null;
}

export interface ItemsForm {
  /** What stands above the heads. */
  readonly title: string | null;
  readonly rows: readonly ItemRow[];
}
