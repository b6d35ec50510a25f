/** A document becomes a round: one draft item for each finding, all of them or none. */
import { createHash } from 'node:crypto';
import { requireMay, type Context } from '../context.ts';
import { itemIdAt, newRoundId } from '../ids.ts';
import { itemCount } from './notice-shape.ts';
import { refuseRepeated, textSha256 } from './repeated.ts';
import type { RoundToImport } from './round-bodies.ts';
import { refuseTooEarly } from './launch.ts';
import { round, type RoundDetail } from './rounds.ts';
import { policyOf } from '../policy.ts';
import { Refused } from '../refused.ts';
import { systemCommandId } from '../../core/ids.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { blankItem } from '../../core/item/blank-item.ts';
import type { Notice } from '../../core/round/notice.ts';
import { mostItems } from '../../core/round/round.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import type { Actor } from '../../core/actor.ts';
import { localDate, type Instant } from '../../core/time.ts';
import { newestCalendar } from '../../db/calendars.ts';
import { insertItems, type NewItem } from '../../db/items.ts';
import { appendFacts, projectItem } from '../../db/ledger.ts';
import { transaction, type Db } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { insertRound, isRoundId } from '../../db/rounds.ts';

/** @throws Refused alreadyImported, noticeWithoutItems, badInput for an item that is not there and for more items than a round may have */
export async function importRound(context: Context, actor: Actor, given: RoundToImport): Promise<RoundDetail> {
  requireMay(actor, 'importRound');
  const { pool, now } = context;
  const id = await transaction(pool, async (db) => {
    await refuseRepeated(db, given);
    return writeRound(db, actor, given, now());
  });
  return round(context, actor, id);
}

/** Writes round, items and their first facts in the caller's transaction. */
export async function writeRound(db: Db, actor: Actor, given: RoundToImport, now: Instant): Promise<string> {
  const { notice, title, source, file, leftOut = [] } = given;
  refuseFaults(given);
  const { years: calendar, version: calendarVersion } = await newestCalendar(db);
  // What a draft is judged by until somebody changes it.
  const rules = { policy: given.policy === undefined ? defaultPolicy : await policyOf(db, given.policy), calendar };
  refuseTooEarly(rules, given.startsOn, localDate(now));
  let roundId = newRoundId(now);
  while (await isRoundId(db, roundId)) roundId = newRoundId(now);
  const items = newItems(roundId, notice);
  const sourceSha256 = createHash('sha256').update(source, 'utf8').digest('hex');
  await insertRound(db, {
    id: roundId,
    title,
    notice,
    source,
    sourceSha256,
    startsOn: given.startsOn,
    ...rules,
    calendarVersion,
    itemCount: items.length,
    createdAt: now,
  });
  await insertItems(db, items);
  const by = actor.personId;
  const commandId = systemCommandId('import', roundId);
  for (const item of items) {
    const { number, title } = item;
    const immediate = given.immediateItems.includes(item.position);
    const event: ItemEvent = { type: 'imported', seq: 1, at: now, by, commandId, number, title, immediate };
    await appendFacts(db, item.id, null, [{ event, sealed: null }]);
    await projectItem(db, itemFrom(roundId, item.id, [event]), rules);
  }
  const data = {
    title,
    items: items.length,
    sourceSha256,
    textSha256: textSha256(source),
    ...(file === undefined ? {} : { file }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
  await insertRecordEvent(db, { kind: 'roundImported', recordId: roundId, at: now, by, data });
  return roundId;
}

function refuseFaults({ notice, immediateItems }: RoundToImport): void {
  const count = itemCount(notice);
  if (count === 0) throw new Refused({ code: 'noticeWithoutItems', warnings: notice.warnings });
  const strange = immediateItems.filter((position) => position > count);
  const faults = [
    ...(count > mostItems ? [{ path: 'notice.parts', allowed: `1–${mostItems}`, given: String(count) }] : []),
    ...(strange.length > 0 ? [{ path: 'immediateItems', allowed: `1–${count}`, given: strange.join(', ') }] : []),
  ];
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
