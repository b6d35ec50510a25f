/**
 * Who may do what: one table of acts, roles and scopes. The server enforces it, the web reads it, the docs print it.
 *
 * Staff 经办 · supervisor 审核 · admin 管理. What a *particular* act on a particular item needs besides (not the applicant,
 * not twice the same person) is decided with the item's facts in decide.ts.
 */
import type { Actor } from '../actor.ts';
import { commandTypes, rulesOfAct, type CommandType } from './acts.ts';
import { admins, everybody, outsideReviewers, unitStaff, type Grant, type Scope } from './doers.ts';
import type { Item } from './item.ts';

/** Acts on plain records, beside the commands on an item. */
export type RecordAct =
  | 'readRounds'
  | 'importRound'
  | 'editRound'
  | 'launchRound'
  | 'changeRules'
  | 'editBulletin'
  | 'approveBulletin'
  | 'readItem'
  | 'readPeople'
  | 'editPeople'
  | 'readSecurity'
  | 'readMails'
  | 'sendMailsNow'
  | 'keepRuns'
  | 'uploadEvidence';

export type Act = CommandType | RecordAct;

export const grants: Readonly<Record<Act, readonly Grant[]>> = {
  ...(Object.fromEntries(commandTypes.map((type) => [type, rulesOfAct(type).doers])) as Record<
    CommandType,
    readonly Grant[]
  >),
  readRounds: everybody,
  importRound: admins,
  editRound: admins,
  launchRound: admins,
  changeRules: admins,
  editBulletin: admins,
  approveBulletin: outsideReviewers,
  readItem: [
    { role: 'staff', scope: 'ownUnit' },
    { role: 'supervisor', scope: 'any' },
    { role: 'admin', scope: 'any' },
  ],
  readPeople: everybody,
  editPeople: admins,
  readSecurity: admins,
  readMails: admins,
  sendMailsNow: admins,
  keepRuns: admins,
  uploadEvidence: unitStaff,
};

/** The ties of an item that a scope asks about. */
export type Ties = Pick<Item, 'unitId' | 'leadLeaderId'>;

/** True when one of the actor's roles is granted the act on an item with these ties. Acts on records have no ties. */
export function may(actor: Actor, act: Act, ties?: Ties): boolean {
  return scopesOf(actor, act, ties).length > 0;
}

/** Whether the act is theirs for no other reason than that their unit may be asked in a joint review. */
export const isJointReviewer = (actor: Actor, act: Act, ties: Ties): boolean =>
  scopesOf(actor, act, ties).every((scope) => scope === 'jointReviewer');

const scopesOf = (actor: Actor, act: Act, ties: Ties | undefined): readonly Scope[] =>
  grants[act]
    .filter(({ role, scope }) => actor.roles.includes(role) && inScope(actor, scope, ties))
    .map(({ scope }) => scope);

function inScope(actor: Actor, scope: Scope, ties: Ties | undefined): boolean {
  switch (scope) {
    case 'any':
      return true;
    case 'ownUnit':
      return actor.unitId !== null && ties?.unitId === actor.unitId;
    case 'leadLeader':
      return ties?.leadLeaderId === actor.personId;
    case 'outside':
      return actor.inInspectionOffice && isApart(actor, ties);
    case 'jointReviewer':
      return actor.unitId !== null && isApart(actor, ties);
  }
}

/** Neither of the unit that carries it nor its leader. */
const isApart = (actor: Actor, ties: Ties | undefined): boolean =>
  ties !== undefined && ties.unitId !== actor.unitId && ties.leadLeaderId !== actor.personId;
