/** What happened at the door and to people's rights, read back by admins. */
import { requireMay, type Context } from '../context.ts';
import type { Actor } from '../../core/actor.ts';
import { securityEvents, type SecurityEvent } from '../../db/record-events.ts';

const pageSize = 100;

export interface SecurityEventPage {
  readonly events: SecurityEvent[];
  /** The id before which the next page goes on; null on the last. */
  readonly next: number | null;
}

export async function readSecurityEvents(
  { pool }: Context,
  actor: Actor,
  before: number | null,
): Promise<SecurityEventPage> {
  requireMay(actor, 'readSecurity');
  const events = await securityEvents(pool, before, pageSize);
  return { events, next: events.length < pageSize ? null : (events.at(-1)?.id ?? null) };
}
