/** What a progress notice 整改进展情况通报 is made of: the document's own words, and how each of its items stands. */
import type { ItemState } from '../../core/item/item.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience } from '../../core/round/bulletin.ts';
import type { NoticeContact } from '../../core/round/notice.ts';
import type { LocalDate } from '../../core/time.ts';

export interface BulletinFacts {
  readonly locale: Locale;
  readonly audience: Audience;
  /** Who publishes: the inspected body. */
  readonly organ: string;
  /** 十四届县委第六轮; null where the document does not say. */
  readonly roundLabel: string | null;
  readonly team: string | null;
  readonly body: string | null;
  /** ISO 8601 dates or intervals, as exact as the document; see NoticeDates. */
  readonly inspection: string | null;
  readonly feedback: string | null;
  /** In place of the sentences on inspection and feedback; null for these. */
  readonly opening: string | null;
  /** The day whose figures are told. */
  readonly on: LocalDate;
  /** The date of the notice. */
  readonly datedOn: LocalDate;
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
  /** Null where the ledger has no such item. */
  readonly id: string | null;
  /** By which a "no" names it: 2.3. */
  readonly number: string;
  /** As this audience is told it. */
  readonly title: string;
  /** Null where the ledger has no such item. */
  readonly state: ItemState | null;
  /** The unit's own words of what was done, at its application for closure. */
  readonly statement: string | null;
  /** The newest report. */
  readonly progress: string | null;
  /** Of the plan. */
  readonly measures: readonly string[];
  /** What this audience is told instead of the unit's words; null for these. */
  readonly wording: { readonly result: string; readonly version: number } | null;
  /** Due date, checkpoint or review. */
  readonly dueOn: LocalDate | null;
  /** Whether this audience is told of it; of what is only proposed the notice waits for somebody's agreement. */
  readonly omission: 'proposed' | 'approved' | null;
  /** The facts that say so; null where none does. */
  readonly seqs: Readonly<Record<'state' | 'statement' | 'progress' | 'measures', number | null>>;
}
