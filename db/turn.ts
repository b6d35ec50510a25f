/**
 * Whose turn it is, in SQL: core/item/turn.ts for lists over many items. Core is the authority, and a test of random lives
 * holds the two together.
 *
 * The party that is to act stands in `item.turn_party`, set by place_item(); what is asked here is whether a person is of it.
 */
import { namesFile } from './evidence.ts';
import type { TakeValue } from './pool.ts';
import type { Actor, Role } from '../core/actor.ts';
import type { Party } from '../core/item/turn.ts';

/** The items that wait for a party this person is of. No item is in two of them: it waits for one party at a time. */
export interface Turns {
  /** Where an index finds them. */
  readonly condition: string;
  /** What makes each of those theirs to act on: it is not their own work, nor their own unit's where that must not judge. */
  readonly fits: readonly string[];
}

/** None for a person who is of no party. */
export function turnsOf(actor: Actor, value: TakeValue): Turns[] {
  const { personId, unitId, inInspectionOffice } = actor;
  const is = (role: Role) => actor.roles.includes(role);
  const waitsFor = (party: Party) => `item.turn_party = '${party}'`;
  const did = (deed: string) => `item.projection -> '${deed}' ->> 'by' IS NOT DISTINCT FROM ${value(personId)}`;
  const handedIn = `(${did('application')} OR EXISTS (
      SELECT FROM event AS file
      WHERE file.item_id = item.id AND ${namesFile} AND file.by = ${value(personId)}))`;
  const hasJudged = `(${did('endorsement')} OR EXISTS (
      SELECT FROM jsonb_array_elements(item.projection -> 'application' -> 'consents') AS consent
      WHERE consent ->> 'by' = ${value(personId)}))`;
  const turns: Turns[] = [];
  if (is('staff'))
    turns.push({
      condition: `${waitsFor('unit')} AND item.handler_id = ${value(personId)} AND item.unit_id = ${value(unitId)}`,
      fits: [],
    });
  if (is('supervisor'))
    turns.push({
      condition: `${waitsFor('leadLeader')} AND item.lead_leader_id = ${value(personId)}`,
      fits: [
        `NOT CASE
          WHEN item.projection ->> 'revision' IS NOT NULL THEN ${did('revision')}
          WHEN item.state = 'planned' THEN ${did('plan')}
          ELSE ${handedIn}
        END`,
      ],
    });
  if (is('supervisor') && unitId !== null)
    turns.push({
      condition: waitsFor('jointReviewers'),
      fits: [
        `${value(unitId)} = ANY(item.turn_units)`,
        `item.unit_id IS DISTINCT FROM ${value(unitId)}`,
        `item.lead_leader_id IS DISTINCT FROM ${value(personId)}`,
        `NOT (${handedIn} OR ${hasJudged})`,
      ],
    });
  if (inInspectionOffice && (is('supervisor') || is('admin')))
    turns.push({
      condition: waitsFor('inspectionOffice'),
      fits: [
        `item.unit_id IS DISTINCT FROM ${value(unitId)}`,
        `item.lead_leader_id IS DISTINCT FROM ${value(personId)}`,
        `NOT CASE
          WHEN item.projection ->> 'extensionRequest' IS NOT NULL THEN ${did('extensionRequest')}
          WHEN item.projection ->> 'pauseRequest' IS NOT NULL THEN ${did('pauseRequest')}
          ELSE ${handedIn} OR ${hasJudged}
        END`,
      ],
    });
  if (is('admin')) turns.push({ condition: waitsFor('admin'), fits: [] });
  return turns;
}
