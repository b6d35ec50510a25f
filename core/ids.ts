/** Names that several processes must agree on. Ids carry no personal data: they are never encrypted and stand in every log. */
export const taskQueue = 'rectify';

/**
 * The ids of facts that the product writes by itself. A slash, which no id from outside may hold, keeps the two apart.
 */
export const systemCommandId = (act: 'import' | 'launch' | 'progress' | 'rules', id: string): string =>
  `rectify/${act}/${id}`;

export const itemWorkflowId = (roundId: string, itemId: string): string => `item/${roundId}/${itemId}`;

export const roundWorkflowId = (roundId: string): string => `round/${roundId}`;
