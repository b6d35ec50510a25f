/** 中文目录。 */
import type { Catalogue } from './en.ts';
import { zhEvents } from './zh/events.ts';
import { zhExplanation } from './zh/explanation.ts';
import { zhLabels } from './zh/labels.ts';
import { zhPolicy } from './zh/policy.ts';
import { zhRehearsal } from './zh/rehearsal.ts';
import { zhRefusals } from './zh/refusals.ts';

export const zh: Catalogue = {
  ...zhLabels,
  refusals: zhRefusals,
  events: zhEvents,
  policy: zhPolicy,
  explanation: zhExplanation,
  rehearsal: zhRehearsal,
};
