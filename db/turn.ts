/**
 * Whose turn it is, in SQL: core/item/turn.ts for lists over many items. Core is the authority, and a test of random lives
 * holds the two together.
 */
import type { Role } from '../core/actor.ts';

/**
 * True where it is this person's turn. The query has `item` and its `round`.
 *
 * @param actor an expression, as a rule a parameter, with the person as an `Actor` in JSON
 */
export function isTurnOf(actor: string): string {
  const personId = `${actor}::jsonb ->> 'personId'`;
  const unitId = `${actor}::jsonb ->> 'unitId'`;
  const is = (role: Role) => `${actor}::jsonb -> 'roles' ? '${role}'`;
  const did = (deed: string) => `item.projection -> '${deed}' ->> 'by' IS NOT DISTINCT FROM ${personId}`;
  const isHandler = `(${is('staff')} AND item.unit_id = ${unitId} AND item.handler_id = ${personId})`;
  const isLeadLeader = `(${is('supervisor')} AND item.lead_leader_id = ${personId})`;
  const isOutside = `((${actor}::jsonb ->> 'inInspectionOffice')::boolean AND (${is('supervisor')} OR ${is('admin')})
      AND item.unit_id IS DISTINCT FROM ${unitId} AND item.lead_leader_id IS DISTINCT FROM ${personId})`;
  const handedIn = `(${did('application')} OR EXISTS (
      SELECT FROM jsonb_array_elements(item.projection -> 'evidence') AS file WHERE file ->> 'by' = ${personId}))`;
  return `CASE
    WHEN item.projection ->> 'extensionRequest' IS NOT NULL THEN ${isOutside} AND NOT ${did('extensionRequest')}
    ELSE CASE item.state
      WHEN 'draft' THEN item.unit_id IS NULL AND ${is('admin')}
      WHEN 'disowned' THEN ${is('admin')}
      WHEN 'assigned' THEN ${isHandler}
      WHEN 'planned' THEN ${isLeadLeader} AND NOT ${did('plan')}
      WHEN 'inProgress' THEN ${isHandler}
      WHEN 'reopened' THEN ${isHandler}
      WHEN 'submitted' THEN NOT ${handedIn} AND
        CASE round.policy ->> 'closureReview' WHEN 'endorseThenApprove' THEN ${isLeadLeader} ELSE ${isOutside} END
      WHEN 'endorsed' THEN ${isOutside} AND NOT ${handedIn} AND NOT ${did('endorsement')}
      WHEN 'standing' THEN ${isHandler} AND ${isReviewOpen}
      ELSE false
    END
  END`;
}

/** The review of a standing task has come, and its unit has not said since how it stands. Moments compare as text. */
const isReviewOpen = `(
    SELECT max((step ->> 'at') COLLATE "C") FROM jsonb_array_elements(item.projection -> 'stepsTaken') AS step
    WHERE step ->> 'key' LIKE 'standingReview/%'
  ) > greatest(
    (item.projection -> 'standing' ->> 'at') COLLATE "C",
    (item.projection -> 'progress' ->> 'at') COLLATE "C"
  )`;
