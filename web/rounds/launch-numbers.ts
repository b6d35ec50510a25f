/** What a launch will bring about, in numbers, so that nobody has to ask "are you sure". */
import type { ItemRow, ListedPerson, Unit } from '../../api/contract.ts';
import { isMailAddress } from '../../core/mail-address.ts';

export interface LaunchNumbers {
  readonly perUnit: readonly { readonly unit: Unit; readonly items: number }[];
  /** Those who get a mail on the first day: the handlers, and the liaisons of their units. One digest each. */
  readonly recipients: readonly ListedPerson[];
  readonly withoutAddress: readonly ListedPerson[];
}

export function launchNumbers(
  rows: readonly ItemRow[],
  units: readonly Unit[],
  people: readonly ListedPerson[],
): LaunchNumbers {
  const perUnit = units
    .map((unit) => ({ unit, items: rows.filter(({ unitId }) => unitId === unit.id).length }))
    .filter(({ items }) => items > 0);
  const ids = new Set([...rows.map(({ handlerId }) => handlerId), ...perUnit.map(({ unit }) => unit.liaisonId)]);
  const recipients = people.filter(({ id }) => ids.has(id));
  const involved = new Set([...ids, ...rows.map(({ leadLeaderId }) => leadLeaderId)]);
  return {
    perUnit,
    recipients,
    withoutAddress: people.filter(({ id, email }) => involved.has(id) && (email === null || !isMailAddress(email))),
  };
}
