/** Where a document says what was read from it, and how sure that is. Plain JSON, beside the fields it speaks of. */

/**
 * Why a field is no more than inferred. sentence: told in running text, without mark or label; yearElsewhere: the date
 * has no year of its own; page: the page says it, not the document; rowAbove: its cell is empty; headingAbove: said of
 * all under a heading; otherList: said in a list that stands apart; due: said by the date it is due; composed: put
 * together from what stands in several places.
 */
export type Inference =
  'sentence' | 'yearElsewhere' | 'page' | 'rowAbove' | 'headingAbove' | 'otherList' | 'due' | 'composed';

export interface Ground {
  readonly sure: 'read' | 'inferred';
  /** The line of the source, 1 for the first; null where no single line says it. */
  readonly line: number | null;
  /** With `inferred` alone. */
  readonly why?: Inference;
}

export type FactName =
  | 'title'
  | 'organ'
  | 'roundLabel'
  | 'inspectionTeam'
  | 'inspectedBody'
  | 'inspection'
  | 'feedback'
  | 'rectification'
  | 'published'
  | 'phone'
  | 'address'
  | 'postcode'
  | 'email';

/** What a sentence may tell of who answers. */
export type TellableDuty = 'leader' | 'owner' | 'unit' | 'supportingUnits' | 'dueText';

/** `level` is the heading or aspect that an item stands under. */
export type ItemFieldName = 'title' | 'level' | 'status' | 'measures' | TellableDuty;

export interface ItemGrounds {
  /** The item's position over all parts, 1 for the first of the document. */
  readonly position: number;
  readonly fields: Readonly<Partial<Record<ItemFieldName, Ground>>>;
}

/** One ground for each field that says something. */
export interface Grounds {
  readonly facts: Readonly<Partial<Record<FactName, Ground>>>;
  readonly items: readonly ItemGrounds[];
  /** The counts of findings that the text states, in its order. */
  readonly counts: readonly (Ground & { readonly stated: number })[];
}
