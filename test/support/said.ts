/** What a document says of who answers for one of its findings: nothing but what a test names. */
import type { Responsibility } from '../../core/round/notice.ts';

export const said = (position: number, more: Partial<Responsibility>): Responsibility => ({
  leader: null,
  owner: null,
  unit: null,
  supportingUnits: [],
  dueText: null,
  dueOn: null,
  dueYear: null,
  ...more,
  position,
});
