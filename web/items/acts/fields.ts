/** Which fields the form of each act shows, in the order in which a person thinks. */
import type { ActDraft, FormAct } from './act-draft.ts';

type TextName = 'reason' | 'rootCause' | 'text' | 'statement' | 'opinion' | 'progress';
type DateName = 'dueOn' | 'until' | 'checkpointOn' | 'reviewOn';

export type FormField =
  | { readonly kind: 'text'; readonly name: TextName; readonly isOptional?: boolean }
  | { readonly kind: 'date'; readonly name: DateName; readonly presets: 'days' | 'months' }
  | { readonly kind: 'measureIds' | 'measures' | 'unproven' | 'assignment'; readonly name: keyof ActDraft };

const reason: FormField = { kind: 'text', name: 'reason' };
const opinion: FormField = { kind: 'text', name: 'opinion', isOptional: true };

export const fieldsOf: Readonly<Record<FormAct, readonly FormField[]>> = {
  assign: [{ kind: 'assignment', name: 'unitId' }],
  signFor: [],
  disown: [reason],
  submitPlan: [
    { kind: 'text', name: 'rootCause' },
    { kind: 'measures', name: 'measures' },
  ],
  approvePlan: [],
  returnPlan: [reason],
  reportProgress: [{ kind: 'text', name: 'text' }],
  requestClosure: [
    { kind: 'unproven', name: 'unproven' },
    { kind: 'text', name: 'statement' },
  ],
  return: [{ kind: 'measureIds', name: 'measureIds' }, reason, { kind: 'date', name: 'dueOn', presets: 'days' }],
  endorse: [opinion],
  approveClosure: [opinion],
  acceptInterim: [
    { kind: 'text', name: 'opinion' },
    { kind: 'date', name: 'checkpointOn', presets: 'months' },
  ],
  acceptStanding: [
    { kind: 'text', name: 'opinion' },
    { kind: 'date', name: 'reviewOn', presets: 'months' },
  ],
  requestExtension: [{ kind: 'date', name: 'until', presets: 'days' }, reason, { kind: 'text', name: 'progress' }],
  grantExtension: [],
  refuseExtension: [reason],
  cancel: [reason],
  reopen: [reason, { kind: 'date', name: 'dueOn', presets: 'days' }],
};
