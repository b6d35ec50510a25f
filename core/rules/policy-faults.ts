/**
 * What is wrong with an edited policy: all faults at once, each with the path of its field, what was allowed and what was given.
 */
import { nearest } from '../nearest.ts';
import { letterRules, type Addressee, type Policy } from './policy.ts';
import { locales } from '../locale.ts';

export interface PolicyFault {
  /** `escalations[1].workingDaysAfter` */
  readonly path: string;
  readonly code:
    | 'missing'
    | 'unknownField'
    | 'notAWholeNumber'
    | 'outOfRange'
    | 'notOneOf'
    | 'notATime'
    | 'notAText'
    | 'repeated'
    | 'notAList'
    | 'notAnObject'
    | 'notRising'
    | 'notFalling';
  readonly allowed: string;
  readonly given: string;
}

/** No policy calls an item yellow earlier than this before its date; lists look no further ahead. */
export const mostYellowDays = 90;

export type PolicyReading = { readonly policy: Policy } | { readonly faults: readonly PolicyFault[] };

type Check = (value: unknown, path: string, faults: PolicyFault[]) => void;
type Fields = Readonly<Record<string, { readonly check: Check; readonly optional?: boolean }>>;

const addressees: readonly Addressee[] = ['handler', 'liaison', 'leadLeader', 'chief', 'inspectionOffice', 'admin'];

/** What was sent, short enough for a sentence: a list or object, however deep or long, only by its brackets. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Of whatever was sent: nothing where there is no such field. */
const fieldOf = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];

const whole =
  (least: number, most: number): Check =>
  (value, path, faults) => {
    const allowed = `${least}–${most}`;
    if (typeof value !== 'number' || !Number.isInteger(value))
      faults.push({ path, code: 'notAWholeNumber', allowed, given: shown(value) });
    else if (value < least || value > most) faults.push({ path, code: 'outOfRange', allowed, given: shown(value) });
  };

const orNull =
  (check: Check): Check =>
  (value, path, faults) => {
    if (value !== null) check(value, path, faults);
  };

const oneOf =
  (allowed: readonly (string | boolean)[]): Check =>
  (value, path, faults) => {
    if (!allowed.some((choice) => choice === value))
      faults.push({ path, code: 'notOneOf', allowed: allowed.join(', '), given: shown(value) });
  };

const time: Check = (value, path, faults) => {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
    faults.push({ path, code: 'notATime', allowed: 'HH:MM', given: shown(value) });
};

const text =
  (most: number, pattern: RegExp = /\S/): Check =>
  (value, path, faults) => {
    if (typeof value !== 'string' || value.length > most || !pattern.test(value))
      faults.push({ path, code: 'notAText', allowed: `1–${most}`, given: shown(value) });
  };

const listOf =
  (each: Check, least: number, most: number): Check =>
  (value, path, faults) => {
    const allowed = `${least}–${most}`;
    if (!Array.isArray(value)) return void faults.push({ path, code: 'notAList', allowed, given: shown(value) });
    if (value.length < least || value.length > most)
      faults.push({ path, code: 'outOfRange', allowed, given: String(value.length) });
    value.forEach((entry: unknown, index) => each(entry, `${path}[${index}]`, faults));
  };

const object =
  (fields: Fields): Check =>
  (value, path, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return void faults.push({
        path,
        code: 'notAnObject',
        allowed: Object.keys(fields).join(', '),
        given: shown(value),
      });
    const given = value as Readonly<Record<string, unknown>>;
    const under = (name: string) => (path === '' ? name : `${path}.${name}`);
    for (const [name, { check, optional }] of Object.entries(fields)) {
      if (given[name] === undefined) {
        if (!optional) faults.push({ path: under(name), code: 'missing', allowed: '', given: '' });
      } else check(given[name], under(name), faults);
    }
    const known = Object.keys(fields);
    for (const name of Object.keys(given))
      if (!Object.hasOwn(fields, name))
        faults.push({
          path: under(name),
          code: 'unknownField',
          allowed: (nearest(name, known).length > 0 ? nearest(name, known) : known).join(', '),
          given: name,
        });
  };

/** The ladder is read from top to bottom by people: its steps must stand in the order in which they happen. */
const inOrder =
  (list: Check, field: string, direction: 'rising' | 'falling'): Check =>
  (value, path, faults) => {
    list(value, path, faults);
    if (!Array.isArray(value)) return;
    const numbers = value.map((step: unknown) => fieldOf(step, field));
    numbers.forEach((number, index) => {
      const before = numbers[index - 1];
      if (typeof number !== 'number' || typeof before !== 'number') return;
      if (direction === 'rising' && number <= before)
        faults.push({
          path: `${path}[${index}].${field}`,
          code: 'notRising',
          allowed: `> ${before}`,
          given: shown(number),
        });
      if (direction === 'falling' && number >= before)
        faults.push({
          path: `${path}[${index}].${field}`,
          code: 'notFalling',
          allowed: `< ${before}`,
          given: shown(number),
        });
    });
  };

