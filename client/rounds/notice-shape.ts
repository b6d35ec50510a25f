/** The shape of a notice that may become a round: as parsed, or edited by an admin. It is looked at once, whole. */
import { z } from 'zod';
import type { Notice } from '../../core/round/notice.ts';

const short = z.string().max(500).nullable();
const item = z.object({
  number: z.string().max(50).nullable(),
  title: z.string().trim().min(2).max(1000),
  group: z.string().max(500).exactOptional(),
  status: z.enum(['done', 'interim', 'ongoing', 'standing', 'notDone']).exactOptional(),
  measures: z.array(z.string().max(20_000)).max(100),
});

const responsibility = z.object({
  position: z.int().min(1),
  leader: short,
  owner: short,
  unit: short,
  supportingUnits: z.array(z.string().max(500)).max(100),
  dueText: short,
  dueOn: short,
  dueYear: z.enum(['read', 'inferred']).nullable(),
  inferred: z
    .array(z.enum(['leader', 'owner', 'unit', 'supportingUnits', 'dueText']))
    .max(5)
    .exactOptional(),
});

const shape = z.object({
  title: short,
  organ: short,
  roundLabel: short,
  inspectionTeam: short,
  inspectedBody: short,
  dates: z.object({ inspection: short, feedback: short, rectification: short, published: short }),
  parts: z.array(z.object({ number: z.string().max(50).nullable(), heading: short, items: z.array(item) })).max(200),
  contact: z.object({ phone: short, address: short, postcode: short, email: short }),
  responsibilities: z.array(responsibility).exactOptional(),
  // As long as the document itself, whose size is bounded where it comes in.
  unplaced: z.array(z.object({ line: z.int().min(1), text: z.string() })).exactOptional(),
  // What the parser noticed travels along; nobody decides by it.
  warnings: z.custom<Notice['warnings']>((value) => Array.isArray(value), '[…]'),
});

declare const lookedAt: unique symbol;
/** Only a checked notice can be imported; the mark exists for the compiler alone. */
export type ImportableNotice = Notice & { readonly [lookedAt]: true };
export const importableNotice = shape as unknown as z.ZodType<ImportableNotice, Notice>;

export const itemCount = ({ parts }: Pick<Notice, 'parts'>): number =>
  parts.reduce((count, { items }) => count + items.length, 0);

/**
 * What a notice says of some of its items alone. What went into no field may be about any of them, so only whoever
 * sees all items of all units is told of it.
 * @param positions of the items, 1 for the first of the document
 * @param isWhole whether the reader sees every unit
 */
export function noticeWithin(notice: Notice, positions: ReadonlySet<number>, isWhole: boolean): Notice {
  const { unplaced, ...placed } = notice;
  if (positions.size === itemCount(notice)) return isWhole ? notice : placed;
  const { responsibilities, ...plain } = placed;
  let position = 0;
  const parts = plain.parts.map((part) => ({
    ...part,
    items: part.items.filter(() => positions.has((position += 1))),
  }));
  const said = responsibilities?.filter((one) => positions.has(one.position)) ?? [];
  return {
    ...plain,
    parts: parts.filter(({ items }) => items.length > 0),
    ...(said.length === 0 ? {} : { responsibilities: said }),
    // The warnings count what is left out here.
    warnings: [],
  };
}
