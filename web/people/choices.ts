/** Who can be chosen for what, as choices of a select. */
import type { ListedPerson } from '../../api/contract.ts';
import type { Binding } from '../../core/item/binding.ts';

const choice = ({ id, name }: ListedPerson) => ({ value: id, words: name });

/** Units without staff are not offered: nobody there could sign for an item. */
export const unitsWithStaff = <Unit extends { readonly id: string }>(
  units: readonly Unit[],
  people: readonly ListedPerson[],
): Unit[] => units.filter(({ id }) => handlersOf(people, id).length > 0);

/** Everybody who is here. */
export const presentPeople = (people: readonly ListedPerson[]) => people.filter(({ hasLeft }) => !hasLeft).map(choice);

export const handlersOf = (people: readonly ListedPerson[], unitId: string) =>
  people.filter((person) => !person.hasLeft && person.unitId === unitId && person.roles.includes('staff')).map(choice);

/** The inspection office reviews from outside, so its people lead no item. */
export const leaders = (people: readonly ListedPerson[]) =>
  people
    .filter(({ roles, inInspectionOffice, hasLeft }) => roles.includes('supervisor') && !inInspectionOffice && !hasLeft)
    .map(choice);

/** Who can stand in somebody's place as all of these. */
export function fitting(people: readonly ListedPerson[], as: readonly Binding[], unitId: string | null) {
  const lists = [
    ...(as.includes('handler') ? [handlersOf(people, unitId ?? '')] : []),
    ...(as.includes('leadLeader') ? [leaders(people)] : []),
  ];
  return lists.reduce(
    (left, list) => left.filter(({ value }) => list.some((one) => one.value === value)),
    presentPeople(people),
  );
}
