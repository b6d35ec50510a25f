/**
 * Whose turn it is: the one place that says who is waited for, for which act, since when and by what date.
 *
 * Buttons, lists, mails, the ladder's reminders and the query of the to-do list (db/turn.ts) all ask here. What people may
 * do besides, out of turn, is told by {@link file://./decide.ts}.
 */
import { addWorkingDays, unknownYears } from '../rules/calendar.ts';
import type { Addressee } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import { authorsOf, reviewersOf } from './four-eyes.ts';
import { awaitedUnits, stageBeganAt } from './joint-review.ts';
import { implied } from './impossible.ts';
import type { Deed, HandedIn, Item } from './item.ts';
import { may } from './roles.ts';
import { namesUnder, type Actor } from '../actor.ts';
import { localDate, type Instant, type LocalDate } from '../time.ts';

/**
 * admin: whoever administers · unit: the responsible unit, by its handler · jointReviewers: the units of a joint review that have
 * not said yet · time: nobody until the date has come · pause: nobody until it ends
 */
export type Party = 'admin' | 'unit' | 'leadLeader' | 'jointReviewers' | 'inspectionOffice' | 'time' | 'pause';

/** The parties whose people can act. */
export type ActingParty = Exclude<Party, 'time' | 'pause'>;

/** Who gets the party's mails; while a date is waited for, nobody does. */
export const addresseeOf: Readonly<Record<Party, Addressee | null>> = {
  admin: 'admin',
  unit: 'handler',
  leadLeader: 'leadLeader',
  jointReviewers: 'jointReviewers',
  inspectionOffice: 'inspectionOffice',
  time: null,
  pause: null,
};

/** The acts that decide what others did, handed in or asked for. */
type DecidingAct = 'assign' | 'approvePlan' | 'endorse' | 'concur' | 'approveClosure' | 'grantExtension' | 'grantPause';

/** The acts that an item can wait for. */
export type WantedAct = DecidingAct | 'signFor' | 'submitPlan' | 'requestClosure' | 'reportProgress';

export const wantedActs = [
  'assign',
  'signFor',
  'submitPlan',
  'approvePlan',
  'requestClosure',
  'endorse',
  'concur',
  'approveClosure',
  'grantExtension',
  'grantPause',
  'reportProgress',
] as const satisfies readonly WantedAct[];

export interface Turn {
  readonly party: Party;
  /** Null while no act on the item is wanted: a date must come first, or the launch of the round. */
  readonly act: WantedAct | null;
  /** The one person who is waited for; null where anybody of the party may act. */
  readonly personId: string | null;
  /** Those of a joint review that have not said yet; empty for every other party. */
  readonly unitIds: readonly string[];
  /** Members of the party who may not act: it is their own work, or they have judged it before. */
  readonly barred: readonly string[];
  /** Null before the launch. */
  readonly since: Instant | null;
  /** Null where the rules set no date. */
  readonly dueOn: LocalDate | null;
  /** Years the date rests on that are not published yet. */
  readonly unknownYears: readonly string[];
}

/** Whose turn it is; null when the item is finished. @throws ImpossibleItem when the item lacks what its state implies */
export function turnOf(item: Item, rules: Rules): Turn | null {
  const turn = bareTurn(item, rules);
  if (turn === null) return null;
  const { party, act, since, dueOn } = turn;
  return {
    ...turn,
    personId: party === 'unit' ? item.handlerId : party === 'leadLeader' ? item.leadLeaderId : null,
    unitIds: party === 'jointReviewers' ? awaitedUnits(item) : [],
    barred: act === null ? [] : [...new Set([...authorsOf(item, act), ...reviewersOf(item, act)])],
    unknownYears: yearsUnder(since, dueOn, rules),
  };
}

/** Is it this person's turn? Then the act wanted is also one that they may do. @param turn of this item, by {@link turnOf} */
export function isTurnOf(actor: Actor, item: Item, turn: Turn | null): boolean {
  if (turn === null || turn.act === null || namesUnder(actor).some((id) => turn.barred.includes(id))) return false;
  const { personId, unitId } = actor.standsFor ?? actor;
  if (turn.party === 'jointReviewers' && !turn.unitIds.some((awaited) => awaited === unitId)) return false;
  return (turn.personId ?? personId) === personId && may(actor, turn.act, item);
}

