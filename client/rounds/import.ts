/** A document becomes a round: one draft item for each finding, all of them or none. */
import { createHash } from 'node:crypto';
import { requireMay, type Context } from '../context.ts';
import { itemIdAt, newCommandId, newRoundId } from '../ids.ts';
import { itemCount, readNotice } from './notice-shape.ts';
import { Refused } from '../refused.ts';
import { round, type RoundDetail } from './rounds.ts';
import { china } from '../../core/rules/china.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { blankItem } from '../../core/item/item.ts';
import type { Notice } from '../../core/round/notice.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import type { Actor } from '../../core/actor.ts';
import { isLocalDate, type Instant, type LocalDate } from '../../core/time.ts';
import { insertItems, type NewItem } from '../../db/items.ts';
import { appendEvents, projectItem } from '../../db/ledger.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { insertRound, readRound } from '../../db/rounds.ts';

export interface RoundToImport {
  readonly title: string;
  /** The document itself, kept unchanged. */
  readonly source: string;
  /** What was read from it and edited by the admin; checked here. */
  readonly notice: unknown;
  readonly startsOn: LocalDate;
  /** Positions (1 for the first) of the items to be fixed at once. */
  readonly immediateItems: readonly number[];
}

export async function importRound(context: Context, actor: Actor, given: RoundToImport): Promise<RoundDetail> {
  requireMay(actor, 'importRound');
  const { pool, now } = context;
  const id = await transaction(pool, (db) => writeRound(db, actor, given, now()));
  return round(context, actor, id);
}

/** Writes round, items and their first facts in the caller's transaction. */
export async function writeRound(db: Db, actor: Actor, given: RoundToImport, now: Instant): Promise<string> {
  const notice = readNotice(given.notice);
  refuseFaults(given, itemCount(notice));
  let roundId = newRoundId(now);
  while ((await readRound(db, roundId)) !== null) roundId = newRoundId(now);
  const items = newItems(roundId, notice);
  const title = given.title.trim();
  const sourceSha256 = createHash('sha256').update(given.source, 'utf8').digest('hex');
  await insertRound(db, {
    id: roundId,
    title,
    notice,
    source: given.source,
    sourceSha256,
    startsOn: given.startsOn,
    policy: defaultPolicy,
    calendar: china,
    itemCount: items.length,
    createdAt: now,
  });
  await insertItems(db, items, now);
  const by = actor.personId;
  const commandId = newCommandId('import');
  for (const item of items) {
    const { number, title } = item;
    const immediate = given.immediateItems.includes(item.position);
    const event: ItemEvent = { type: 'imported', seq: 1, at: now, by, commandId, number, title, immediate };
    await appendEvents(db, item.id, [event]);
    await projectItem(db, itemFrom(roundId, item.id, [event]), null, now);
  }
  const data = { title, items: items.length, sourceSha256 };
  await insertRecordEvent(db, { kind: 'roundImported', recordId: roundId, at: now, by, data });
  return roundId;
}

function refuseFaults({ title, source, startsOn, immediateItems }: RoundToImport, count: number): void {
  const faults = [];
  if (title.trim() === '' || title.length > 200)
    faults.push({ path: 'title', allowed: '1–200', given: String(title.length) });
  if (source.trim() === '') faults.push({ path: 'source', allowed: '≥ 1', given: '' });
  if (!isLocalDate(startsOn)) faults.push({ path: 'startsOn', allowed: 'YYYY-MM-DD', given: startsOn });
  const strange = immediateItems.filter((position) => position < 1 || position > count);
  if (strange.length > 0) faults.push({ path: 'immediateItems', allowed: `1–${count}`, given: strange.join(', ') });
  if (faults.length > 0) throw new Refused({ code: 'badInput', faults });
}

/** In the order of the document; a number names the part and the place within it, a flat list only the place. */
function newItems(roundId: string, notice: Notice): NewItem[] {
  const count = itemCount(notice);
  const isFlat = notice.parts.length === 1 && notice.parts[0]?.heading === null;
  return notice.parts
    .flatMap((part, partIndex) =>
      part.items.map((item, index) => ({
        item,
        part: part.heading ?? '',
        number: isFlat ? String(index + 1) : `${partIndex + 1}.${index + 1}`,
      })),
    )
    .map(({ item, part, number }, index) => {
      const id = itemIdAt(roundId, index + 1, count);
      return {
        id,
        roundId,
        position: index + 1,
        number,
        printedNumber: item.number ?? '',
        part,
        group: item.group ?? null,
        title: item.title,
        sourceMeasures: item.measures,
        item: blankItem(roundId, id),
      };
    });
}
