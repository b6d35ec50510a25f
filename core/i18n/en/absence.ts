/** The words about people who are away, and those who stand in for them, in English. */
import type { Unfitness } from '../../people/absence.ts';

export const absence = {
  from: 'First day',
  to: 'Last day',
  inForce: 'Stands in now',
  substituteAway: 'Substitute is away too',
};

export const unfitnesses: Readonly<Record<Unfitness, string>> = {
  self: 'that is the absent person',
  hasLeft: 'they have left',
  notSupervisor: 'the absent person reviews, and they do not',
  notOfOffice: 'they are not of the inspection office',
  away: 'they are away in these days too',
};

/** Under both names. */
export const doer = (who: string, forWhom: string): string => `${who} for ${forWhom}`;