type BareTurn = Pick<Turn, 'party' | 'act' | 'since' | 'dueOn'>;

function bareTurn(item: Item, rules: Rules): BareTurn | null {
  // A wish for more time goes before everything else: until it is answered nobody knows by when the rest is due.
  if (item.extensionRequest !== null) return decision('inspectionOffice', 'grantExtension', item, rules);
  if (item.pauseRequest !== null) return decision('inspectionOffice', 'grantPause', item, rules);
  if (item.pause !== null) return { party: 'pause', act: null, since: item.pause.at, dueOn: item.pause.until };
  if (item.revision !== null) return decision('leadLeader', 'approvePlan', item, rules);
  switch (item.state) {
    case 'draft':
      return { party: 'admin', act: item.unitId === null ? 'assign' : null, since: null, dueOn: null };
    case 'disowned':
      return decision('admin', 'assign', item, rules);
    case 'assigned':
      return beginning(item);
    case 'planned':
      return decision('leadLeader', 'approvePlan', item, rules);
    case 'inProgress':
    case 'reopened':
      return work(item);
    case 'submitted':
      return rules.policy.closureReview === 'endorseThenApprove'
        ? decision('leadLeader', 'endorse', item, rules)
        : outsideDecision(item, rules);
    case 'endorsed':
      return outsideDecision(item, rules);
    case 'interim': {
      const { at, checkpointOn } = implied(item.interim, item, 'an interim result');
      return { party: 'time', act: null, since: at, dueOn: checkpointOn };
    }
    case 'standing':
      return upkeep(item);
    case 'closed':
    case 'cancelled':
      return null;
  }
}

/** The units of the joint review first, where there is one. */
const outsideDecision = (item: Item, rules: Rules): BareTurn =>
  awaitedUnits(item).length > 0
    ? decision('jointReviewers', 'concur', item, rules)
    : decision('inspectionOffice', 'approveClosure', item, rules);

/** Within the working days that the policy gives for it. */
function decision(party: Party, act: DecidingAct, item: Item, { policy, calendar }: Rules): BareTurn {
  const since = implied(heldSince(item), item, 'anything to decide');
  const days = policy.reviewWithinWorkingDays;
  return { party, act, since, dueOn: days === null ? null : addWorkingDays(calendar, localDate(since), days) };
}

/** Since when somebody other than the unit holds the item and is to decide; null when nobody is. */
export function heldSince(item: Item): Instant | null {
  const wish = item.extensionRequest ?? item.pauseRequest;
  if (wish !== null) return wish.at;
  if (item.pause !== null) return null;
  if (item.revision !== null) return latest([item.revision, ...answers(item)]);
  switch (item.state) {
    case 'disowned':
      return latest([item.disownments.at(-1)]);
    case 'planned':
      return latest([item.plan, ...answers(item)]);
    case 'submitted':
      return latest([item.application, stageBegun(item)]);
    case 'endorsed':
      return latest([item.endorsement, stageBegun(item)]);
    default:
      return null;
  }
}

/** A stage of a joint review has the whole time before it, however long the one before took. */
function stageBegun({ application }: Item): Happened {
  const at = application === null ? null : stageBeganAt(application);
  return at === null ? null : { at };
}

/** What the unit handed in and nobody has decided yet; a wish for more time goes first, as in the turn. */
export function handedIn({ state, extensionRequest, revision, plan, application }: Item): HandedInDeed | null {
  if (extensionRequest !== null) return { what: 'extensionRequest', deed: extensionRequest };
  if (revision !== null) return { what: 'revision', deed: revision };
  if (state === 'planned' && plan !== null) return { what: 'plan', deed: plan };
  const isUnread = state === 'submitted' && application !== null && application.consents.length === 0;
  return isUnread ? { what: 'application', deed: application } : null;
}

interface HandedInDeed {
  readonly what: HandedIn;
  readonly deed: Deed;
}

/** Since when the dates of the unit rest: others hold the item, or it is paused; null while they run. */
export const restsSince = (item: Item): Instant | null => heldSince(item) ?? item.pause?.at ?? null;

