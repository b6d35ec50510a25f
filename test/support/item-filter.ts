/** A list of items that leaves nothing out. */
import type { ItemFilter } from '../../db/item-lists.ts';
import type { LocalDate } from '../../core/time.ts';

export const everything = (today: LocalDate): ItemFilter => ({
  today,
  roundId: null,
  scopeUnitId: null,
  unitId: null,
  state: null,
  light: null,
  grade: null,
  source: null,
  words: [],
  waitsFor: null,
});
