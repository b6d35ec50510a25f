/** What an admin sends to make a round, to set its rules and to give its items to people. */
import { z } from 'zod';
import { importableNotice } from './notice-shape.ts';
import { date, id } from '../primitives.ts';
import { mostItems } from '../../core/round/round.ts';

export const previewRound = z.object({ source: z.string() });

const title = z.string().trim().min(1).max(200);

/** What the document says and the round leaves out: a finding or a measure in its words, and why. */
const leftOut = z.object({ title: z.string().trim().min(1).max(20_000), reason: z.string().trim().min(2).max(500) });

export const importRound = z.object({
  title,
  /** The document itself, kept unchanged. */
  source: z.string().refine((text) => text.trim() !== '', '≥ 1'),
  startsOn: date,
  /** Positions (1 for the first) of the items to be fixed at once. */
  immediateItems: z.array(z.int().min(1)).default([]),
  /** The name of a policy, or one that is written out; the standard one where it is left out. */
  policy: z.unknown().exactOptional(),
  leftOut: z.array(leftOut).max(mostItems).exactOptional(),
  /** What the source was read from, as `preview-file` told. */
  file: z
    .object({ name: z.string().min(1).max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/, '0-9 a-f (64)') })
    .exactOptional(),
  /** The same document was imported before, and this is meant. */
  again: z.boolean().exactOptional(),
  /** What was parsed from the source and edited by the admin. */
  notice: importableNotice,
});
export type RoundToImport = z.output<typeof importRound>;
export type ImportRound = z.input<typeof importRound>;

/** Why a draft is given up. */
export const discardRound = z.object({ reason: z.string().trim().min(1).max(500) });
export type DiscardRound = z.infer<typeof discardRound>;
export const roundSettings = z.object({
  title: title.optional(),
  startsOn: date.optional(),
  policy: z.unknown().optional(),
});
export type RoundSettings = z.infer<typeof roundSettings>;

const assignment = z.object({ itemId: id, unitId: id, handlerId: id, leadLeaderId: id });
export type ItemAssignment = Readonly<z.infer<typeof assignment>>;

export const assignments = z.object({ assignments: z.array(assignment).min(1).max(mostItems) });
export type Assignments = z.infer<typeof assignments>;
