/**
 * Where a document says what was read from it: read where a line says it in so many words, else inferred. It is looked
 * for again when the result is there, apart from the reading: what the parser made up stands in no line.
 */
import type { Grounds } from '../../../core/round/grounds.ts';
import type { Notice } from '../../../core/round/notice.ts';
import { statedItems, totalsIn } from '../fields/totals.ts';
import type { ReadPart } from '../items/parts.ts';
import type { Line } from '../lines/normalise.ts';
import { factGrounds, ground } from './facts.ts';
import { itemGrounds } from './items.ts';
import { Places } from './places.ts';

/** Only so many lines are looked at for a count that the text states. */
const COUNTING = 400;

function countGrounds(stated: readonly number[], lines: readonly Line[]): Grounds['counts'] {
  const first = new Map<number, number>();
  for (const { at, text } of lines.slice(0, COUNTING)) {
    if (stated.every((value) => first.has(value))) break;
    for (const value of statedItems(totalsIn([text]))) if (!first.has(value)) first.set(value, at);
  }
  return stated.map((value) => {
    const at = first.get(value);
    return { stated: value, ...(at === undefined ? ground(null, 'composed') : ground(at)) };
  });
}

export function groundsIn(
  lines: readonly Line[],
  notice: Notice,
  parts: readonly ReadPart[],
  stated: readonly number[],
): Grounds {
  const places = new Places(lines);
  return {
    facts: factGrounds(notice, lines, places),
    items: itemGrounds(parts, notice.responsibilities ?? [], places),
    counts: countGrounds(stated, lines),
  };
}