/** The signature first, then the plan. Where the policy sets no date for the signature, it must precede the plan. */
function beginning(item: Item): BareTurn {
  const planDueOn = item.immediate ? item.dueOn : item.planDueOn;
  if (item.signature === null) {
    const given = { at: implied(item.assignedAt, item, 'an assignment') };
    const dueOn = item.signDueOn ?? planDueOn;
    return { party: 'unit', act: 'signFor', since: latest([given, ...answers(item)]), dueOn };
  }
  const since = latest([item.signature, item.planReturns.at(-1), ...answers(item)]);
  return { party: 'unit', act: 'submitPlan', since, dueOn: planDueOn };
}

function work(item: Item): BareTurn {
  const since = latest([
    item.signature,
    item.plan,
    item.planApproval,
    item.planReturns.at(-1),
    item.returns.at(-1),
    item.stepsTaken.findLast(({ key }) => key.startsWith('checkpoint/')),
    item.reopenings.at(-1),
    ...answers(item),
  ]);
  return { party: 'unit', act: 'requestClosure', since, dueOn: returnDueOn(item) ?? item.dueOn };
}

/** By when a return is to be answered where that is sooner than the whole; null when nothing came back or a later date was set. */
export function returnDueOn({ state, returns, dueOn, dueSetAt }: Item): LocalDate | null {
  const last = returns.at(-1);
  if (state !== 'inProgress' || last === undefined || last.dueOn === dueOn) return null;
  // A date set for the whole item since then (extension, checkpoint, reopening) takes the place of the return's.
  return dueSetAt !== null && dueSetAt > last.at ? null : last.dueOn;
}

/** It came back, its application or its plan, and its unit has not answered yet. */
export function isReturned({ state, plan, planReturns, returns, stepsTaken }: Item): boolean {
  const last = returns.at(-1);
  if (state !== 'inProgress' || last === undefined)
    return state === 'assigned' && plan === null && planReturns.length > 0;
  // A checkpoint opens the item anew: what was returned before it was answered then.
  return !stepsTaken.some(({ key, at }) => key.startsWith('checkpoint/') && at > last.at);
}

/** A standing item rests until its review; from then on the unit must say how it stands, by a date of its own. */
function upkeep(item: Item): BareTurn {
  const { at, reviewOn } = implied(item.standing, item, 'a standing task');
  const review = lastReview(item);
  return isReviewAsked(item)
    ? { party: 'unit', act: 'reportProgress', since: latest([review]), dueOn: item.dueOn }
    : { party: 'time', act: null, since: latest([{ at }, review, item.progress]), dueOn: reviewOn };
}

/** The review of a standing item has come, and its unit has not said since how it stands. */
export function isReviewAsked(item: Item): boolean {
  const { state, standing, progress } = item;
  const review = lastReview(item);
  if (state !== 'standing' || standing === null || review === undefined || review.at <= standing.at) return false;
  return progress === null || progress.at < review.at;
}

const lastReview = ({ stepsTaken }: Item) => stepsTaken.findLast(({ key }) => key.startsWith('standingReview/'));

type Happened = Pick<Deed, 'at'> | null | undefined;

/** The answer to a wish gives the turn back; so does taking back what was handed in, and the end of a pause. */
const answers = ({ extensions, extensionRefusals, withdrawals, pauseRefusals, pauses }: Item): readonly Happened[] => [
  extensions.at(-1),
  extensionRefusals.at(-1),
  withdrawals.at(-1),
  pauseRefusals.at(-1),
  ended(pauses.at(-1)),
];

const ended = (pause: Item['pauses'][number] | undefined): Happened =>
  pause === undefined ? null : { at: pause.endedAt };

const latest = (deeds: readonly Happened[]): Instant | null =>
  deeds.reduce<Instant | null>((last, deed) => {
    if (deed === null || deed === undefined) return last;
    return last === null || deed.at > last ? deed.at : last;
  }, null);

function yearsUnder(since: Instant | null, dueOn: LocalDate | null, { calendar }: Rules): readonly string[] {
  if (dueOn === null) return [];
  const from = since === null ? dueOn : localDate(since);
  return from < dueOn ? unknownYears(calendar, from, dueOn) : unknownYears(calendar, dueOn, from);
}
