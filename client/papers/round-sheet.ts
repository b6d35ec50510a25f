/** Lists and ledgers of a round as files: of the items that the reader may see, and of no others. */
import { requireMay, type Context } from '../context.ts';
import { pagesOf } from '../pages.ts';
import { xlsxMediaType, type Paper } from './paper.ts';
import { paperName } from '../../documents/paper/file-name.ts';
import { namesSeen } from '../people/directory.ts';
import { before } from '../items/facts-before.ts';
import { livesOfRound } from '../items/lives.ts';
import { newestReport } from '../items/newest-report.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import { itemFactsOf, knownOf, type Known } from './item-facts.ts';
import { writeAside } from './write-aside.ts';
import type { Actor } from '../../core/actor.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { Locale } from '../../core/locale.ts';
import type { RoundSheet } from '../../core/round/sheets.ts';
import { endOfDay, instant, localDate, millis, type Instant, type LocalDate } from '../../core/time.ts';
import { newestReports } from '../../db/events.ts';
import { itemsOfRoundAfter } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';
import { readRound, type RoundRow } from '../../db/rounds.ts';
import type { ItemFacts } from '../../documents/sheets/facts.ts';

const pageLength = 500;

export interface SheetAsk {
  readonly sheet: RoundSheet;
  /** As of the end of this day; as of now where nothing is said. */
  readonly on?: LocalDate | undefined;
}

/** @throws Refused notFound, dayNotCome */
export async function roundSheet(
  context: Context,
  actor: Actor,
  roundId: string,
  { sheet, on }: SheetAsk,
  locale: Locale,
): Promise<Paper> {
  requireMay(actor, 'readRounds');
  const unitId = scopeOf(actor);
  const round = await readRound(context.pool, roundId);
  if (round === null) throw notFound('round', roundId);
  const now = context.now();
  const today = localDate(now);
  if (on !== undefined && on > today) throw new Refused({ code: 'dayNotCome', given: on, today });
  const isPast = on !== undefined && on < today;
  const asOf = isPast ? instant(millis(endOfDay(on)) - 1) : now;
  const seen = seenBy(context.pool, actor);
  const known = knownOf(await namesSeen(seen), locale);
  const items = isPast
    ? await itemFactsThen(seen, round, unitId, known, asOf)
    : await itemFacts(seen, round, unitId, known, asOf);
  // A round without an item of the reader's unit is not there for them.
  if (items.length === 0) throw notFound('round', roundId);
  const unit = unitId === null ? null : known.unit(unitId);
  const facts = { locale, round: round.title, unit, asOf, items };
  const title = `${round.title} ${catalogue(locale).papers[sheet]} ${localDate(asOf)}`;
  return {
    name: paperName(title, 'xlsx'),
    mediaType: xlsxMediaType,
    bytes: await writeAside({ file: 'roundSheet', sheet, facts }),
  };
}

/** From the facts of then. Whose items these are is asked of today: a past day shows nobody more. */
async function itemFactsThen(
  db: Db,
  round: RoundRow,
  unitId: string | null,
  known: Known,
  asOf: Instant,
): Promise<readonly ItemFacts[]> {
  const told: ItemFacts[] = [];
  for await (const { printed, facts } of livesOfRound(db, round.id, unitId)) {
    const then = before(facts, endOfDay(localDate(asOf)));
    if (then.length === 0) continue;
    const item = itemFrom(round.id, printed.id, then);
    told.push(itemFactsOf({ ...printed, item }, newestReport(then)?.text, round, known, asOf));
  }
  return told;
}

/** Page by page, so that of a large round never more than its facts are held. */
async function itemFacts(
  db: Db,
  round: RoundRow,
  unitId: string | null,
  known: Known,
  asOf: Instant,
): Promise<readonly ItemFacts[]> {
  const read = (position: number) => itemsOfRoundAfter(db, round.id, unitId, position, pageLength);
  const facts: ItemFacts[] = [];
  for await (const page of pagesOf(0, read, ({ position }) => position)) {
    const reports = await newestReports(
      db,
      page.map(({ id }) => id),
    );
    facts.push(...page.map((record) => itemFactsOf(record, reports.get(record.id), round, known, asOf)));
  }
  return facts;
}
