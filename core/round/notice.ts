/** What a feedback document or a progress notice says, as plain JSON. Null is what the text does not say. */
import type { Grounds, TellableDuty } from './grounds.ts';

/** Where an item stands by its own words; see `docs/lifecycle` for the states these lead to. */
export type NoticeStatus = 'done' | 'interim' | 'ongoing' | 'standing' | 'notDone';

/** One finding, and what was done about it. */
export interface NoticeItem {
  /** The mark as it stands, without the point or comma after it: "（一）", "(一)", "1", "问题1". Null where there is none. */
  readonly number: string | null;
  readonly title: string;
  /** The headings between part and item, outermost first, joined with " / ". */
  readonly group?: string;
  readonly status?: NoticeStatus;
  /** One text per measure, without its mark; empty where the text tells of a problem and nothing done. */
  readonly measures: readonly string[];
}

/** A section that holds items. A flat list is one part whose number and heading are null. */
export interface NoticePart {
  readonly number: string | null;
  /** The heading with its mark: "一、……方面". */
  readonly heading: string | null;
  readonly items: readonly NoticeItem[];
}

/** ISO 8601 dates ("2024-07-08", "2024-07", "2024") or intervals ("2024-03/2024-05", "2024-07-09/"), as exact as the text. */
export interface NoticeDates {
  readonly inspection: string | null;
  readonly feedback: string | null;
  readonly rectification: string | null;
  readonly published: string | null;
}

export interface NoticeContact {
  /** Several numbers are joined with "、". */
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
}

/** What a count in the text counts. */
export type Counted = 'parts' | 'items' | 'measures' | NoticeStatus;

/** What a reader should look at again: a code with its facts. Sentences are made beside the parser. */
export type NoticeWarning =
  | { readonly code: 'noItems' }
  | { readonly code: 'yearUnknown'; readonly field: keyof NoticeDates; readonly text: string }
  | { readonly code: 'dateInvalid'; readonly text: string }
  | { readonly code: 'countDiffers'; readonly counted: Counted; readonly stated: number; readonly found: number }
  | { readonly code: 'sumDiffers'; readonly stated: number; readonly sum: number }
  | { readonly code: 'rateDiffers'; readonly statedPercent: number; readonly computedPercent: number }
  /** A list of what was done has other numbers than the list of findings above it, and belongs to none of them. */
  | { readonly code: 'listsDiffer'; readonly list: string; readonly stated: number; readonly found: number }
  /** The row of a finding says nothing of what was done, and the row above it does: the cell may cover both. */
  | { readonly code: 'cellEmpty'; readonly finding: string; readonly above: string }
  /** A line that reads as the head of a table, and no table: its rows fell apart into lines. */
  | { readonly code: 'tableTorn'; readonly line: number; readonly head: string }
  | { readonly code: 'numberSkipped'; readonly after: string; readonly found: string };

/**
 * Who answers for an item and by when, as plans, lists and tables of duties say it, in their own words. Null is what
 * the text does not say; several names of one kind are joined with "、".
 */
export interface Responsibility {
  /** The item's position over all parts, 1 for the first of the document. */
  readonly position: number;
  /** 责任领导, 牵头领导, 分管领导: a name or an office. */
  readonly leader: string | null;
  /** 责任人, 具体负责人. */
  readonly owner: string | null;
  /** 牵头单位, else 责任单位, 责任科室. */
  readonly unit: string | null;
  /** 配合单位, 协办单位; beside a 牵头单位 those under 责任单位 too. */
  readonly supportingUnits: readonly string[];
  /** "2025年9月底前", "立行立改". */
  readonly dueText: string | null;
  /** The latest day, month or year that `dueText` names: "2025-09-30", "2025-09", "2025". Null where it names none. */
  readonly dueOn: string | null;
  /** How sure the year of `dueOn` is: named, or the first after the feedback in which such a day comes. */
  readonly dueYear: 'read' | 'inferred' | null;
  /** What no label says: a sentence tells it (由保护站牵头，林业局配合). Absent where labels say all. */
  readonly inferred?: readonly TellableDuty[];
}

/** A sentence of the document that went into none of the fields, as it stands. */
export interface Unplaced {
  /** The line of the source, 1 for the first; of a paragraph over several lines the first one. */
  readonly line: number;
  readonly text: string;
}

/** A document, read. Every sentence of it ends in one of the fields or in `unplaced`. */
export interface Notice {
  readonly title: string | null;
  readonly organ: string | null;
  readonly roundLabel: string | null;
  readonly inspectionTeam: string | null;
  readonly inspectedBody: string | null;
  readonly dates: NoticeDates;
  readonly parts: readonly NoticePart[];
  readonly contact: NoticeContact;
  readonly warnings: readonly NoticeWarning[];
  /** In the order of the items, those alone of whom something is said. Absent where nothing is. */
  readonly responsibilities?: readonly Responsibility[];
  /** What was read and belongs to no field, in the order of the document. Absent where there is nothing. */
  readonly unplaced?: readonly Unplaced[];
  /** Where the document says each of these fields, and how sure that is. Only what was just read has them. */
  readonly grounds?: Grounds;
}

/** The same for people and pipes: warnings are sentences. */
export interface NoticeJson extends Omit<Notice, 'warnings'> {
  readonly warnings: readonly string[];
}
