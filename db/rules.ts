/** What the items of a round are judged by, as the ledger has it pinned. */
import type { Db } from './pool.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Instant, LocalDate } from '../core/time.ts';

export interface RulesRow {
  readonly policy: Rules['policy'];
  readonly calendar: WorkCalendar;
  readonly startsOn: LocalDate;
  readonly since: Instant | null;
}

export interface RoundRules {
  /** @throws when there is no such round */
  of(roundId: string): Rules;
}

export async function rulesOfRounds(db: Db, roundIds: readonly string[]): Promise<RoundRules> {
  const { rows } = await db.query<RulesRow & { readonly id: string }>(
    'SELECT id, policy, calendar, starts_on AS "startsOn", rules_since AS since FROM round WHERE id = ANY($1)',
    [roundIds],
  );
  const rules = new Map(rows.map((row) => [row.id, pinned(row)]));
  return {
    of(roundId) {
      const found = rules.get(roundId);
      if (found === undefined) throw new Error(`there is no round ${roundId}`);
      return found;
    },
  };
}

/** Years that are over need not travel with every item. */
export const pinned = ({ policy, calendar, startsOn, since }: RulesRow): Rules =>
  withSince({
    policy,
    calendar: Object.fromEntries(Object.entries(calendar).filter(([year]) => year >= startsOn.slice(0, 4))),
    since,
  });

/** A row as rules say it: where none took the place of others, there is no moment since when. */
export const withSince = <Row extends { readonly since: Instant | null }>({
  since,
  ...row
}: Row): Omit<Row, 'since'> & Pick<Rules, 'since'> => (since === null ? row : { ...row, since });
