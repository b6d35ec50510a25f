/** What things are told apart by: kinds, states and sources. */
import type { FindingSource, HandedIn, ItemState, MeasureKind, MeasureStatus, RiskGrade } from '../../item/item.ts';

export const states: Record<ItemState, string> = {
  draft: 'To be assigned',
  assigned: 'Assigned',
  disowned: 'Assignment returned',
  planned: 'Measures submitted',
  inProgress: 'In progress',
  submitted: 'Closure applied for',
  endorsed: 'Endorsed',
  closed: 'Closed',
  interim: 'Interim results',
  standing: 'Standing',
  reopened: 'Reopened',
  cancelled: 'Cancelled',
};

/** What a unit hands in, and may take back. */
export const handedIn: Record<HandedIn, string> = {
  plan: 'Plan',
  revision: 'Revised measures',
  application: 'Application for closure',
  extensionRequest: 'Request for more time',
};

export const kindsOfMeasure: Record<MeasureKind, string> = {
  rules: 'Rule-making',
  recovery: 'Loss recovery',
  accountability: 'Accountability',
  readAcross: 'Read-across',
  campaign: 'Special campaign',
};

export const measureStates: Record<MeasureStatus['status'], string> = { underWay: 'Under way', done: 'Carried out' };

export const grades: Record<RiskGrade, string> = { high: 'High', medium: 'Medium', low: 'Low' };

export const sources: Record<FindingSource, string> = {
  inspection: 'County inspection',
  higherInspection: 'Higher inspection',
  audit: 'Audit',
  selfCheck: 'Self-check',
  lookBack: 'Look-back',
  petition: 'Petition',
};

export const roundStates: Record<'draft' | 'launching' | 'running' | 'completed', string> = {
  draft: 'Draft',
  launching: 'Launching',
  running: 'Running',
  completed: 'Completed',
};
