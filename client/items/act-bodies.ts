/** The body of each act: the command less its type, which stands in the address, and its actor, whom the server knows. */
import { z } from 'zod';
import { date, id, text } from '../primitives.ts';

/** The product's own ids hold a slash. */
const commandId = z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/);
const reason = text;
export const acts = {
  assign: z.object({ commandId, unitId: id, handlerId: id, leadLeaderId: id }),
  signFor: z.object({ commandId }),
  disown: z.object({ commandId, reason }),
  submitPlan: z.object({
    commandId,
    rootCause: text,
    measures: z.array(z.object({ text, ownerId: id.nullable(), dueOn: date.nullable() })).max(100),
  }),
  approvePlan: z.object({ commandId }),
  returnPlan: z.object({ commandId, reason }),
  reportProgress: z.object({ commandId, text }),
  addEvidence: z.object({
    commandId,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(200),
    measureIds: z.array(z.string().max(10)).max(100),
  }),
  requestClosure: z.object({
    commandId,
    statement: text,
    unproven: z.array(z.object({ measureId: z.string().max(10), reason })).max(100),
  }),
  return: z.object({ commandId, measureIds: z.array(z.string().max(10)).max(100), reason, dueOn: z.string().max(10) }),
  endorse: z.object({ commandId, opinion: text }),
  approveClosure: z.object({ commandId, opinion: text }),
  acceptInterim: z.object({ commandId, opinion: text, checkpointOn: z.string().max(10) }),
  acceptStanding: z.object({ commandId, opinion: text, reviewOn: z.string().max(10) }),
  requestExtension: z.object({ commandId, until: z.string().max(10), reason, progress: text }),
  grantExtension: z.object({ commandId }),
  refuseExtension: z.object({ commandId, reason }),
  cancel: z.object({ commandId, reason }),
  reopen: z.object({ commandId, reason, dueOn: z.string().max(10) }),
} as const;
export type ActBody<Type extends keyof typeof acts> = z.infer<(typeof acts)[Type]>;
