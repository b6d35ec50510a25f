/** What an admin sends to make a round, to set its rules and to give its items to people. */
import { z } from 'zod';
import { date, id, json } from '../primitives.ts';
import type { Notice } from '../../core/round/notice.ts';
import { mostItems } from '../../core/round/round.ts';

export const previewRound = z.object({ source: z.string() });

/** `source` is the document itself; `notice` what was parsed from it and edited by the admin. */
export const importRound = z.object({
  title: z.string().min(1).max(200),
  source: z.string(),
  notice: json<Notice>(),
  startsOn: date,
  immediateItems: z.array(z.number().int()).default([]),
});
export type ImportRound = z.infer<typeof importRound>;

export const roundSettings = z.object({ startsOn: date.optional(), policy: z.unknown().optional() });
export type RoundSettings = z.infer<typeof roundSettings>;

const assignment = z.object({ itemId: id, unitId: id, handlerId: id, leadLeaderId: id });
export const assignments = z.object({ assignments: z.array(assignment).min(1).max(mostItems) });
export type Assignments = z.infer<typeof assignments>;