const required = (check: Check) => ({ check });
const addresseeList = listOf(oneOf(addressees), 1, addressees.length);

/** Whoever is named twice would be written to twice. */
const recipients = required((value, path, faults) => {
  addresseeList(value, path, faults);
  if (!Array.isArray(value)) return;
  value.forEach((entry: unknown, index) => {
    if (value.indexOf(entry) === index || !addressees.some((known) => known === entry)) return;
    const left = addressees.filter((addressee) => !value.includes(addressee)).join(', ');
    faults.push({ path: `${path}[${index}]`, code: 'notOneOf', allowed: left, given: shown(entry) });
  });
});
const reminderSteps = (more: Fields): Check =>
  inOrder(
    listOf(object({ daysBefore: required(whole(0, 365)), to: recipients, ...more }), 0, 20),
    'daysBefore',
    'falling',
  );

const letterList = listOf(
  object({
    kind: required(text(40, /^[a-zA-Z][a-zA-Z0-9]*$/)),
    name: {
      check: object(Object.fromEntries(locales.map((locale) => [locale, required(text(40))]))),
      optional: true,
    },
    mark: { check: text(8), optional: true },
    answerWithinWorkingDays: { check: whole(1, 60), optional: true },
    to: recipients,
  }),
  1,
  10,
);

/** A kind that stands there twice would have two names. */
const lettersShape: Check = (value, path, faults) => {
  letterList(value, path, faults);
  const named: readonly unknown[] = Array.isArray(value) ? value : [];
  kindsIn(value).forEach((kind, index, all) => {
    if (fieldOf(named[index], 'name') === undefined && !kindsIn(undefined).includes(kind))
      faults.push({ path: `${path}[${index}].name`, code: 'missing', allowed: '', given: '' });
    if (all.indexOf(kind) < index)
      faults.push({ path: `${path}[${index}].kind`, code: 'repeated', allowed: '', given: shown(kind) });
  });
};

function kindsIn(letters: unknown): string[] {
  if (letters === undefined) return letterRules({}).map(({ kind }) => kind);
  if (!Array.isArray(letters)) return [];
  return letters.map((letter: unknown) => String(fieldOf(letter, 'kind')));
}

const stageList = listOf(listOf(text(200), 1, 10), 1, 5);

/** A unit is asked once for an application. */
const stagesShape: Check = (value, path, faults) => {
  stageList(value, path, faults);
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  value.forEach((stage: unknown, index) => {
    if (!Array.isArray(stage)) return;
    stage.forEach((unit: unknown, place) => {
      if (seen.has(unit))
        faults.push({ path: `${path}[${index}][${place}]`, code: 'repeated', allowed: '', given: shown(unit) });
      seen.add(unit);
    });
  });
};

/** @param letters the kinds that the steps may name */
const policyShape = (letters: readonly string[]): Check =>
  object({
    version: required(whole(1, 1_000_000)),
    mailSlot: required(time),
    signWithinWorkingDays: required(orNull(whole(1, 30))),
    reviewWithinWorkingDays: required(orNull(whole(1, 30))),
    planDueDays: required(whole(1, 180)),
    periodMonths: required(whole(1, 36)),
    dueOnDayOff: required(oneOf(['nextWorkingDay', 'keep'])),
    planReview: required(oneOf(['leadLeader', 'none'])),
    closureReview: required(oneOf(['endorseThenApprove', 'approveOnly'])),
    jointReview: { check: stagesShape, optional: true },
    planReminders: required(reminderSteps({})),
    reminders: required(reminderSteps({ letter: { check: oneOf(letters), optional: true } })),
    letters: { check: lettersShape, optional: true },
    escalations: required(
      inOrder(
        listOf(
          object({
            workingDaysAfter: required(whole(1, 250)),
            to: recipients,
            letter: { check: oneOf(letters), optional: true },
            proposesInterview: { check: oneOf([true, false]), optional: true },
            lists: { check: oneOf([true, false]), optional: true },
          }),
          0,
          10,
        ),
        'workingDaysAfter',
        'rising',
      ),
    ),
    returnDueWorkingDays: required(whole(1, 60)),
    maxExtensions: required(whole(0, 10)),
    yellowWithinDays: required(whole(0, mostYellowDays)),
    repeatEveryWorkingDays: required(whole(1, 30)),
    repeatUpwardFrom: required(whole(1, 20)),
    evidencePerMeasure: required(whole(0, 10)),
    interimCheckpointMonths: required(whole(1, 24)),
    interimsUnjustified: { check: whole(0, 24), optional: true },
    standingReviewMonths: required(whole(1, 24)),
  });

/** Reads unknown JSON as a policy. Never throws: either the policy or every fault in it. */
export function readPolicy(value: unknown): PolicyReading {
  const faults: PolicyFault[] = [];
  policyShape(kindsIn(fieldOf(value, 'letters')))(value, '', faults);
  return faults.length === 0 ? { policy: value as Policy } : { faults };
}
