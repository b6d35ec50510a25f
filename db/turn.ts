/**
 * Whose turn it is, in SQL: core/item/turn.ts for lists over many items. Core is the authority, and a test of random lives
 * holds the two together.
 *
 * The party that is to act stands in `item.turn_party`, set by place_item(); what is asked here is whether a person is of it.
 */
import { namesFile } from './evidence.ts';
import type { TakeValue } from './pool.ts';
import { namesUnder, type Actor, type Role } from '../core/actor.ts';
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
  const { personId, roles, unitId, inInspectionOffice } = actor.standsFor ?? actor;
  const names = namesUnder(actor);
  const isForAnother = actor.standsFor !== undefined;
  const is = (role: Role) => roles.includes(role);
  const waitsFor = (party: Party) => `item.turn_party = '${party}'`;
  const isNamed = (by: string, forId: string) =>
    `(coalesce(${by} = ANY(${value(names)}), false) OR coalesce(${forId} = ANY(${value(names)}), false))`;
  const did = (deed: string) =>
    isNamed(`item.projection -> '${deed}' ->> 'by'`, `item.projection -> '${deed}' ->> 'forId'`);
  const handedIn = () =>
    `(${did('application')} OR EXISTS (
      SELECT FROM event AS file
      WHERE file.item_id = item.id AND ${namesFile} AND ${isNamed('file.by', `file.body ->> 'forId'`)}))`;
  const hasJudged = () =>
    `(${did('endorsement')} OR EXISTS (
      SELECT FROM jsonb_array_elements(item.projection -> 'application' -> 'consents') AS consent
      WHERE ${isNamed(`consent ->> 'by'`, `consent ->> 'forId'`)}))`;
  const isApart = () => [
    ...[unitId, actor.unitId].map((id) => `item.unit_id IS DISTINCT FROM ${value(id)}`),
    ...names.map((id) => `item.lead_leader_id IS DISTINCT FROM ${value(id)}`),
  ];
  const turns: Turns[] = [];
  if (is('staff'))
    turns.push({
      condition: `${waitsFor('unit')} AND item.handler_id = ${value(personId)} AND item.unit_id = ${value(unitId)}`,
      fits: isForAnother ? [`item.lead_leader_id IS DISTINCT FROM ${value(actor.personId)}`] : [],
    });
  if (is('supervisor'))
    turns.push({
      condition: `${waitsFor('leadLeader')} AND item.lead_leader_id = ${value(personId)}`,
      fits: [
        ...(isForAnother ? [`item.handler_id IS DISTINCT FROM ${value(actor.personId)}`] : []),
        `NOT CASE
          WHEN item.projection ->> 'revision' IS NOT NULL THEN ${did('revision')}
          WHEN item.state = 'planned' THEN ${did('plan')}
          ELSE ${handedIn()}
        END`,
      ],
    });
  if (is('supervisor') && unitId !== null && actor.unitId !== null)
    turns.push({
      condition: waitsFor('jointReviewers'),
      fits: [`${value(unitId)} = ANY(item.turn_units)`, ...isApart(), `NOT (${handedIn()} OR ${hasJudged()})`],
    });
  if (inInspectionOffice && actor.inInspectionOffice && (is('supervisor') || is('admin')))
    turns.push({
      condition: waitsFor('inspectionOffice'),
      fits: [
        ...isApart(),
        `NOT CASE
          WHEN item.projection ->> 'extensionRequest' IS NOT NULL THEN ${did('extensionRequest')}
          WHEN item.projection ->> 'pauseRequest' IS NOT NULL THEN ${did('pauseRequest')}
          ELSE ${handedIn()} OR ${hasJudged()}
        END`,
      ],
    });
  if (is('admin') && !isForAnother) turns.push({ condition: waitsFor('admin'), fits: [] });
  return turns;
}
