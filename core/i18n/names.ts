/** What ids are called in a sentence. Facts carry ids; whoever shows a sentence knows the names. */
export interface Names {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
  /** A measure as people count it: its position in the plan, without the word. */
  readonly measure: (id: string) => string;
  /** A kind of letter that only the rules of the round have a name for. */
  readonly letter: (kind: string) => string;
}

const byId: Names = {
  person: (id) => id,
  unit: (id) => id,
  measure: (id) => /^m(\d+)$/.exec(id)?.[1] ?? id,
  letter: (kind) => kind,
};

/** Names with the ids themselves where nothing better is known. */
export const namesOf = (known: Partial<Names> = {}): Names => ({ ...byId, ...known });
