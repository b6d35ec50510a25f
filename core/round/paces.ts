/** How long people take: of each act that was wanted, the days from the turn to the deed, as the facts have them. */
import type { ItemEvent } from '../item/event.ts';
import { evolve } from '../item/evolve.ts';
import { blankItem } from '../item/blank-item.ts';
import type { Item } from '../item/item.ts';
import { turnOf, type WantedAct } from '../item/turn.ts';
import type { Rules } from '../rules/rules.ts';
import { daysBetween, localDate } from '../time.ts';

/** Days by act, the middle of all that there were. */
type Pace = Readonly<Partial<Record<WantedAct, number>>>;

export interface Paces {
  readonly ofUnit: Readonly<Record<string, Pace>>;
  /** Of all units together, for one that did no such thing. */
  readonly ofAll: Pace;
}

export interface Lived {
  readonly item: Pick<Item, 'roundId' | 'itemId'>;
  readonly events: readonly ItemEvent[];
}

/** The acts that answer a wish: with the one fact or the other the waiting is over. */
const answeredBy: Readonly<Partial<Record<ItemEvent['type'], WantedAct>>> = {
  assigned: 'assign',
  signedFor: 'signFor',
  planSubmitted: 'submitPlan',
  planApproved: 'approvePlan',
  planReturned: 'approvePlan',
  closureRequested: 'requestClosure',
  endorsed: 'endorse',
  closed: 'approveClosure',
  interimAccepted: 'approveClosure',
  standingAccepted: 'approveClosure',
  extensionGranted: 'grantExtension',
  extensionRefused: 'grantExtension',
  paused: 'grantPause',
  pauseRefused: 'grantPause',
  progressReported: 'reportProgress',
};

/** Whoever decides on a unit's work is counted with the unit: it waited as long. Null where nothing was ever done. */
export function pacesOf(lives: readonly Lived[], rules: Rules): Paces | null {
  const waits = lives.flatMap((life) => waitsOf(life, rules));
  if (waits.length === 0) return null;
  const units = Map.groupBy(
    waits.filter(({ unitId }) => unitId !== null),
    ({ unitId }) => unitId ?? '',
  );
  return {
    ofAll: middles(waits),
    ofUnit: Object.fromEntries([...units].map(([unitId, own]) => [unitId, middles(own)])),
  };
}

interface Wait {
  readonly unitId: string | null;
  readonly act: WantedAct;
  readonly days: number;
}

function waitsOf({ item, events }: Lived, rules: Rules): Wait[] {
  const waits: Wait[] = [];
  let now = blankItem(item.roundId, item.itemId);
  for (const event of events) {
    const turn = now.dispatchedAt === null ? null : turnOf(now, rules);
    const act = answeredBy[event.type];
    if (act !== undefined && turn?.act === act && turn.since !== null)
      waits.push({ unitId: now.unitId, act, days: daysBetween(localDate(turn.since), localDate(event.at)) });
    now = evolve(now, event);
  }
  return waits;
}

export const paceOf = ({ ofUnit, ofAll }: Paces, unitId: string | null, act: WantedAct): number | null =>
  (unitId === null ? undefined : ofUnit[unitId]?.[act]) ?? ofAll[act] ?? null;

const middles = (waits: readonly Wait[]): Pace =>
  Object.fromEntries([...Map.groupBy(waits, ({ act }) => act)].map(([act, own]) => [act, middle(own)]));

function middle(waits: readonly Wait[]): number {
  const sorted = waits.map(({ days }) => days).sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) throw new Error('there is no middle of nothing');
  return upper;
}
