/**
 * Who may do what: one table of acts, roles and scopes. The server enforces it, the web reads it, the docs print it.
 *
 * Staff 经办 · supervisor 审核 · admin 管理. What a *particular* act on a particular item needs besides (not the applicant,
 * not twice the same person) is decided with the item's facts in decide.ts.
 */
import type { Actor, Principal } from '../actor.ts';
import { commandTypes, rulesOfAct, type CommandType } from './acts.ts';
import { bindingsOf } from './binding.ts';
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

/** The ties of an item that a scope asks about; those of the second half where somebody acts in another's place. */
export type Ties = Pick<Item, 'unitId' | 'leadLeaderId'> & Partial<Pick<Item, 'handlerId' | 'measures' | 'revision'>>;

/** True when one of the actor's roles is granted the act on an item with these ties. Acts on records have no ties. */
export function may(actor: Actor, act: Act, ties?: Ties): boolean {
  return scopesOf(actor, act, ties).length > 0;
}

/** Whether the act is theirs for no other reason than that their unit may be asked in a joint review. */
export const isJointReviewer = (actor: Actor, act: Act, ties: Ties): boolean =>
  scopesOf(actor, act, ties).every((scope) => scope === 'jointReviewer');

function scopesOf({ standsFor, ...self }: Actor, act: Act, ties: Ties | undefined): readonly Scope[] {
  const { roles } = standsFor ?? self;
  const granted = grants[act].filter(
    ({ role, scope }) =>
      roles.includes(role) &&
      (standsFor === undefined
        ? inScope(self, scope, ties)
        : ties !== undefined && passes(self, standsFor, scope, ties)),
  );
  // What one may read anyway is read in another's place too.
  const own = standsFor !== undefined && act === 'readItem' ? scopesOf(self, act, ties) : [];
  return [...granted.map(({ scope }) => scope), ...own];
}

/**
 * What of an absent person's passes to the substitute: the posts they have in the item, and the decision from outside. What
 * rests on no tie to the item does not, and nobody gets by it to stand on both sides.
 */
function passes(self: Actor, standsFor: Principal, scope: Scope, ties: Ties): boolean {
  switch (scope) {
    case 'any':
      return false;
    case 'ownUnit':
      return inScope(standsFor, scope, ties) && isBound(standsFor, ties) && ties.leadLeaderId !== self.personId;
    case 'leadLeader':
      return inScope(standsFor, scope, ties) && ties.handlerId !== self.personId;
    case 'outside':
    case 'jointReviewer':
      return inScope(standsFor, scope, ties) && inScope(self, scope, ties);
  }
}

/** By name, or as the liaison of the unit. */
const isBound = ({ personId, isLiaison }: Principal, ties: Ties): boolean =>
  isLiaison || bindingsOf({ handlerId: null, measures: [], revision: null, ...ties }, personId).length > 0;

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
