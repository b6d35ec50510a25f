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

/** So many pages of the table are looked into for a guess, and so many must hold the words: the items of a round lie together. */
const sampled = { pages: 32, holding: 3 } as const;

export async function findWords(db: Db, search: WordSearch): Promise<Found> {
  if (db.isOfUnit === true) return found(await db.query<{ id: string }>(behindTheWall(search)));
  const { text, values } = conditionOf(search);
  const query = { text: `SELECT item_id AS id FROM item_words WHERE ${text}`, values };
  if ((await expectedRows(db, query)) > surelyMany) return { are: 'many' };
  if (isForeseenBadly(search) && (await sampledRows(db, { text, values })) > surelyMany) return { are: 'many' };
  return found(await db.query<{ id: string }>({ ...query, text: `${query.text} LIMIT ${mostFound + 1}` }));
}

const found = ({ rows }: { readonly rows: readonly { readonly id: string }[] }): Found =>
  rows.length > mostFound ? { are: 'many' } : { are: 'few', ids: rows.map(({ id }) => id) };

const conditionOf = (search: WordSearch): Query =>
  queryOf((value) => {
    const keys = search.words.map((word) => `search_keys(${comparable(word, value)})`);
    return `${holdsWords(search.words, value)} AND keys @> (${[...keys, `${value(ownersOf(search))}::text[]`].join(' || ')})`;
  });

/** To a reader for one unit the index is closed, but for this way through the wall (`0016_words_behind_the_wall.sql`). */
const behindTheWall = (search: WordSearch): Query => ({
  text: `SELECT id FROM items_with_words($1, $2, ${mostFound + 1}) AS id`,
  values: [search.words, ownersOf(search)],
});

/** Whose the item must be, as the keys have it. */
const ownersOf = ({ unitIds, roundId }: WordSearch): string[] => [
  ...unitIds.map((unitId) => `unit:${unitId}`),
  ...(roundId === null ? [] : [`round:${roundId}`]),
];

/**
 * The planner takes pairs for strangers: of a long word that stands in a tenth of all items it expects a handful, and the index
 * would gather every one of them. Within a unit or a round the index has little to gather.
 */
const isForeseenBadly = ({ words, unitIds, roundId }: WordSearch): boolean =>
  words.join('').length > 2 && unitIds.length === 0 && roundId === null;

/** As a few pages of the table, always the same, bear it out; 0 where too few of them do. */
async function sampledRows(db: Db, { text, values }: Query): Promise<number> {
  const allPages = `(SELECT greatest(relpages, 1) FROM pg_class WHERE oid = 'item_words'::regclass)`;
  const { rows } = await db.query<{ hits: number; pages: number; share: number }>(
    `SELECT count(*)::integer AS hits, count(DISTINCT (ctid::text::point)[0])::integer AS pages,
            least(1, ${sampled.pages}::float8 / ${allPages}) AS share
     FROM item_words TABLESAMPLE SYSTEM (least(100, ${sampled.pages * 100}::float8 / ${allPages})) REPEATABLE (0)
     WHERE ${text}`,
    values,
  );
  const { hits, pages, share } = onlyRow(rows);
  return pages < sampled.holding ? 0 : hits / share;
}

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
