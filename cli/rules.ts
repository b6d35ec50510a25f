/** `rectify calendar …`, `rectify rules …` */
import { jsonOf, readJson, readText } from './files.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import type { Words } from './words.ts';
import { changeRound } from '../client/rounds/launch.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { readInput } from '../client/read-input.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { applyRules } from '../client/rules/apply.ts';
import { addYear, calendars } from '../client/rules/calendars.ts';
import { previewRules } from '../client/rules/change.ts';
import { rulesChange, rulesToApply, yearToAdd } from '../client/rules/rules-bodies.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { policyNames } from '../core/rules/policies.ts';
import { dateTime, tableDate } from '../core/i18n/format.ts';

export async function listCalendars(session: Session, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const found = await calendars(context, await session.actor());
  if (isJson) return print(JSON.stringify(found, null, 2));
  const names = await namesOfAll(context);
  for (const { version, years, year, at, by } of found) {
    const who = at === null ? [] : [dateTime(at, locale), names.person(by ?? '')];
    print(
      [words.calendarVersion(version, Object.keys(years)), ...(year === null ? [] : [`+ ${year}`]), ...who].join('  '),
    );
  }
}

/** A notice as text, or one year as JSON. */
export async function addCalendar(session: Session, path: string, print: Print): Promise<void> {
  const { context, words } = session;
  const text = await readText(path, words);
  const given = text.trimStart().startsWith('{') ? { year: jsonOf(text, path, words) } : { text };
  const { version, years } = await addYear(context, await session.actor(), readInput(yearToAdd, given));
  print(words.calendarVersion(version, Object.keys(years)));
  print(words.nextPreview);
}

export interface RulesOptions {
  readonly round?: readonly string[];
  readonly calendar?: number;
  /** The name of a policy, or a file with one. */
  readonly policy?: string;
  readonly reason?: string;
  readonly json?: true;
}

async function changeOf({ words }: Session, { round, calendar, policy }: RulesOptions) {
  return {
    rounds: round ?? null,
    ...(calendar === undefined ? {} : { calendar }),
    ...(policy === undefined ? {} : { policy: await policyGiven(policy, words) }),
  };
}

/** A name that is none is refused by the use case, with those that are. */
export const policyGiven = async (given: string, words: Words): Promise<unknown> =>
  given.endsWith('.json') ? readJson(given, words) : given;

export function listPolicies({ locale }: Session, print: Print): void {
  for (const name of policyNames) print(`${name}  ${catalogue(locale).policies[name]}`);
}

/** Of a draft. */
export async function choosePolicy(session: Session, id: string, given: string, print: Print): Promise<void> {
  const { context, words } = session;
  const { policy } = await changeRound(context, await session.actor(), id, { policy: await policyGiven(given, words) });
  print(words.policyChosen(id, policy.version));
}

export async function preview(session: Session, options: RulesOptions, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const change = readInput(rulesChange, await changeOf(session, options));
  const found = await previewRules(context, await session.actor(), change);
  if (options.json === true) return print(JSON.stringify(found, null, 2));
  const names = await namesOfAll(context);
  const { explanation } = catalogue(locale);
  for (const { roundId, title, from, to } of found.rounds)
    print(`${roundId}  ${title}  ${words.rulesFromTo(from.policy, from.calendar, to.policy, to.calendar)}`);
  const rows = found.moved.flatMap(({ itemId, number, moves, told }) =>
    moves.map(({ date, from, to }) => [
      itemId,
      number,
      explanation.moved[date],
      tableDate(from, locale),
      tableDate(to, locale),
      told.map(names.person).join(' '),
    ]),
  );
  const { things } = catalogue(locale);
  const { movedDate, before, after } = words;
  const head = [words.id, things.number, movedDate, before, after, things.recipients];
  if (rows.length > 0) print(table([head, ...rows]));
  print(words.wouldMove(found.moved.length, found.looked));
}

export async function apply(session: Session, options: RulesOptions, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const given = { ...(await changeOf(session, options)), reason: options.reason };
  const done = await applyRules(context, await session.actor(), readInput(rulesToApply, given));
  if (options.json === true) return print(JSON.stringify(done, null, 2));
  for (const { itemId, refusal } of done.refused) print(`${itemId}: ${anyRefusalText(refusal, locale)}`);
  print(words.rulesApplied(done.rounds, done.moved));
  if (done.refused.length > 0) print(words.applyAgain(done.refused.length));
}
