/** From an item of the ledger to what a list says of it: names for ids, how it stands now. */
import type { NamedDirectory } from '../people/directory.ts';
import { unknownYears } from '../../core/rules/calendar.ts';
import type { Deed, Item } from '../../core/item/item.ts';
import { doerText } from '../../core/i18n/doer.ts';
import { outlook } from '../../core/item/light.ts';
import type { Turn } from '../../core/item/turn.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate, type Instant } from '../../core/time.ts';
import type { ItemRecord, ItemRound } from '../../db/items.ts';
import type { DeedFacts, ItemFacts, MeasureFacts } from '../../documents/sheets/facts.ts';

/** What lists say instead of ids. */
export interface Known {
  readonly person: (id: string) => string;
  /** Under both names where it was done in another's place. */
  readonly doer: (deed: Deed) => string;
  readonly unit: (id: string) => string;
  readonly liaisonOf: (unitId: string) => string | null;
}

export function knownOf({ people, units }: NamedDirectory, locale: Locale): Known {
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const unit = new Map(units.map((one) => [one.id, one]));
  const name = (id: string): string => person.get(id) ?? id;
  return {
    person: name,
    doer: (deed) => doerText(deed, locale, name),
    unit: (id) => unit.get(id)?.name ?? id,
    liaisonOf: (unitId) => orNull(unit.get(unitId)?.liaisonId ?? null, name),
  };
}

const orNull = (id: string | null, name: (id: string) => string | null): string | null =>
  id === null ? null : name(id);

/** @param report the newest, where there is one */
export function itemFactsOf(
  { number, part, group, title, item }: ItemRecord,
  report: string | undefined,
  round: ItemRound,
  known: Known,
  now: Instant,
): ItemFacts {
  const { light, dueOn, workingDaysLeft, turn } = outlook(item, round, now);
  const years = dueOn === null ? [] : unknownYears(round.calendar, round.startsOn, dueOn);
  return {
    number,
    part,
    group,
    title,
    immediate: item.immediate,
    state: item.state,
    light,
    unit: orNull(item.unitId, known.unit),
    handler: orNull(item.handlerId, known.person),
    leadLeader: orNull(item.leadLeaderId, known.person),
    liaison: orNull(item.unitId, known.liaisonOf),
    signDueOn: item.signDueOn,
    planDueOn: item.planDueOn,
    firstDueOn: item.firstDueOn,
    dueOn,
    workingDaysLeft,
    turn: turn === null ? null : { party: turn.party, who: whoseTurn(turn, known), act: turn.act, dueOn: turn.dueOn },
    extensions: item.extensions.length,
    rootCause: item.plan?.rootCause ?? null,
    measures: measuresOf(item, known),
    progress: report ?? null,
    statement: item.application?.statement ?? null,
    evidence: item.evidence.map(({ name }) => name),
    applied: deedOf(item.application, '', known),
    endorsed: deedOf(item.endorsement, item.endorsement?.opinion ?? '', known),
    decided: decidedOf(item, known),
    unpublishedYears: [...new Set([...years, ...(turn?.unknownYears ?? [])])].sort(),
  };
}

/** The one person, or the units of a joint review that have not said yet, one under the other. */
const whoseTurn = ({ personId, unitIds }: Turn, known: Known): string | null =>
  unitIds.length > 0 ? unitIds.map(known.unit).join('\n') : orNull(personId, known.person);

/** Before a plan the one measure is the item itself, which is nothing to list. */
function measuresOf({ plan, measures, evidence, application }: Item, known: Known): readonly MeasureFacts[] {
  if (plan === null) return [];
  return measures.map(({ id, text, ownerId, dueOn }, index) => ({
    number: index + 1,
    text,
    owner: orNull(ownerId, known.person),
    dueOn,
    evidence: evidence.filter(({ measureIds }) => measureIds.includes(id)).map(({ name }) => name),
    unproven: application?.unproven.find(({ measureId }) => measureId === id)?.reason ?? null,
  }));
}

function decidedOf({ state, closure, interim, standing }: Item, known: Known): DeedFacts | null {
  const verdict = state === 'closed' ? closure : state === 'interim' ? interim : state === 'standing' ? standing : null;
  return deedOf(verdict, verdict?.opinion ?? '', known);
}

const deedOf = (deed: Deed | null, opinion: string, known: Known): DeedFacts | null =>
  deed === null ? null : { by: known.doer(deed), on: localDate(deed.at), opinion };
