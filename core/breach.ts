/** What an audit of the ledger can find: something is not what it was when it was written. */

/**
 * chain: a fact was changed, removed, added or moved · columns: what stands beside a fact says something else than the fact ·
 * item: an item is not what its facts make · letter: a letter without its fact, a fact without its letter, or a gap in the
 * numbers · source: the document of a round is not the one that was imported · file: evidence that is lost, or other bytes ·
 * mail: a mail that was sent, and nothing is left of what it said · record: as chain, of what happened to a round, a unit, a
 * person or to sign-ins · anchor: a chain is shorter or another than when it was anchored, or the anchor itself is
 */
export type BreachKind = 'chain' | 'columns' | 'item' | 'letter' | 'source' | 'file' | 'mail' | 'record' | 'anchor';

export interface Breach {
  readonly kind: BreachKind;
  /** Where: the id of the item, round, file, mail or record. */
  readonly id: string;
  /** The fact, or the number of the letter; null where the whole is meant. */
  readonly seq: number | null;
}
