/**
 * Items by the words in them. Letters and pairs of letters lead to the rows, which are then looked at: the pairs may all be there
 * without standing side by side.
 */
import { onlyRow, queryOf, type Db, type Query, type TakeValue } from './pool.ts';

export interface WordSearch {
  /** Each must occur in number, title, headings or id; one at least. */
  readonly words: readonly string[];
  /** Of which units alone; every one of them must be the item's. */
  readonly unitIds: readonly string[];
  readonly roundId: string | null;
}

/** In which items the words stand; or that they stand in more than are worth naming. */
export type Found = { readonly are: 'few'; readonly ids: readonly string[] } | { readonly are: 'many' };

/** Beyond these the items are walked in their order, and looked at one by one, until a page is full. */
export const mostFound = 400;
/** Of so many that are expected nobody looks whether they are few after all: gathering them takes longer than walking. */
const surelyMany = 5 * mostFound;

export async function findWords(db: Db, search: WordSearch): Promise<Found> {
  const query = wordsQuery(search);
  if ((await expectedRows(db, query)) > surelyMany) return { are: 'many' };
  const { rows } = await db.query<{ id: string }>({ ...query, text: `${query.text} LIMIT ${mostFound + 1}` });
  return rows.length > mostFound ? { are: 'many' } : { are: 'few', ids: rows.map(({ id }) => id) };
}

const wordsQuery = ({ words, unitIds, roundId }: WordSearch): Query =>
  queryOf((value) => {
    const keys = [
      ...words.map((word) => `search_keys(${comparable(word, value)})`),
      ...unitIds.map((unitId) => `ARRAY['unit:' || ${value(unitId)}]`),
      ...(roundId === null ? [] : [`ARRAY['round:' || ${value(roundId)}]`]),
    ];
    return `SELECT item_id AS id FROM item_words WHERE keys @> (${keys.join(' || ')}) AND ${holdsWords(words, value)}`;
  });

/** By the planner, in a blink. A wrong guess costs time and never an answer. */
async function expectedRows(db: Db, { text, values }: Query): Promise<number> {
  interface Explained {
    readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
  }
  const { rows } = await db.query<Explained>(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return onlyRow(rows)['QUERY PLAN'][0].Plan['Plan Rows'];
}

/** True where each of the words stands in the row of `item_words`. */
export const holdsWords = (words: readonly string[], value: TakeValue): string =>
  words.map((word) => `strpos(item_words.words, ${comparable(word, value)}) > 0`).join(' AND ');

const comparable = (word: string, value: TakeValue): string => `comparable(${value(word)})`;
