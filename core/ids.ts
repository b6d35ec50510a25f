/** Names that several processes must agree on. Ids carry no personal data: they are never encrypted and stand in every log. */
export const taskQueue = 'rectify';

export const itemWorkflowId = (roundId: string, itemId: string): string => `item/${roundId}/${itemId}`;

export const roundWorkflowId = (roundId: string): string => `round/${roundId}`;
