/**
 * How a fact changes an item: an event that was recorded is applied, whoever reads it and whenever.
 *
 * What `decide` can never have decided (an extension granted that nobody asked for) throws {@link ImpossibleItem}.
 */
import { rebound } from './binding.ts';
import { datesOf } from './dates.ts';
import type { EventOf, ItemEvent } from './event.ts';
import { implied } from './impossible.ts';
import { datesMoved } from './date-move.ts';
import { blankItem } from './blank-item.ts';
import type { Deed, Item, ReasonedDeed } from './item.ts';
import { highest, inForce, numbered, reported } from './measures.ts';
import { measuresAfter } from './pause.ts';
import { handedIn } from './turn.ts';
import { levelReached } from './step.ts';
import type { LocalDate } from '../time.ts';

/** The item after all of its events. */
export const itemFrom = (roundId: string, itemId: string, events: readonly ItemEvent[]): Item =>
  events.reduce(evolve, blankItem(roundId, itemId));

export function evolve(item: Item, event: ItemEvent): Item {
  return { ...item, ...change(item, event), seq: event.seq };
}

const deed = ({ by, forId, at }: Deed): Deed => (forId === undefined ? { by, at } : { by, forId, at });

const reasoned = ({ reason, ...done }: ReasonedDeed): ReasonedDeed => ({ ...deed(done), reason });

/** An open wish goes with what answers it, or makes it pointless. */
const noWish = { extensionRequest: null, pauseRequest: null } as const;

type Change = Partial<Omit<Item, 'roundId' | 'itemId' | 'seq'>>;

