/**
 * The third guard of {@link file://./decide.ts}: do the facts of the command fit the item, the policy and the calendar?
 */
import { isWorkingDay, workingDayFrom, workingDayUpTo } from '../rules/calendar.ts';
import { allowedIn, rulesOfAct, type ActField, type FieldValues } from './acts.ts';
import { bindingsOf, rebound } from './binding.ts';
import type { CommandOf, ItemCommand } from './command.ts';
import { authorsOf } from './four-eyes.ts';
import { implied } from './impossible.ts';
import type { Item, PlannedMeasure, Unproven } from './item.ts';
import { dateOf } from './item-dates.ts';
import type { DateMove } from './date-move.ts';
import { contentsFor, unprovenMeasures } from './proof.ts';
import type { Policy } from '../rules/policy.ts';
import type { Rules } from '../rules/rules.ts';
import type { Refusal, TextField } from './refusal.ts';
import { turnOf } from './turn.ts';
import { awaitedLetters } from './letter.ts';
import { letterRules } from '../rules/policy.ts';
import { isLocalDate, localDate, type Instant, type LocalDate } from '../time.ts';

/** The longest text of a field, in characters as people count them, and the most measures of a plan and files asked for by one. */
const most = { text: 4000, measures: 50, asks: 10 } as const;

/** The shortest measure, and the shortest reason given inside another field, in characters as people count them. */
const least = { measure: 2, reason: 10 } as const;

export function refuseByFacts(item: Item, command: ItemCommand, rules: Rules, now: Instant): Refusal | null {
  return refuseFields(item, command, rules, localDate(now)) ?? refuseTogether(item, command, rules, now);
}

