/** What becomes of an application, and of whatever else was handed in: read, agreed to, returned, taken back. */
import { deed, moved, noWish, reasoned, verdict, type Change } from './change.ts';
import type { EventOf } from './event.ts';
import { implied } from './impossible.ts';
import type { Item } from './item.ts';
import { reported } from './measures.ts';
import { handedIn } from './turn.ts';

export function appliedFor(item: Item, event: EventOf<'closureRequested'>): Change {
  const { statement, evidenceIds, unproven, stages = [] } = event;
  const application = {
    ...{ ...deed(event), from: item.state, statement, evidenceIds, unproven },
    ...{ stages, consents: [] },
  };
  // Handing in answers an open wish for more time.
  return { state: 'submitted', application, endorsement: null, revision: null, ...noWish };
}

export function agreed(item: Item, event: EventOf<'concurred'>): Change {
  const application = implied(item.application, item, 'an application');
  const consents = [...application.consents, { ...verdict(event), unitId: event.unitId }];
  return { application: { ...application, consents } };
}

/** Back to where the item was before it was handed in. */
export function withdrawn(item: Item, event: EventOf<'withdrawn'>): Change {
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

export function returned(item: Item, event: EventOf<'returned'>): Change {
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
