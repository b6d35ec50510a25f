/** The acts that a run answered yes, read from its history: what Temporal still knows when the ledger was put back. */
import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { Sealed } from '../core/item/seal.ts';
import { instant, type Instant } from '../core/time.ts';

export interface AnsweredAct {
  readonly sealed: Sealed;
  readonly at: Instant;
}

/**
 * Oldest first. What was answered no left nothing behind, and is not among them.
 *
 * @param codec histories come as the server keeps them
 * @throws UnreadablePayload
 */
export async function answeredActs(
  { events }: temporal.api.history.v1.IHistory,
  codec: PayloadCodec,
): Promise<AnsweredAct[]> {
  const accepted = new Map<string, AnsweredAct>();
  const answered: AnsweredAct[] = [];
  for (const event of events ?? []) {
    const request = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
    const [payload] = request?.input?.args?.payloads ?? [];
    if (payload !== undefined && payload !== null)
      accepted.set(String(event.eventId), {
        sealed: await readable(payload, codec),
        at: instant(Number(event.eventTime?.seconds ?? 0) * 1000),
      });
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    const act = accepted.get(String(completed?.acceptedEventId));
    if (completed?.outcome?.success && act !== undefined) answered.push(act);
  }
  return answered;
}

async function readable(payload: Payload, codec: PayloadCodec): Promise<Sealed> {
  const [decoded] = await codec.decode([payload]);
  if (decoded === undefined) throw new Error('a codec gives a payload for each');
  return defaultPayloadConverter.fromPayload<Sealed>(decoded);
}
