/** A progress notice that is being prepared, as it goes out. */
import { z } from 'zod';
import { date, id, instant } from '../client/primitives.ts';
import { itemStates } from '../core/item/item.ts';
import { audiences, bulletinChoices, bulletinForms } from '../core/round/bulletin.ts';
import { isLocalDate } from '../core/time.ts';
import { blockKinds } from '../documents/bulletin/blocks.ts';

/** The last day that is told, in Asia/Shanghai; today where nothing is said. */
const on = z.string().refine(isLocalDate, 'YYYY-MM-DD').optional();

export const draftingQuery = z.object({ on });

export const bulletinQuery = z.object({
  form: z.enum(bulletinForms).default('docx'),
  audience: z.enum(audiences).default('public'),
  on,
  lang: z.string().optional(),
});

const said = z.string().nullable();
const deed = z.object({ by: z.string(), at: instant });
const contact = z.object({ phone: said, address: said, postcode: said, email: said });
const version = z.number().int();

const entryVersion = deed.extend({
  version,
  choice: z.enum(bulletinChoices),
  reason: said,
  title: said,
  result: said,
  /** What the unit said when `result` was written. */
  over: said,
  proposal: deed,
  approval: deed.nullable(),
});
export type BulletinEntryVersion = z.infer<typeof entryVersion>;

const draftItem = z.object({
  id,
  number: z.string(),
  part: z.string(),
  title: z.string(),
  state: z.enum(itemStates),
  unitsWords: z.string(),
  /** Totals in what is told that are not the sum of the parts after them. */
  sums: z.array(z.object({ stated: z.number(), sum: z.number() })),
  measures: z.array(z.string()),
  evidence: z.array(z.object({ id, name: z.string() })),
  mayApprove: z.boolean(),
  /** The oldest first. */
  versions: z.array(entryVersion),
});
export type BulletinDraftItem = z.infer<typeof draftItem>;

export const bulletinDrafting = z.object({
  roundId: id,
  title: z.string(),
  on: date,
  mayEdit: z.boolean(),
  document: z.object({ organ: z.string(), contact }),
  /** The oldest first. */
  frames: z.array(
    deed.extend({ version, opening: said, organ: said, contact: contact.nullable(), datedOn: date.nullable() }),
  ),
  items: z.array(draftItem),
});
export type BulletinDrafting = z.infer<typeof bulletinDrafting>;

const source = z.object({ itemId: id, seq: version.nullable(), version: version.nullable() });

/** Line by line; each piece with the items, facts and versions of wording that it rests on. */
export const bulletinPreview = z.array(
  z.object({
    kind: z.enum(blockKinds),
    itemId: id.nullable(),
    spans: z.array(z.object({ text: z.string(), from: z.array(source) })),
  }),
);
export type BulletinPreview = z.infer<typeof bulletinPreview>;
