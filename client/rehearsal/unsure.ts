/** The dates of items that rest on years whose working days nobody has published. */
import { dateOf, itemDates } from '../../core/item/item-dates.ts';
import type { UnsureDate } from '../../core/round/rehearsal.ts';
import { unknownYears } from '../../core/rules/calendar.ts';
import { localDate } from '../../core/time.ts';
import { itemsOfRound } from '../../db/items.ts';
import type { Pool } from '../../db/pool.ts';
import { rulesOfRounds } from '../../db/rules.ts';

/** @param known those that were found before: each is told once */
export async function unsureDates(
  pool: Pool,
  roundId: string,
  known: readonly UnsureDate[] = [],
): Promise<readonly UnsureDate[]> {
  const { calendar } = (await rulesOfRounds(pool, [roundId])).of(roundId);
  const found = new Map(known.map((date) => [keyOf(date), date]));
  for (const { item } of await itemsOfRound(pool, roundId))
    for (const date of itemDates) {
      const on = dateOf(item, date);
      if (on === null || item.dispatchedAt === null) continue;
      const years = unknownYears(calendar, localDate(item.dispatchedAt), on);
      const unsure = { itemId: item.itemId, number: item.number, date, on, years };
      if (years.length > 0) found.set(keyOf(unsure), unsure);
    }
  return [...found.values()];
}

const keyOf = ({ itemId, date, on }: UnsureDate): string => `${itemId}/${date}/${on}`;