/** Each field by itself, in the order of the table: the first that does not fit. */
function refuseFields(item: Item, command: ItemCommand, rules: Rules, today: LocalDate): Refusal | null {
  for (const [name, field] of Object.entries(rulesOfAct(command.type).fields)) {
    const refusal = refuseField(item, command, name, field, rules, today);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseField(
  item: Item,
  command: ItemCommand,
  name: string,
  field: ActField,
  rules: Rules,
  today: LocalDate,
): Refusal | null {
  switch (field.kind) {
    case 'text':
      return refuseText(name as TextField, valueOf(command, name, field.kind), field.least);
    case 'date': {
      const after =
        field.after === 'today' ? today : later(earliest(item, today), implied(item.dueOn, item, 'a due date'));
      return refuseDate(valueOf(command, name, field.kind), after, rules);
    }
    case 'pastDate':
    case 'pastDateOrNone':
      return refuseLaterThanToday(valueOf(command, name, field.kind), today);
    case 'letterKind': {
      const given = valueOf(command, name, field.kind);
      const known = letterRules(rules.policy).map(({ kind }) => kind);
      return known.includes(given) ? null : { code: 'unknownLetter', given, known };
    }
    case 'letterSeq': {
      const given = valueOf(command, name, field.kind);
      const waiting = awaitedLetters(item).map(({ seq }) => seq);
      return waiting.includes(given) ? null : { code: 'otherLetter', given, waiting };
    }
    case 'measureIds':
      return refuseNamed(item, valueOf(command, name, field.kind));
    case 'measures':
      return refuseMeasures(item, valueOf(command, name, field.kind));
    case 'measureStatuses': {
      const ids = valueOf(command, name, field.kind).map(({ measureId }) => measureId);
      return refuseNamed(item, ids);
    }
    case 'unproven':
      return refuseUnproven(item, valueOf(command, name, field.kind));
    case 'moves':
      return refuseMoves(item, valueOf(command, name, field.kind), rules);
    case 'yesOrNo':
    case 'bindings':
    case 'id':
    case 'rulesVersion':
    case 'grade':
    case 'sources':
      return null;
  }
}

/** A date for the whole that is set during a pause lies beyond it. */
const earliest = ({ pause }: Item, today: LocalDate): LocalDate => later(today, pause?.until ?? today);

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The command's type is made of the table that names the field and its kind. */
const valueOf = <Kind extends keyof FieldValues>(command: ItemCommand, name: string, _kind: Kind): FieldValues[Kind] =>
  (command as unknown as Readonly<Record<string, FieldValues[Kind]>>)[name] as FieldValues[Kind];

function refuseMeasures(item: Item, measures: readonly PlannedMeasure[]): Refusal | null {
  if (measures.length === 0) return { code: 'noMeasures' };
  if (measures.length > most.measures) return { code: 'tooManyMeasures', most: most.measures, given: measures.length };
  const latest = implied(item.dueOn, item, 'a due date');
  for (const [index, { text, dueOn, asks = [] }] of measures.entries()) {
    if (asks.length > most.asks) return { code: 'tooManyAsked', most: most.asks, given: asks.length };
    const refusal =
      refuseText('measure', text, least.measure) ??
      (dueOn === null ? null : refuseNoDate(dueOn)) ??
      firstOf(asks.map((one) => refuseText('asks', one, least.measure)));
    if (refusal !== null) return refusal;
    if (dueOn !== null && dueOn > latest) return { code: 'measureTooLate', index: index + 1, dueOn, latest };
  }
  return null;
}

function refuseUnproven(item: Item, unproven: readonly Unproven[]): Refusal | null {
  const reasons = unproven.map(({ reason }) => refuseText('reason', reason, least.reason));
  return (
    refuseUnknownMeasures(
      item,
      unproven.map(({ measureId }) => measureId),
    ) ?? firstOf(reasons)
  );
}

/** What was seen in the preview must still be so: who moves a date signs for the old one and the new one. */
function refuseMoves(item: Item, moves: readonly DateMove[], rules: Rules): Refusal | null {
  if (moves.length === 0) return { code: 'noDates' };
  for (const { date, from, to } of moves) {
    const refusal = refuseNoDate(from) ?? refuseNoDate(to);
    if (refusal !== null) return refusal;
    // A higher body may have said the very day meanwhile: from then on no other rules move it.
    if (date === 'due' && item.dueIsFixed) return { code: 'dueDateFixed', dueOn: from };
    const isSo = date === 'turn' ? turnOf(item, rules)?.dueOn === to : dateOf(item, date) === from;
    if (!isSo) return { code: 'dateNotAsSeen', date, seen: from };
  }
  return null;
}

const firstOf = (refusals: readonly (Refusal | null)[]): Refusal | null =>
  refusals.find((refusal) => refusal !== null) ?? null;

/** What the fields say together, and with what was handed in before. */
function refuseTogether(item: Item, command: ItemCommand, rules: Rules, now: Instant): Refusal | null {
  const { policy } = rules;
  switch (command.type) {
    case 'addEvidence': {
      const { evidenceId, measureIds, file } = command;
      const { sha256, name } = file;
      if (item.evidence.some(({ id }) => id === evidenceId)) return { code: 'handedInAlready', name };
      return measureIds.every((id) => contentsFor(item, id).has(sha256)) ? { code: 'sameEvidence', name } : null;
    }
    case 'recordProgress':
      return item.evidence.some(({ id }) => id === command.evidenceId)
        ? { code: 'handedInAlready', name: command.file.name }
        : null;
    case 'return':
      return item.dueIsFixed && item.dueOn !== null && localDate(now) < item.dueOn && command.dueOn > item.dueOn
        ? { code: 'dateTooLate', given: command.dueOn, latest: item.dueOn }
        : null;
    case 'requestClosure': {
      const explained = command.unproven.map(({ measureId }) => measureId);
      const missing = unprovenMeasures(item, policy).filter((id) => !explained.includes(id));
      return missing.length === 0
        ? refuseNothingSince(item, explained)
        : {
            code: 'evidenceMissing',
            measureIds: missing,
            least: policy.evidencePerMeasure,
            asked: item.measures.flatMap(({ id, asks }) => (missing.includes(id) ? asks : [])),
          };
    }
    case 'acceptInterim':
      return refuseUnjustified(item, command, policy);
    case 'handOver':
      return refuseHandOver(item, command, rules);
    default:
      return null;
  }
}

/** A checkpoint asks what came of the stage: something handed in since it was accepted, or a word on each measure. */
function refuseNothingSince({ interims, evidence, measures }: Item, explained: readonly string[]): Refusal | null {
  const since = interims.at(-1)?.at;
  if (since === undefined || evidence.some(({ at }) => at > since)) return null;
  return measures.every(({ id }) => explained.includes(id)) ? null : { code: 'nothingSince', since };
}

/** Stage after stage is no way to put a closure off: from so many on, whoever accepts another says why. */
function refuseUnjustified(
  { interims }: Item,
  { opinion }: CommandOf<'acceptInterim'>,
  { interimsUnjustified }: Policy,
): Refusal | null {
  const given = [...opinion.trim()].length;
  if (interimsUnjustified === undefined || interims.length < interimsUnjustified || given >= least.reason) return null;
  return { code: 'justificationNeeded', accepted: interims.length, least: least.reason, given };
}

/** Nobody gets by it what is theirs to be judged, or what nobody holds. */
function refuseHandOver(item: Item, command: CommandOf<'handOver'>, { policy }: Rules): Refusal | null {
  const { as, fromId, toId } = command;
  const bound = bindingsOf(item, fromId);
  if (as.length === 0 || as.some((binding) => !bound.includes(binding)))
    return { code: 'notBound', personId: fromId, as, bound };
  if (fromId === toId) return { code: 'sameSuccessor', personId: toId };
  const { handlerId, leadLeaderId } = rebound(item, as, fromId, toId);
  const ahead = (['approvePlan', 'endorse'] as const).filter((act) => isAhead(act, item, policy));
  const authors = ahead.flatMap((act) => authorsOf(item, act));
  const isOwn = handlerId === leadLeaderId || (as.includes('leadLeader') && authors.includes(toId));
  return isOwn ? { code: 'wouldJudgeOwn', personId: toId } : null;
}

/** A plan is judged once; what was handed in for an application is judged in every later one too. */
const isAhead = (act: 'approvePlan' | 'endorse', { state }: Item, policy: Policy): boolean =>
  act === 'approvePlan' ? state === 'planned' : allowedIn('endorse', policy).length > 0;

const refuseNamed = (item: Item, ids: readonly string[]): Refusal | null =>
  ids.length === 0 ? { code: 'noMeasureNamed' } : refuseUnknownMeasures(item, ids);

function refuseUnknownMeasures(item: Item, measureIds: readonly string[]): Refusal | null {
  const known = item.measures.map(({ id }) => id);
  const unknown = measureIds.filter((id) => !known.includes(id));
  return unknown.length === 0 ? null : { code: 'unknownMeasures', measureIds: unknown, known };
}

function refuseText(field: TextField, text: string, fewest: number): Refusal | null {
  const given = [...text.trim()].length;
  if (given < fewest) return { code: 'textTooShort', field, least: fewest, given };
  return given > most.text ? { code: 'textTooLong', field, most: most.text, given } : null;
}

const refuseNoDate = (date: string): Refusal | null => (isLocalDate(date) ? null : { code: 'notADate', given: date });

function refuseLaterThanToday(date: LocalDate | null, today: LocalDate): Refusal | null {
  if (date === null) return null;
  return refuseNoDate(date) ?? (date > today ? { code: 'dateAhead', given: date, today } : null);
}

/** A date that people promise: a real day, later than `after`, and a working day. */
function refuseDate(date: LocalDate, after: LocalDate, { calendar }: Rules): Refusal | null {
  const refusal = refuseNoDate(date);
  if (refusal !== null) return refusal;
  if (date <= after) return { code: 'dateNotLater', given: date, after };
  if (isWorkingDay(calendar, date)) return null;
  return {
    code: 'dayOff',
    given: date,
    before: workingDayUpTo(calendar, date),
    after: workingDayFrom(calendar, date),
  };
}
