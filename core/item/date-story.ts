/**
 * Why a date is what it is: every fact that made or moved it, in order, each with its start, its count and the days that did
 * not count. Told from the facts and the rules alone, so that no date stands unexplained and none is explained otherwise than
 * it was counted.
 */
import { daysOf, makingOf, type CountedDays, type Making } from './date-making.ts';
import type { ItemEvent } from './event.ts';
import { evolve, itemFrom } from './evolve.ts';
import { implied } from './impossible.ts';
import { dateOf, itemDates, type ItemDate } from './item-dates.ts';
import { blankItem } from './blank-item.ts';
import type { Item, Pause } from './item.ts';
import { recounted } from './recount.ts';
import { heldSince, turnOf, type Party, type WantedAct } from './turn.ts';
import type { Rules } from '../rules/rules.ts';
import { localDate, type Instant, type LocalDate } from '../time.ts';

export interface Setting extends CountedDays {
  /** The fact that set it, when, and by whom; null where time did. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly on: LocalDate;
  readonly making: Making;
}

export interface DateStory {
  readonly date: ItemDate;
  readonly on: LocalDate;
  /** The first one first; the last one is what stands. */
  readonly settings: readonly Setting[];
}

/** Of the date of whose turn it is: one of the item's own, counted from the day on which it was handed over, or a pause's end. */
export interface TurnStory {
  readonly party: Party;
  readonly act: WantedAct | null;
  readonly on: LocalDate;
  readonly as: ItemDate | null;
  readonly counted: Omit<Setting, 'seq' | 'by'> | null;
}

/**
 * Told by the rules that stand: where others took their place, the count is theirs. A date that stayed as it was, because it was
 * over by then, is told as it was counted at its time.
 *
 * @param startsOn the day the period of its round runs from
 */
export function dateStories(
  events: readonly ItemEvent[],
  rules: Rules,
  startsOn: LocalDate,
  { roundId, itemId }: Pick<Item, 'roundId' | 'itemId'>,
): DateStory[] {
  const blank = blankItem(roundId, itemId);
  const item = itemFrom(roundId, itemId, events);
  const byThese = settingsOf(events, blank, rules, startsOn, (fact, before) =>
    recounted(fact, before, rules, startsOn),
  );
  const asTheyWere = settingsOf(events, blank, rules, startsOn, (fact) => fact);
  return itemDates.flatMap((date) => {
    const on = dateOf(item, date);
    if (on === null) return [];
    const settings = byThese.get(date) ?? [];
    return [{ date, on, settings: settings.at(-1)?.on === on ? settings : (asTheyWere.get(date) ?? []) }];
  });
}

function settingsOf(
  events: readonly ItemEvent[],
  blank: Item,
  rules: Rules,
  startsOn: LocalDate,
  toldAs: (fact: ItemEvent, before: Item) => ItemEvent,
): ReadonlyMap<ItemDate, Setting[]> {
  const told = new Map<ItemDate, Setting[]>(itemDates.map((date) => [date, []]));
  let item = blank;
  for (const fact of events) {
    const before = item;
    const event = toldAs(fact, before);
    item = evolve(before, event);
    for (const date of itemDates) {
      const on = dateOf(item, date);
      if (on === null || (on === dateOf(before, date) && !setsAnew.includes(event.type))) continue;
      const making = makingOf(date, event, before, rules, startsOn);
      if (making === null) continue;
      const { seq, at, by } = event;
      told.get(date)?.push({ seq, at, by, on, making, ...daysOf(making, on, rules) });
    }
  }
  return told;
}

const setsAnew: readonly ItemEvent['type'][] = ['dispatched', 'dueDateFixed', 'datesMoved'];

export function turnStory(item: Item, rules: Rules): TurnStory | null {
  const turn = turnOf(item, rules);
  if (turn === null || turn.dueOn === null) return null;
  const { party, act, dueOn: on } = turn;
  if (item.pause !== null && party === 'pause') return { party, act, on, as: null, counted: pauseTold(item.pause, on) };
  if (heldSince(item) === null)
    return { party, act, on, as: itemDates.find((date) => dateOf(item, date) === on) ?? null, counted: null };
  const since = implied(turn.since, item, 'a day on which it was handed over');
  const count = implied(rules.policy.reviewWithinWorkingDays, item, 'a time to decide');
  const making = { kind: 'counted', start: 'handedOver', from: localDate(since), count, unit: 'workingDays' } as const;
  return { party, act, on, as: null, counted: { at: since, on, making, ...daysOf(making, on, rules) } };
}

function pauseTold({ at, requestedBy: askedBy, by: agreedBy, reason }: Pause, on: LocalDate): TurnStory['counted'] {
  const making = { kind: 'pause', askedBy, agreedBy, reason } as const;
  return { at, on, making, landedOn: null, skipped: [], madeUp: [], unknownYears: [] };
}
