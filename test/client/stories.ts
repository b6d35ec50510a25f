/** Puts items with a told life into the ledger, as import, launch and commits would have left them. */
import { randomUUID } from 'node:crypto';
import { adminUrlOf } from '../support/ledger.ts';
import { leaveLetters } from '../support/letters.ts';
import type { Story } from '../support/story.ts';
import { blankItem } from '../../core/item/blank-item.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { Notice } from '../../core/round/notice.ts';
import type { Policy } from '../../core/rules/policy.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { china } from '../../core/rules/china.ts';
import type { RoundState } from '../../core/round/round.ts';
import { insertItems } from '../../db/items.ts';
import type { Instant } from '../../core/time.ts';
import { appendFacts, projectItem } from '../../db/ledger.ts';
import { transaction, withConnection, type Pool } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { insertRound } from '../../db/rounds.ts';

const emptyNotice: Notice = {
  title: null,
  organ: null,
  roundLabel: null,
  inspectionTeam: null,
  inspectedBody: null,
  dates: { inspection: null, feedback: null, rectification: null, published: null },
  parts: [],
  contact: { phone: null, address: null, postcode: null, email: null },
  warnings: [],
};

export interface ToldRound {
  readonly roundId: string;
  readonly itemIds: readonly string[];
}

/** One item for each story, in their order. */
export async function tellRound(
  pool: Pool,
  stories: readonly Story[],
  { state = 'running', policy = defaultPolicy }: { state?: RoundState; policy?: Policy } = {},
): Promise<ToldRound> {
  const roundId = `r-${randomUUID().slice(0, 8)}`;
  const itemIds = stories.map((_, index) => `${roundId}-${String(index + 1).padStart(2, '0')}`);
  const at = '2026-01-05T02:00:00.000Z';
  await transaction(pool, async (db) => {
    await insertRound(db, {
      id: roundId,
      title: '云岭县水利局整改',
      notice: emptyNotice,
      source: '文',
      sourceSha256: '0'.repeat(64),
      startsOn: '2026-01-05',
      policy,
      calendar: china,
      calendarVersion: 1,
      itemCount: stories.length,
      createdAt: at,
    });
    await db.query('UPDATE round SET state = $2, open_count = item_count WHERE id = $1', [roundId, state]);
    const items = itemIds.map((id, index) => ({
      id,
      roundId,
      position: index + 1,
      number: `1.${index + 1}`,
      printedNumber: '（一）',
      part: '一、资产管理方面',
      group: null,
      title: `问题之${index + 1}`,
      sourceMeasures: ['逐项登记资产'],
      item: blankItem(roundId, id),
    }));
    await insertItems(db, items);
    for (const [index, story] of stories.entries()) {
      const itemId = itemIds[index] ?? '';
      const facts = story.events.map((event) => ({ event, sealed: null }));
      await appendFacts(db, itemId, null, facts);
      await projectItem(db, itemFrom(roundId, itemId, story.events), { policy, calendar: china });
    }
  });
  return { roundId, itemIds };
}

/** A life with files and letters, as import, commits and mails would have left it. */
export async function tellWhole(pool: Pool, story: Story): Promise<string> {
  const { itemIds } = await tellRound(pool, [story]);
  const [itemId = ''] = itemIds;
  await withConnection(adminUrlOf(pool), async (owner) => {
    await owner.query('UPDATE item SET title = body ->> $1 FROM event WHERE item_id = item.id AND event.seq = 1', [
      'title',
    ]);
    await owner.query(
      `UPDATE round SET source_sha256 = encode(sha256(convert_to(source, 'UTF8')), 'hex') WHERE source_sha256 LIKE '000%'`,
    );
  });
  await transaction(pool, async (db) => {
    const { rows } = await db.query<{ id: string; sourceSha256: string; at: Instant }>(
      `SELECT id, source_sha256 AS "sourceSha256", created_at AS at FROM round
       WHERE NOT EXISTS (SELECT FROM record_event WHERE record_id = round.id)`,
    );
    for (const { id, sourceSha256, at } of rows)
      await insertRecordEvent(db, { kind: 'roundImported', recordId: id, at, by: 'zhao', data: { sourceSha256 } });
  });
  await leaveLetters(pool, itemId.slice(0, itemId.lastIndexOf('-')), itemId, story.events);
  return itemId;
}
/** The document that the round was made of, as if it had been read: one part with so many items. */
export const tellDocument = async (pool: Pool, roundId: string, items: number): Promise<void> => {
  await pool.query(
    `UPDATE round SET notice = notice || jsonb_build_object('organ', '中共云岭县水利局党组', 'parts', jsonb_build_array(
       jsonb_build_object('number', '一', 'heading', '一、资产管理方面', 'items', (
         SELECT jsonb_agg(jsonb_build_object('number', null, 'title', '问题之' || position, 'measures', '[]'::jsonb) ORDER BY position)
         FROM generate_series(1, $2) AS position)))) WHERE id = $1`,
    [roundId, items],
  );
};
