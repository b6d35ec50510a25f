/**
 * The third guard of {@link file://./decide.ts}: do the facts of the command fit the item, the policy and the calendar?
 */
import { isWorkingDay, workingDayFrom, workingDayUpTo } from '../rules/calendar.ts';
import type { CommandOf, ItemCommand } from './command.ts';
import { implied } from './impossible.ts';
import type { Item } from './item.ts';
import type { Rules } from '../rules/rules.ts';
import type { Refusal, TextField } from './refusal.ts';
import { endOfDay, isLocalDate, localDate, type Instant, type LocalDate } from '../time.ts';

/** Least and most of what people write, in characters as people count them. */
const limits = { reason: 10, rootCause: 2, longText: 4000, measures: 50 } as const;

export function refuseByFacts(item: Item, command: ItemCommand, rules: Rules, now: Instant): Refusal | null {
  const today = localDate(now);
  switch (command.type) {
    case 'assign':
    case 'signFor':
    case 'approvePlan':
      return null;
    case 'grantExtension':
      // Granted too late, the wish itself would be overdue.
      return refuseDate(implied(item.extensionRequest, item, 'a request for more time').until, today, rules);
    case 'disown':
    case 'returnPlan':
    case 'refuseExtension':
    case 'cancel':
      return refuseText('reason', command.reason, limits.reason);
    case 'submitPlan':
      return refusePlan(item, command);
    case 'reportProgress':
      return refuseText('text', command.text, 1);
    case 'addEvidence':
      return refuseEvidence(item, command);
    case 'requestClosure':
      return refuseApplication(item, command, rules);
    case 'return':
      return (
        (command.measureIds.length === 0 ? ({ code: 'noMeasureNamed' } as const) : null) ??
        refuseUnknownMeasures(item, command.measureIds) ??
        refuseText('reason', command.reason, limits.reason) ??
        refuseDate(command.dueOn, today, rules)
      );
    case 'endorse':
    case 'approveClosure':
      return refuseText('opinion', command.opinion, 0);
    case 'acceptInterim':
      return refuseText('opinion', command.opinion, 1) ?? refuseDate(command.checkpointOn, today, rules);
    case 'acceptStanding':
      return refuseText('opinion', command.opinion, 1) ?? refuseDate(command.reviewOn, today, rules);
    case 'requestExtension':
      return refuseExtension(item, command, rules, now);
    case 'reopen':
      return refuseText('reason', command.reason, limits.reason) ?? refuseDate(command.dueOn, today, rules);
  }
}

function refusePlan(item: Item, { rootCause, measures }: CommandOf<'submitPlan'>): Refusal | null {
  if (measures.length === 0) return { code: 'noMeasures' };
  if (measures.length > limits.measures)
    return { code: 'tooManyMeasures', most: limits.measures, given: measures.length };
  const cause = refuseText('rootCause', rootCause, limits.rootCause);
  if (cause !== null) return cause;
  const latest = implied(item.dueOn, item, 'a due date');
  for (const [index, { text, dueOn }] of measures.entries()) {
    const refusal = refuseText('measure', text, 2) ?? (dueOn === null ? null : refuseNoDate(dueOn));
    if (refusal !== null) return refusal;
    if (dueOn !== null && dueOn > latest) return { code: 'measureTooLate', index: index + 1, dueOn, latest };
  }
  return null;
}

function refuseEvidence(item: Item, { sha256, name, measureIds }: CommandOf<'addEvidence'>): Refusal | null {
  if (measureIds.length === 0) return { code: 'noMeasureNamed' };
  const same = measureIds.every((id) => filesFor(item, id).has(sha256));
  return refuseUnknownMeasures(item, measureIds) ?? (same ? { code: 'sameEvidence', name } : null);
}

function refuseApplication(
  item: Item,
  { statement, unproven }: CommandOf<'requestClosure'>,
  { policy }: Rules,
): Refusal | null {
  const explained = unproven.map(({ measureId }) => measureId);
  const reasons = unproven.map(({ reason }) => refuseText('reason', reason, limits.reason));
  const missing = item.measures
    .map(({ id }) => id)
    .filter((id) => !explained.includes(id) && filesFor(item, id).size < policy.evidencePerMeasure);
  return (
    refuseText('statement', statement, limits.reason) ??
    refuseUnknownMeasures(item, explained) ??
    reasons.find((refusal) => refusal !== null) ??
    (missing.length === 0 ? null : { code: 'evidenceMissing', measureIds: missing, least: policy.evidencePerMeasure })
  );
}

/** What is handed in for a measure, by content: one file counts once, however often it was named. */
const filesFor = (item: Item, measureId: string): ReadonlySet<string> =>
  new Set(item.evidence.filter(({ measureIds }) => measureIds.includes(measureId)).map(({ sha256 }) => sha256));

function refuseExtension(
  item: Item,
  command: CommandOf<'requestExtension'>,
  rules: Rules,
  now: Instant,
): Refusal | null {
  const dueOn = implied(item.dueOn, item, 'a due date');
  if (now >= endOfDay(dueOn)) return { code: 'extensionTooLate', dueOn };
  if (item.extensions.length >= rules.policy.maxExtensions)
    return { code: 'tooManyExtensions', most: rules.policy.maxExtensions };
  return (
    refuseText('reason', command.reason, limits.reason) ??
    refuseText('progress', command.progress, 1) ??
    refuseDate(command.until, dueOn, rules)
  );
}

function refuseUnknownMeasures(item: Item, measureIds: readonly string[]): Refusal | null {
  const known = item.measures.map(({ id }) => id);
  const unknown = measureIds.filter((id) => !known.includes(id));
  return unknown.length === 0 ? null : { code: 'unknownMeasures', measureIds: unknown, known };
}

function refuseText(field: TextField, text: string, least: number): Refusal | null {
  const given = [...text.trim()].length;
  if (given < least) return { code: 'textTooShort', field, least, given };
  return given > limits.longText ? { code: 'textTooLong', field, most: limits.longText, given } : null;
}

const refuseNoDate = (date: string): Refusal | null => (isLocalDate(date) ? null : { code: 'notADate', given: date });

/** A date that people promise: a real day, later than `after`, and a working day. */
function refuseDate(date: LocalDate, after: LocalDate, { calendar }: Rules): Refusal | null {
  if (!isLocalDate(date)) return { code: 'notADate', given: date };
  if (date <= after) return { code: 'dateNotLater', given: date, after };
  if (isWorkingDay(calendar, date)) return null;
  return {
    code: 'dayOff',
    given: date,
    before: workingDayUpTo(calendar, date),
    after: workingDayFrom(calendar, date),
  };
}