function change(item: Item, event: ItemEvent): Change {
  switch (event.type) {
    case 'imported': {
      const whole = { text: event.title, ownerId: null, dueOn: null };
      return { number: event.number, immediate: event.immediate, measures: numbered([whole], [], 0), lastMeasure: 1 };
    }
    case 'assigned': {
      const { unitId, handlerId, leadLeaderId } = event;
      // Before launch an assigned item is still a draft: only the dispatch starts its life.
      const state = item.state === 'draft' ? 'draft' : 'assigned';
      const assignedAt = item.state === 'draft' ? null : event.at;
      const given = { unitId, handlerId, leadLeaderId, signature: null, signDueOn: null };
      return { state, assignedAt, ...given, ...moved(event) };
    }
    case 'dispatched': {
      const { signDueOn, planDueOn, dueOn, at } = event;
      const begun = { dispatchedAt: at, assignedAt: at, dueSetAt: at };
      return { state: 'assigned', ...begun, signDueOn, planDueOn, dueOn, firstDueOn: dueOn };
    }
    case 'signedFor':
      return { signature: deed(event), state: item.immediate ? 'inProgress' : 'assigned' };
    case 'disowned': {
      const disownments = [...item.disownments, reasoned(event)];
      const nobody = { unitId: null, handlerId: null, leadLeaderId: null, assignedAt: null };
      // What the unit had asked for goes with it.
      return { state: 'disowned', disownments, ...nobody, signature: null, ...noWish };
    }
    case 'planSubmitted': {
      const plan = { ...deed(event), rootCause: event.rootCause };
      const lastMeasure = highest(event.measures, item.lastMeasure);
      return { state: event.reviewed ? 'planned' : 'inProgress', plan, measures: event.measures, lastMeasure };
    }
    case 'planRevised':
      return planRevised(item, event);
    case 'planApproved': {
      const state = item.revision === null ? 'inProgress' : item.state;
      return { state, ...inForce(item.revision, item), planApproval: deed(event), ...moved(event) };
    }
    case 'planReturned': {
      const planReturns = [...item.planReturns, reasoned(event)];
      // A revised plan that comes back leaves the one that is in force.
      const back = item.revision === null ? ({ state: 'assigned', plan: null } as const) : { revision: null };
      return { ...back, planReturns, ...moved(event) };
    }
    case 'progressReported':
      return { progress: deed(event) };
    case 'measuresMarked':
      return { measures: reported(item, event.measureStatuses, event) };
    case 'evidenceAdded': {
      const { evidenceId: id, sha256, name, measureIds, aboutOn } = event;
      return { evidence: [...item.evidence, { ...deed(event), id, sha256, name, measureIds, aboutOn }] };
    }
    case 'closureRequested': {
      const { statement, evidenceIds, unproven } = event;
      const application = { ...deed(event), from: item.state, statement, evidenceIds, unproven };
      // Handing in answers an open wish for more time.
      return { state: 'submitted', application, endorsement: null, revision: null, ...noWish };
    }
    case 'withdrawn':
      return withdrawn(item, event);
    case 'returned':
      return returned(item, event);
    case 'endorsed':
      return { state: 'endorsed', endorsement: verdict(event) };
    case 'closed':
      return { state: 'closed', closure: verdict(event) };
    case 'interimAccepted':
      return { state: 'interim', interim: { ...verdict(event), checkpointOn: event.checkpointOn }, standing: null };
    case 'standingAccepted':
      return { state: 'standing', standing: { ...verdict(event), reviewOn: event.reviewOn } };
    case 'extensionRequested': {
      const { reason, progress, until } = event;
      return { extensionRequest: { ...deed(event), reason, progress, until } };
    }
    case 'extensionGranted':
      return extensionGranted(item, event);
    case 'extensionRefused':
      return {
        extensionRequest: null,
        extensionRefusals: [...item.extensionRefusals, reasoned(event)],
        ...moved(event),
      };
    case 'dueDateSet':
      // The office's own date answers an open wish for more time.
      return { dueOn: event.dueOn, dueSetAt: event.at, ...noWish };
    case 'datesMoved':
      return datesMoved(item, event.moves);
    case 'handedOver':
      return rebound(item, event.as, event.fromId, event.toId);
    case 'dueDateFixed':
      return {
        planDueOn: item.planDueOn !== null && item.planDueOn < event.dueOn ? item.planDueOn : event.dueOn,
        ...{ dueOn: event.dueOn, dueIsFixed: true, dueSetAt: event.at, ...noWish },
      };
    case 'pauseRequested':
      return { pauseRequest: { ...reasoned(event), until: event.until } };
    case 'paused':
      return paused(item, event);
    case 'pauseRefused':
      return { pauseRequest: null, pauseRefusals: [...item.pauseRefusals, reasoned(event)], ...moved(event) };
    case 'pauseEnded':
      return resumed(item, event);
    case 'pauseExpired':
      return { ...stepTaken(item, event), ...resumed(item, event) };
    case 'classified':
      return { grade: event.grade, sources: event.sources };
    case 'cancelled':
      return { state: 'cancelled', cancellation: reasoned(event), pause: null, revision: null, ...noWish };
    case 'reopened':
      return {
        state: 'reopened',
        reopenings: [...item.reopenings, reasoned(event)],
        dueOn: event.dueOn,
        dueIsFixed: false,
        dueSetAt: event.at,
        application: null,
        endorsement: null,
        closure: null,
        standing: null,
        listedAt: null,
      };
    case 'urged':
      return { urgedAt: event.at };
    case 'letterIssued':
      return awaiting(item, event, event.answerDueOn, levelReached(item, item.dueOn));
    case 'letterAnswered':
      return {
        letters: item.letters.map((one) => (one.seq === event.letterSeq ? { ...one, answeredAt: event.at } : one)),
      };
    case 'interviewHeld':
      return {};
    case 'unlisted':
      return { listedAt: null };
    case 'reminded':
    case 'escalated':
      return stepTaken(item, event);
    case 'checkpointReached':
      return {
        ...stepTaken(item, event),
        state: 'inProgress',
        dueOn: event.dueOn,
        dueIsFixed: false,
        dueSetAt: event.at,
        interim: null,
        application: null,
        endorsement: null,
      };
    case 'reviewReached':
      return {
        ...stepTaken(item, event),
        standing: { ...implied(item.standing, item, 'a standing task'), reviewOn: event.reviewOn },
      };
  }
}

const verdict = (event: EventOf<'endorsed' | 'closed' | 'interimAccepted' | 'standingAccepted'>) => ({
  ...deed(event),
  opinion: event.opinion,
  evidenceIds: event.evidenceIds,
});

