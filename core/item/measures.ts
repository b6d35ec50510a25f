/** How the measures of a plan stand: what is done, what is behind, and which of a revised plan are those of before. */
import type { Deed, Item, Measure, MeasureStatus, PlannedMeasure } from './item.ts';
import { addDays, type LocalDate } from '../time.ts';

/** The dates of the measures that are not done, the first first, while the unit works on them. */
export function openMeasureDates({ state, measures }: Pick<Item, 'state' | 'measures'>): readonly LocalDate[] {
  if (state !== 'inProgress' && state !== 'reopened') return [];
  const open = measures.flatMap(({ dueOn, progress }) =>
    dueOn === null || progress?.status === 'done' ? [] : [dueOn],
  );
  return [...new Set(open)].sort();
}

/** The first day on which the item is behind its plan; null while every dated measure is done. */
export function behindOn(item: Pick<Item, 'state' | 'measures'>): LocalDate | null {
  const first = openMeasureDates(item)[0];
  return first === undefined ? null : addDays(first, 1);
}

/** Who answers for the measures that were to be done by this day and are not. */
export const ownersBehind = ({ measures }: Pick<Item, 'measures'>, by: LocalDate | null): readonly string[] =>
  measures.flatMap(({ ownerId, dueOn, progress }) =>
    ownerId === null || dueOn === null || by === null || dueOn > by || progress?.status === 'done' ? [] : [ownerId],
  );

/** With ids of their own. A measure in the words of one before is that one, with its evidence. */
export function numbered(
  planned: readonly PlannedMeasure[],
  before: readonly Measure[],
  lastNumber: number,
): Measure[] {
  let number = lastNumber;
  const left = [...before];
  return planned.map(({ text, ownerId, dueOn, kind = null, asks = [] }) => {
    const words = text.trim();
    const place = left.findIndex((measure) => measure.text === words);
    const [kept] = place === -1 ? [] : left.splice(place, 1);
    const id = kept?.id ?? `m${(number += 1)}`;
    return {
      id,
      text: words,
      ownerId,
      dueOn,
      kind,
      asks: asks.map((one) => one.trim()),
      progress: null,
    };
  });
}

/** The highest number that a measure of this item ever had. */
export const highest = (measures: readonly Pick<Measure, 'id'>[], lastNumber: number): number =>
  measures.reduce((number, { id }) => Math.max(number, Number(id.slice(1))), lastNumber);

/** The plan that was asked for takes the place of the one before. How the measures of both stand may have been said since. */
export function inForce(
  revision: Item['revision'],
  { measures: before }: Pick<Item, 'measures'>,
): Partial<Pick<Item, 'plan' | 'measures' | 'revision'>> {
  if (revision === null) return {};
  const { measures, ...plan } = revision;
  const progressOf = (id: string) => before.find((measure) => measure.id === id)?.progress ?? null;
  return { plan, measures: measures.map((one) => ({ ...one, progress: progressOf(one.id) })), revision: null };
}

/** The measures as they stand after this was said of some of them. */
export const reported = (
  { measures }: Pick<Item, 'measures'>,
  said: readonly MeasureStatus[],
  { by, at }: Pick<Deed, 'by' | 'at'>,
): Item['measures'] =>
  measures.map((measure) => {
    const status = said.findLast(({ measureId }) => measureId === measure.id)?.status;
    return status === undefined ? measure : { ...measure, progress: { by, at, status } };
  });
