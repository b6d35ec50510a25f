/** What is told of an item and in which words, and that somebody else agrees where it is left out: each a fact of the round's record. */
import { requireMay, type Context } from '../context.ts';
import type { BulletinEntryBody, BulletinFrameBody } from './bulletin-bodies.ts';
import { entryOf, gatherItem, toldRound } from './gather.ts';
import { notFound, Refused } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import { canonical } from '../../core/canonical.ts';
import {
  draftFrom,
  plainDecision,
  plainFrame,
  refuseApproval,
  refuseStale,
  type BulletinDraft,
  type BulletinFactData,
} from '../../core/round/bulletin-draft.ts';
import type { RecordRefusal } from '../../core/round/record-refusal.ts';
import { transaction } from '../../db/pool.ts';
import { bulletinFactsOf, insertRecordEvent } from '../../db/record-events.ts';
import { lockRound } from '../../db/rounds.ts';
import { unitsWords } from '../../documents/bulletin/told.ts';

/** @throws Refused notFound, roundNotLaunched, bulletinChanged */
export async function setBulletinEntry(
  context: Context,
  actor: Actor,
  roundId: string,
  itemId: string,
  { version, ...decided }: BulletinEntryBody,
): Promise<void> {
  requireMay(actor, 'editBulletin');
  const item = await gatherItem(context, actor, roundId, itemId);
  const over = decided.result === null ? null : unitsWords({ ...item, state: item.item.state }).text;
  await write(context, actor, roundId, (draft) => {
    const newest = entryOf(draft, itemId);
    const { choice, reason, title, result } = newest ?? plainDecision;
    return {
      refusal: refuseStale(newest, version),
      isSame: canonical({ choice, reason, title, result }) === canonical(decided),
      fact: { kind: 'bulletinEntrySet', data: { itemId, ...decided, over } },
    };
  });
}

/** Somebody of the office who neither proposed it nor belongs to the item. @throws Refused notYours, bulletinChanged, nothingToApprove, ownProposal */
export async function approveBulletinEntry(
  context: Context,
  actor: Actor,
  roundId: string,
  itemId: string,
  version: number,
): Promise<void> {
  const { item } = await gatherItem(context, actor, roundId, itemId);
  requireMay(actor, 'approveBulletin', item);
  await write(context, actor, roundId, (draft) => ({
    refusal: refuseApproval(entryOf(draft, itemId), version, actor.personId),
    isSame: false,
    fact: { kind: 'bulletinEntryApproved', data: { itemId, version } },
  }));
}

/** @throws Refused notFound, roundNotLaunched, bulletinChanged */
export async function setBulletinFrame(
  context: Context,
  actor: Actor,
  roundId: string,
  { version, ...frame }: BulletinFrameBody,
): Promise<void> {
  requireMay(actor, 'editBulletin');
  await toldRound(context, actor, roundId);
  await write(context, actor, roundId, ({ frames }) => {
    const newest = frames.at(-1);
    const { opening, organ, contact, datedOn } = newest ?? plainFrame;
    return {
      refusal: refuseStale(newest, version),
      isSame: canonical({ opening, organ, contact, datedOn }) === canonical(frame),
      fact: { kind: 'bulletinFrameSet', data: frame },
    };
  });
}

interface Change {
  readonly refusal: RecordRefusal | null;
  /** What stands already is no new version. */
  readonly isSame: boolean;
  readonly fact: BulletinFactData;
}

/** Whoever writes of the same round waits, and is judged by what the other has written. */
function write(
  { pool, now }: Context,
  actor: Actor,
  roundId: string,
  change: (draft: BulletinDraft) => Change,
): Promise<void> {
  return transaction(pool, async (db) => {
    if ((await lockRound(db, roundId)) === null) throw notFound('round', roundId);
    const { refusal, isSame, fact } = change(draftFrom(await bulletinFactsOf(db, roundId)));
    if (refusal !== null) throw new Refused(refusal);
    if (!isSame)
      await insertRecordEvent(db, {
        kind: fact.kind,
        recordId: roundId,
        at: now(),
        by: actor.personId,
        data: { ...fact.data },
      });
  });
}
