/** What lists and ledgers are made of: plain facts with names for ids, gathered by whoever hands them out. */
import type { ItemState } from '../../core/item/item.ts';
import type { Light } from '../../core/item/light.ts';
import type { Party, WantedAct } from '../../core/item/turn.ts';
import type { Locale } from '../../core/locale.ts';
import type { Instant, LocalDate } from '../../core/time.ts';

export interface SheetFrame {
  readonly locale: Locale;
  readonly round: string;
  /** The only unit whose items are told; null for all of the round. */
  readonly unit: string | null;
  readonly asOf: Instant;
}

export interface RoundFacts extends SheetFrame {
  /** As printed in the document. */
  readonly items: readonly ItemFacts[];
}

export interface ItemFacts {
  readonly number: string;
  readonly part: string;
  readonly group: string | null;
  readonly title: string;
  /** To be put right at once 立行立改. */
  readonly immediate: boolean;
  readonly state: ItemState;
  readonly light: Light;
  /** Names; null while nobody carries it. */
  readonly unit: string | null;
  readonly handler: string | null;
  readonly leadLeader: string | null;
  readonly liaison: string | null;
  readonly signDueOn: LocalDate | null;
  readonly planDueOn: LocalDate | null;
  readonly firstDueOn: LocalDate | null;
  /** The date the item is judged by now: due date, checkpoint or review. */
  readonly dueOn: LocalDate | null;
  /** Negative when overdue. */
  readonly workingDaysLeft: number | null;
  readonly turn: TurnFacts | null;
  readonly extensions: number;
  readonly rootCause: string | null;
  /** Of the plan; empty before there is one. */
  readonly measures: readonly MeasureFacts[];
  /** The newest report. */
  readonly progress: string | null;
  /** What the unit says was done, of the present application. */
  readonly statement: string | null;
  readonly evidence: readonly string[];
  readonly applied: DeedFacts | null;
  readonly endorsed: DeedFacts | null;
  /** Closed, or accepted as interim or standing. */
  readonly decided: DeedFacts | null;
  /** Years under its dates that nobody has published. */
  readonly unpublishedYears: readonly string[];
}

export interface TurnFacts {
  readonly party: Party;
  /** The one person, or the units one under the other, by name; null where anybody of the party may act. */
  readonly who: string | null;
  readonly act: WantedAct | null;
  readonly dueOn: LocalDate | null;
}

export interface MeasureFacts {
  /** 1 for the first. */
  readonly number: number;
  readonly text: string;
  readonly owner: string | null;
  readonly dueOn: LocalDate | null;
  /** Names of the files that prove it. */
  readonly evidence: readonly string[];
  /** Why there is none, in the applicant's words. */
  readonly unproven: string | null;
}

export interface DeedFacts {
  readonly by: string;
  readonly on: LocalDate;
  /** Empty where nothing was said. */
  readonly opinion: string;
}

/** Everything of one item: what a reviewer is handed. */
export interface ReviewFacts extends Omit<SheetFrame, 'unit'> {
  readonly item: ItemFacts;
  readonly files: readonly FileFacts[];
  readonly timeline: readonly TimelineFacts[];
  readonly letters: readonly LetterFacts[];
}

export interface FileFacts {
  readonly name: string;
  /** Numbers of the measures that it proves. */
  readonly measures: readonly string[];
  readonly aboutOn: LocalDate | null;
  readonly by: string;
  readonly at: Instant;
  readonly sha256: string;
}

export interface TimelineFacts {
  readonly seq: number;
  readonly at: Instant;
  /** Null when the clock did it. */
  readonly by: string | null;
  /** A sentence in the reader's language. */
  readonly text: string;
}

export interface LetterFacts {
  /** What its kind is called in the reader's language. */
  readonly name: string;
  /** Null for one that has not left. */
  readonly year: number | null;
  readonly number: number | null;
  readonly issuedOn: LocalDate | null;
  /** Why it left to nobody, as a sentence; null for one that left or still may. */
  readonly void: string | null;
}
