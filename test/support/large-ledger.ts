/**
 * A ledger as it stands after years, made by SQL: many rounds completed, some under way, items in every state and with every
 * light, told by real lives that are copied from round to round.
 */
import pg from 'pg';
import { inState, launched, type Story } from './story.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { projected } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';
import { addDays, at, type LocalDate } from '../../core/time.ts';

/** The day on which the ledger is looked at. */
export const today: LocalDate = '2026-07-21';
export const itemsPerRound = 200;

/** Two of ten rounds are under way; their items became due, or become due, around today. */
const runningShare = 0.2;

/** Units beside those of the cast, each with a handler, so that a unit holds a small share of the ledger. */
const otherUnits = 16;

const cohorts: readonly LocalDate[] = ['2026-01-05', '2026-01-26', '2026-02-09', '2026-04-13', '2026-06-15'];

/** What becomes of ten items of a round under way, and of ten of a completed one. */
function lives(launchedOn: LocalDate): readonly Story[] {
  const start = { launchedOn };
  const worked = (days: number) => inState('inProgress', start).passUntil(addDays(launchedOn, days));
  return [
    launched(start),
    inState('planned', start),
    worked(30),
    worked(60),
    inState('inProgress', start).act('requestExtension'),
    inState('submitted', start),
    inState('endorsed', start),
    inState('closed', start),
    inState('closed', start),
    inState('interim', start),
  ];
}

const done = (): readonly Story[] => [
  ...Array.from({ length: 9 }, () => inState('closed', { launchedOn: '2025-01-06' })),
  inState('cancelled', { launchedOn: '2025-01-06' }),
];

const subjects = '固定资产 专项资金 公务用车 物资采购 工程项目 河道采砂 水库移民 会议记录 合同管理 档案资料'.split(' ');
const faults = '未登记入账 管理不规范 审批手续不全 监督缺位 超标准列支 长期闲置 台账不清 整改不到位'.split(' ');
const details = '涉及资金三万元 责任未落实 制度未更新 公示不及时 验收走过场 底数不明 会签缺失'.split(' ');

/**
 * @param url the owner's: what PostgreSQL does by itself within minutes, counting and cleaning, is done at once
 * @param rounds of {@link itemsPerRound} items each
 */
export async function fillLedger(url: string, rounds: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await insertAll(owner, rounds);
  // The sums of a round lie side by side, as folding leaves them.
  await owner.query('CLUSTER item_tally USING item_tally_round');
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
}