/** The days that others held the item move its dates. */
const moved = ({ at, moved: dates }: Extract<ItemEvent, { readonly moved: unknown }>): Change =>
  dates === null ? {} : { ...dates, dueSetAt: at };

/** Back to where the item was before it was handed in. */
function withdrawn(item: Item, event: EventOf<'withdrawn'>): Change {
  const { what } = event;
  const { at: handedInAt } = implied(handedIn(item), item, 'anything handed in').deed;
  const withdrawals = [...item.withdrawals, { ...reasoned(event), what, handedInAt }];
  const back = { withdrawals, ...moved(event) };
  switch (what) {
    case 'extensionRequest':
      return { ...back, extensionRequest: null };
    case 'revision':
      return { ...back, revision: null };
    case 'plan':
      return { ...back, state: 'assigned', plan: null };
    case 'application':
      return { ...back, state: implied(item.application, item, 'an application').from, application: null };
  }
}

function returned(item: Item, event: EventOf<'returned'>): Change {
  const { measureIds, dueOn } = event;
  const present = event.moved?.dueOn ?? item.dueOn;
  // A return that asks for more than the old date allows moves the date; it never shortens what was promised.
  const moves = !item.dueIsFixed && (present === null || dueOn > present);
  return {
    state: 'inProgress',
    returns: [...item.returns, { ...reasoned(event), measureIds, dueOn }],
    measures: reported(
      item,
      measureIds.map((measureId) => ({ measureId, status: 'underWay' })),
      event,
    ),
    application: null,
    endorsement: null,
    standing: null,
    ...moved(event),
    ...(moves ? { dueOn, dueSetAt: event.at } : {}),
  };
}

function extensionGranted(item: Item, event: EventOf<'extensionGranted'>): Change {
  const { reason, by: requestedBy } = implied(item.extensionRequest, item, 'a request for more time');
  const from = implied(item.dueOn, item, 'a due date');
  const extension = { ...deed(event), reason, requestedBy, from, until: event.until };
  return {
    extensionRequest: null,
    extensions: [...item.extensions, extension],
    signDueOn: event.signDueOn,
    planDueOn: event.planDueOn,
    dueOn: event.until,
    dueSetAt: event.at,
  };
}

function planRevised(item: Item, event: EventOf<'planRevised'>): Change {
  const revision = { ...deed(event), rootCause: event.rootCause, measures: event.measures };
  const lastMeasure = highest(event.measures, item.lastMeasure);
  return { lastMeasure, ...(event.reviewed ? { revision } : inForce(revision, item)) };
}

function paused(item: Item, event: EventOf<'paused'>): Change {
  const { reason, by: requestedBy } = implied(item.pauseRequest, item, 'a request for a pause');
  const pause = { ...deed(event), reason, requestedBy, until: event.until, dates: event.moved ?? datesOf(item) };
  return { pauseRequest: null, pause, ...moved(event) };
}

function resumed(item: Item, event: EventOf<'pauseEnded' | 'pauseExpired'>): Change {
  const pause = implied(item.pause, item, 'a pause');
  const after = ({ measures }: Pick<Item, 'measures'>) =>
    measuresAfter(pause, event.at, { ...item, ...event.moved, measures });
  const revision = item.revision === null ? null : { ...item.revision, measures: after(item.revision) };
  const pauses = [...item.pauses, { ...pause, endedAt: event.at }];
  return { pause: null, pauses, measures: after(item), revision, ...moved(event) };
}

function stepTaken(
  item: Item,
  event: EventOf<'reminded' | 'escalated' | 'checkpointReached' | 'reviewReached' | 'pauseExpired'>,
): Change {
  const keys = [...event.skipped, event.step.key];
  return {
    stepsTaken: [...item.stepsTaken, ...keys.map((key) => ({ key, at: event.at }))],
    ...awaiting(item, event, event.answerDueOn ?? null, event.step.level),
    ...(event.step.lists ? { listedAt: item.listedAt ?? event.at } : {}),
  };
}

const awaiting = (item: Item, { seq, at }: ItemEvent, answerDueOn: LocalDate | null, level: number): Change =>
  answerDueOn === null ? {} : { letters: [...item.letters, { seq, at, level, answerDueOn, answeredAt: null }] };
