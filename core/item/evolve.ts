/**
 * How a fact changes an item: an event that was recorded is applied, whoever reads it and whenever.
 *
 * What `decide` can never have decided (an extension granted that nobody asked for) throws {@link ImpossibleItem}.
 */
import type { EventOf, ItemEvent } from './event.ts';
import { implied } from './impossible.ts';
import type { LocalDate } from '../time.ts';
import { levelReached } from './step.ts';
import { blankItem, type Deed, type Item, type ReasonedDeed } from './item.ts';

/** The item after all of its events. */
export const itemFrom = (roundId: string, itemId: string, events: readonly ItemEvent[]): Item =>
  events.reduce(evolve, blankItem(roundId, itemId));

export function evolve(item: Item, event: ItemEvent): Item {
  return { ...item, ...change(item, event), seq: event.seq };
}

const deed = ({ by, at }: Deed): Deed => ({ by, at });

const reasoned = ({ by, at, reason }: ReasonedDeed): ReasonedDeed => ({ by, at, reason });

type Change = Partial<Omit<Item, 'roundId' | 'itemId' | 'seq'>>;

function change(item: Item, event: ItemEvent): Change {
  switch (event.type) {
    case 'imported': {
      const wholeItem = { id: 'm1', text: event.title, ownerId: null, dueOn: null };
      return { number: event.number, immediate: event.immediate, measures: [wholeItem] };
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
      return { state: 'disowned', disownments, ...nobody, signature: null, extensionRequest: null };
    }
    case 'planSubmitted': {
      const plan = { ...deed(event), rootCause: event.rootCause };
      return { state: event.reviewed ? 'planned' : 'inProgress', plan, measures: event.measures };
    }
    case 'planApproved':
      return { state: 'inProgress', planApproval: deed(event), ...moved(event) };
    case 'planReturned':
      return { state: 'assigned', plan: null, planReturns: [...item.planReturns, reasoned(event)], ...moved(event) };
    case 'progressReported':
      return { progress: deed(event) };
    case 'evidenceAdded': {
      const { evidenceId: id, sha256, name, measureIds } = event;
      return { evidence: [...item.evidence, { ...deed(event), id, sha256, name, measureIds }] };
    }
    case 'closureRequested': {
      const { statement, evidenceIds, unproven } = event;
      const application = { ...deed(event), statement, evidenceIds, unproven };
      // Handing in answers an open wish for more time.
      return { state: 'submitted', application, endorsement: null, extensionRequest: null };
    }
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
      return { dueOn: event.dueOn, dueSetAt: event.at, extensionRequest: null };
    case 'cancelled':
      return { state: 'cancelled', cancellation: reasoned(event), extensionRequest: null };
    case 'reopened':
      return {
        state: 'reopened',
        reopenings: [...item.reopenings, reasoned(event)],
        dueOn: event.dueOn,
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

const verdict = ({
  by,
  at,
  opinion,
  evidenceIds,
}: EventOf<'endorsed' | 'closed' | 'interimAccepted' | 'standingAccepted'>) => ({
  by,
  at,
  opinion,
  evidenceIds,
});

/** The days that others held the item move its dates. */
const moved = ({ at, moved: dates }: Extract<ItemEvent, { readonly moved: unknown }>): Change =>
  dates === null ? {} : { ...dates, dueSetAt: at };

function returned(item: Item, event: EventOf<'returned'>): Change {
  const { measureIds, dueOn } = event;
  const present = event.moved?.dueOn ?? item.dueOn;
  // A return that asks for more than the old date allows moves the date; it never shortens what was promised.
  const moves = present === null || dueOn > present;
  return {
    state: 'inProgress',
    returns: [...item.returns, { ...reasoned(event), measureIds, dueOn }],
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

function stepTaken(
  item: Item,
  event: EventOf<'reminded' | 'escalated' | 'checkpointReached' | 'reviewReached'>,
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