async function insertAll(db: Db, rounds: number): Promise<void> {
  const running = Math.round(rounds * runningShare);
  const templates = [done(), ...cohorts.map(lives)].flatMap((stories, cohort) =>
    stories.map(({ item, events }, life) => ({ cohort, life, item, events })),
  );
  await db.query(
    `INSERT INTO unit (id, name, position) SELECT 'unit-' || n, '第' || n || '科', n FROM generate_series(1, $1) AS n`,
    [otherUnits],
  );
  await db.query(
    `INSERT INTO person (id, name, email, roles, unit_id)
     SELECT role.id || n, role.name || n, role.id || n || '@yunling.example', role.roles::text[], 'unit-' || n
     FROM generate_series(1, $1) AS n,
       (VALUES ('handler-', '经办', '{staff}'), ('leader-', '领导', '{supervisor}')) AS role (id, name, roles)`,
    [otherUnits],
  );
  await db.query(
    `INSERT INTO round (id, title, state, notice, source, source_sha256, starts_on, policy, calendar, item_count,
                        started_count, open_count, created_at, launched_at)
     SELECT 'r-' || lpad(n::text, 5, '0'), '第' || n || '轮整改', CASE WHEN n > $2 THEN 'running' ELSE 'completed' END,
            jsonb_build_object('parts', '[]'::jsonb, 'text', repeat('整改事项', 2000)), repeat('整改事项', 2000), '', '2025-01-06',
            $3, $4, $5, $5, 0, $6::timestamptz + n * interval '1 hour', $6::timestamptz + n * interval '1 hour'
     FROM generate_series(1, $1::integer) AS n`,
    [
      rounds,
      rounds - running,
      JSON.stringify(defaultPolicy),
      JSON.stringify(china),
      itemsPerRound,
      at('2025-01-06', '09:00'),
    ],
  );
  await db.query(
    `INSERT INTO item (id, round_id, position, number, printed_number, part, title, state, seq, unit_id, handler_id,
                       lead_leader_id, due_on, first_due_on, projection)
     SELECT place.id, place.round_id, place.position, place.number, '（' || place.position || '）', '一、工程管理方面',
            place.title, life.item ->> 'state', (life.item ->> 'seq')::integer, owner.unit_id, owner.handler_id, owner.leader_id,
            (life.item ->> 'dueOn')::date, (life.item ->> 'firstDueOn')::date,
            life.item || jsonb_build_object('roundId', place.round_id, 'itemId', place.id, 'number', place.number,
              'unitId', owner.unit_id, 'handlerId', owner.handler_id, 'leadLeaderId', owner.leader_id)
     FROM (
       SELECT 'r-' || lpad(n::text, 5, '0') AS round_id, 'r-' || lpad(n::text, 5, '0') || '-' || lpad(p::text, 3, '0') AS id,
              p AS position, '1.' || p AS number, (n * 7 + p) % $5 AS unit,
              CASE WHEN n > $2 THEN 1 + n % $3 ELSE 0 END AS cohort, (p * 7 + n) % 10 AS life,
              ($6::text[])[1 + (n + p) % 10] || ($7::text[])[1 + (n * 3 + p) % 8] || '，' || ($8::text[])[1 + (n * 5 + p) % 7]
                || '，编号' || n * 1000 + p AS title
       FROM generate_series(1, $1::integer) AS n, generate_series(1, $9::integer) AS p
     ) AS place
     JOIN jsonb_to_recordset($4::jsonb) AS life (cohort integer, life integer, item jsonb) USING (cohort, life)
     CROSS JOIN LATERAL (SELECT
       CASE WHEN unit < $5 - 2 THEN 'unit-' || unit + 1 WHEN unit = $5 - 2 THEN 'finance' ELSE 'works' END AS unit_id,
       CASE WHEN unit < $5 - 2 THEN 'handler-' || unit + 1 WHEN unit = $5 - 2 THEN 'wang' ELSE 'gao' END AS handler_id,
       CASE WHEN unit < $5 - 2 THEN 'leader-' || unit + 1 ELSE 'zhang' END AS leader_id
     ) AS owner
     ORDER BY place.round_id, place.position`,
    [
      rounds,
      rounds - running,
      cohorts.length,
      JSON.stringify(templates.map(({ cohort, life, item }) => ({ cohort, life, item: projected(item) }))),
      otherUnits + 2,
      subjects,
      faults,
      details,
      itemsPerRound,
    ],
  );
  await db.query(
    `INSERT INTO event (item_id, seq, type, at, by, body, previous, hash)
     SELECT item.id, (event ->> 'seq')::integer, event ->> 'type', (event ->> 'at')::timestamptz, event ->> 'by', event, '', ''
     FROM item
     JOIN round ON round.id = item.round_id
     JOIN jsonb_to_recordset($1::jsonb) AS life (cohort integer, life integer, events jsonb)
       ON life.life = (item.position * 7 + substr(round.id, 3)::integer) % 10
       AND life.cohort = CASE WHEN round.state = 'running' THEN 1 + substr(round.id, 3)::integer % $2 ELSE 0 END
     CROSS JOIN LATERAL jsonb_array_elements(life.events) AS event`,
    [JSON.stringify(templates.map(({ cohort, life, events }) => ({ cohort, life, events }))), cohorts.length],
  );
}
