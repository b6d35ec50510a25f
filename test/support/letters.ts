/** What the letters of these tests say. */
import type { ItemEvent } from '../../core/item/event.ts';
import type { LetterContents } from '../../core/item/letter.ts';
import { numberLetter } from '../../db/letters.ts';
import { transaction, type Pool } from '../../db/pool.ts';

export const letterContents: LetterContents = {
  name: { 'zh-CN': '提醒函', en: 'Reminder letter' },
  reason: null,
  unanswered: null,
  wantsAnswer: false,
  organ: '云岭县水务局整改办',
  contact: null,
  numberPrefix: '云水整督',
  itemNumber: '1.1',
  title: '固定资产未登记',
  round: '第五轮巡察反馈意见整改',
  responsibleUnit: '财务科',
  issuedOn: '2026-07-07',
  dueOn: '2026-07-06',
  firstDueOn: '2026-07-06',
  extensionsGranted: 0,
  extensionsRefused: 0,
  workingDaysOverdue: 1,
  state: 'inProgress',
  measures: 0,
  measuresWithoutEvidence: 0,
  level: 1,
  answerBy: '2026-07-10',
  next: null,
  policyVersion: 1,
  unpublishedYears: [],
};

/** Numbers each letter that the facts of a life call for, as the sender does when it leaves. */
export async function leaveLetters(
  pool: Pool,
  roundId: string,
  itemId: string,
  events: readonly ItemEvent[],
): Promise<void> {
  for (const event of events)
    if (event.type === 'escalated' && event.step.letter !== null) {
      const letter = { itemId, seq: event.seq, roundId, kind: event.step.letter, series: '', issuedAt: event.sendAt };
      await transaction(pool, (db) => numberLetter(db, { ...letter, contents: letterContents }));
    }
}
