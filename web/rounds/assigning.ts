/** Who gets what, while it is being decided: changed rows only, and every fault before anything is sent. */
import type { Assignments, ItemRow } from '../../api/contract.ts';

export interface Assigned {
  readonly unitId: string;
  readonly handlerId: string;
  readonly leadLeaderId: string;
}

export type Choices = Readonly<Record<string, Assigned>>;

const parts: readonly (keyof Assigned)[] = ['unitId', 'handlerId', 'leadLeaderId'];

export const chosenFor = (row: ItemRow, choices: Choices): Assigned =>
  choices[row.id] ?? { unitId: row.unitId ?? '', handlerId: row.handlerId ?? '', leadLeaderId: row.leadLeaderId ?? '' };

/** A handler belongs to one unit, so another unit needs another handler. */
export const withChoice = (assigned: Assigned, part: Partial<Assigned>): Assigned => ({
  ...assigned,
  ...(part.unitId !== undefined && part.unitId !== assigned.unitId ? { handlerId: '' } : {}),
  ...part,
});

const isComplete = (assigned: Assigned): boolean => parts.every((part) => assigned[part] !== '');
const isBlank = (assigned: Assigned): boolean => parts.every((part) => assigned[part] === '');

const isChanged = (row: ItemRow, assigned: Assigned): boolean =>
  parts.some((part) => assigned[part] !== (row[part] ?? ''));

/** What is to be saved: complete rows that differ from what the server knows. */
export function toSave(rows: readonly ItemRow[], choices: Choices): Assignments['assignments'] {
  return rows.flatMap((row) => {
    const assigned = chosenFor(row, choices);
    return isComplete(assigned) && isChanged(row, assigned) ? [{ itemId: row.id, ...assigned }] : [];
  });
}

/** Rows that are begun and not finished, with what they lack. */
export function halfDone(
  rows: readonly ItemRow[],
  choices: Choices,
): readonly { row: ItemRow; lacks: (keyof Assigned)[] }[] {
  return rows.flatMap((row) => {
    const assigned = chosenFor(row, choices);
    if (isComplete(assigned) || isBlank(assigned)) return [];
    return [{ row, lacks: parts.filter((part) => assigned[part] === '') }];
  });
}

export const completeCount = (rows: readonly ItemRow[], choices: Choices): number =>
  rows.filter((row) => isComplete(chosenFor(row, choices))).length;
