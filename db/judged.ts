/**
 * The light and whose turn it is, in SQL: the same derivation as core/light.ts, for filters and counts over many items.
 *
 * A test compares the two on items of every state; core is the authority.
 */

/** `FROM item …` with `judged.due_on`, `judged.light` and `judged.waiting_on` beside each item, as of the day `today`. */
export const judged = (today: string): string => `
  FROM item JOIN round ON round.id = item.round_id
  CROSS JOIN LATERAL (
    SELECT coalesce(
      item.projection -> 'interim' ->> 'checkpointOn',
      item.projection -> 'standing' ->> 'reviewOn',
      item.projection ->> 'dueOn'
    )::date AS due_on
  ) AS date
  CROSS JOIN LATERAL (
    SELECT date.due_on,
      CASE
        WHEN item.state IN ('closed', 'cancelled') THEN 'done'
        WHEN item.state = 'draft' OR date.due_on IS NULL THEN 'idle'
        WHEN item.state IN ('submitted', 'endorsed')
          AND ((item.projection -> 'application' ->> 'at')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date <= date.due_on
          THEN 'green'
        WHEN ${today} > date.due_on THEN 'red'
        WHEN date.due_on - ${today} <= (round.policy ->> 'yellowWithinDays')::integer THEN 'yellow'
        ELSE 'green'
      END AS light,
      CASE item.state
        WHEN 'draft' THEN 'admin'
        WHEN 'disowned' THEN 'admin'
        WHEN 'assigned' THEN 'unit'
        WHEN 'planned' THEN 'leadLeader'
        WHEN 'submitted' THEN
          CASE round.policy ->> 'closureReview' WHEN 'endorseThenApprove' THEN 'leadLeader' ELSE 'inspectionOffice' END
        WHEN 'endorsed' THEN 'inspectionOffice'
        WHEN 'interim' THEN 'time'
        WHEN 'standing' THEN 'time'
        WHEN 'inProgress' THEN
          CASE WHEN item.projection ->> 'extensionRequest' IS NULL THEN 'unit' ELSE 'inspectionOffice' END
        WHEN 'reopened' THEN
          CASE WHEN item.projection ->> 'extensionRequest' IS NULL THEN 'unit' ELSE 'inspectionOffice' END
      END AS waiting_on
  ) AS judged`;
