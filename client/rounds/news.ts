/** A round watched while time passes: what happened since the last look, and whether the ledger has caught up. */
import { requireMay, type Context } from '../context.ts';
import type { Actor } from '../../core/actor.ts';
import { factsAfter, type RoundFact } from '../../db/events.ts';
import { countLateWakes } from '../../db/items.ts';
import { mailsSentAfter, type SentMail } from '../../db/mails.ts';

/** How far somebody has been told. */
export interface Told {
  /** The newest seq of each item. */
  readonly seqs: Readonly<Record<string, number>>;
  readonly mailId: number;
}

export const nothingTold: Told = { seqs: {}, mailId: 0 };

export interface News {
  readonly facts: readonly RoundFact[];
  readonly mails: readonly SentMail[];
  /** What to ask with next time. */
  readonly told: Told;
}

export async function news({ pool }: Context, actor: Actor, roundId: string, told: Told): Promise<News> {
  requireMay(actor, 'readRounds');
  requireMay(actor, 'readMails');
  const facts = await factsAfter(pool, roundId, told.seqs);
  const mails = await mailsSentAfter(pool, told.mailId);
  const seqs = Object.fromEntries(facts.map(({ itemId, event }) => [itemId, event.seq]));
  return { facts, mails, told: { seqs: { ...told.seqs, ...seqs }, mailId: mails.at(-1)?.id ?? told.mailId } };
}

/** How many items should have woken by now and have not: the ledger follows a timer within a commit. */
export async function lateWakes({ pool, now }: Context, actor: Actor, roundId: string): Promise<number> {
  requireMay(actor, 'readRounds');
  return countLateWakes(pool, roundId, now());
}
