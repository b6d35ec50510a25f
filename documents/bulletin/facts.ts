/** What a progress notice 整改进展情况通报 is made of: the document's own words, and how each of its items stands. */
import type { ItemState } from '../../core/item/item.ts';
import type { Locale } from '../../core/locale.ts';
import type { NoticeContact } from '../../core/round/notice.ts';
import type { LocalDate } from '../../core/time.ts';

export interface BulletinFacts {
  readonly locale: Locale;
  /** Who publishes: the inspected body. */
  readonly organ: string;
  /** 十四届县委第六轮; null where the document does not say. */
  readonly roundLabel: string | null;
  readonly team: string | null;
  readonly body: string | null;
  /** ISO 8601 dates or intervals, as exact as the document; see NoticeDates. */
  readonly inspection: string | null;
  readonly feedback: string | null;
  /** As of this day, which is also the date of the notice. */
  readonly on: LocalDate;
  readonly contact: NoticeContact;
  readonly parts: readonly BulletinPart[];
  /** Numbers of items of the ledger that the document does not have. */
  readonly strangers: readonly string[];
}

export interface BulletinPart {
  /** Without its mark; null where the document has none. */
  readonly heading: string | null;
  readonly items: readonly BulletinItem[];
}

export interface BulletinItem {
  /** By which a "no" names it: 2.3. */
  readonly number: string;
  readonly title: string;
  /** Null where the ledger has no such item. */
  readonly state: ItemState | null;
  /** The unit's own words of what was done, at its application for closure. */
  readonly statement: string | null;
  /** The newest report. */
  readonly progress: string | null;
  /** Of the plan. */
  readonly measures: readonly string[];
  /** Due date, checkpoint or review. */
  readonly dueOn: LocalDate | null;
}
