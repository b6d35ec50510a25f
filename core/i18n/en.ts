/** The English catalogue. Its type is the type of every other. */
import { enEvents } from './en/events.ts';
import { enExplanation } from './en/explanation.ts';
import { enLabels } from './en/labels.ts';
import { enPolicy } from './en/policy.ts';
import { enRehearsal } from './en/rehearsal.ts';
import { enRefusals } from './en/refusals.ts';

export const en = {
  ...enLabels,
  refusals: enRefusals,
  events: enEvents,
  policy: enPolicy,
  explanation: enExplanation,
  rehearsal: enRehearsal,
};

export type Catalogue = typeof en;
