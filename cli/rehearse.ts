/** `rectify rehearse ROUND`: what would reach whom by when, on the terminal. Broken off it leaves nothing. */
import { BadInput } from './bad-input.ts';
import { progress } from './progress.ts';
import type { Print } from './registering.ts';
import { policyGiven } from './rules.ts';
import type { Session } from './session.ts';
import { cut, table } from './table.ts';
import { namesOfAll, personIdOf } from '../client/people/directory.ts';
import { readInput } from '../client/read-input.ts';
import { rehearsalAsked } from '../client/rehearsal/rehearsal-bodies.ts';
import { prepareRehearsal } from '../client/rehearsal/rehearse.ts';
import type { Progress } from '../client/rehearsal/script.ts';
import type { Locale } from '../core/locale.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import type { Names } from '../core/i18n/names.ts';
import { unpublishedMark } from '../core/i18n/format.ts';
import { differencesOf, heavyDays, type Assumption, type Rehearsal } from '../core/round/rehearsal.ts';

export interface RehearseOptions {
  readonly until: string;
  readonly assumption: Assumption;
  readonly heavy?: number;
  /** The name of a policy, or a file with one. */
  readonly policy?: string;
  readonly calendar?: number;
  readonly handOver?: { readonly from: string; readonly to: string };
  readonly json?: true;
}

export async function rehearseRound(
  session: Session,
  roundId: string,
  options: RehearseOptions,
  print: Print,
): Promise<void> {
  const { context, words, locale } = session;
  const said = catalogue(locale).rehearsal;
  const asked = readInput(rehearsalAsked, {
    until: options.until,
    assumption: options.assumption,
    ...(options.heavy === undefined ? {} : { heavyFrom: options.heavy }),
    ...(await changeOf(session, options)),
  });
  const breakOff = new AbortController();
  const stop = () => breakOff.abort(new BadInput(words.interrupted));
  let latest: Progress = { on: null, mails: 0, leftover: false };
  const line = progress(() => (latest.on === null ? said.preparing : said.reached(latest.on, latest.mails)));
  const told = (now: Progress) => {
    latest = now;
    line.told(now.mails);
  };
  const play = await prepareRehearsal(context, await session.actor(), roundId, asked);
  for (const signal of signals) process.once(signal, stop);
  const played = await play({ told, signal: breakOff.signal }).finally(() => {
    for (const signal of signals) process.off(signal, stop);
    line.end();
  });
  if (options.json === true) return print(JSON.stringify(played, null, 2));
  if (latest.leftover) print(said.leftover);
  const names = await namesOfAll(context);
  printRehearsal(session, played.after ?? played.before, names, print);
  if (played.after !== null) printComparison(session, played.before, played.after, names, print);
}

const signals = ['SIGINT', 'SIGTERM'] as const;

async function changeOf({ context, words }: Session, { policy, calendar, handOver }: RehearseOptions) {
  if (handOver !== undefined) {
    if (policy !== undefined || calendar !== undefined) throw new BadInput(words.oneChange);
    const fromId = await personIdOf(context, handOver.from);
    return { change: { kind: 'handOver', fromId, toId: await personIdOf(context, handOver.to) } };
  }
  if (policy === undefined && calendar === undefined) return {};
  return {
    change: {
      kind: 'rules',
      ...(calendar === undefined ? {} : { calendar }),
      ...(policy === undefined ? {} : { policy: await policyGiven(policy, words) }),
    },
  };
}

/** So many rows of a list on a terminal; all of them are in --json. */
const mostRows = 200;

function printRehearsal({ locale, words }: Session, played: Rehearsal, names: Names, print: Print): void {
  const { rehearsal: said, things, explanation, assumptions } = catalogue(locale);
  const { roundId, title, from, until, assumption, days, escalated, unsure, heavyFrom, undone } = played;
  print(`${things.rehearsal} · ${roundId} · ${title}\n${from} → ${until} · ${assumptions[assumption]}`);
  const rows = days
    .slice(0, mostRows)
    .map(({ on, personId, mails, letters, items }) => [
      ...[on, names.person(personId), String(mails), String(letters), cut(items.join(' '), 40)],
    ]);
  if (rows.length > 0) print(table([[words.day, things.person, things.mails, things.letters, things.items], ...rows]));
  if (days.length > mostRows) print(words.more(String(days.length)));
  print(said.totals(played.mails, played.people, played.letters));
  print(said.heavyFrom(heavyDays(played).length, heavyFrom));
  if (escalated.length > 0) print(`${said.escalates}:\n${letterTable(played, names, locale, words.day)}`);
  for (const [mark, count] of countedBy(unsure.map(({ years }) => unpublishedMark(years, locale) ?? '')))
    print(`※ ${said.unsure}: ${mark} (${count})`);
  for (const [date, count] of countedBy(unsure.map(({ date, on }) => `${explanation.dates[date]} ${on}`)))
    print(`  ${date} × ${count}`);
  print(said.ended(played.finished, played.items));
  if (undone > 0) print(said.undone(undone));
  print(said.took(played.seconds));
}

function letterTable({ escalated, letterNames }: Rehearsal, names: Names, locale: Locale, day: string): string {
  const { things } = catalogue(locale);
  const rows = countedBy(
    escalated.map(({ on, personId, letter }) =>
      [on, names.person(personId), letterNames[letter]?.[locale] ?? letter].join('\t'),
    ),
  ).map(([key, count]) => [...key.split('\t'), String(count)]);
  return table([[day, things.recipient, things.letter, things.items], ...rows]);
}

function printComparison(
  { locale, words }: Session,
  before: Rehearsal,
  after: Rehearsal,
  names: Names,
  print: Print,
): void {
  const { rehearsal: said, things } = catalogue(locale);
  const differences = differencesOf(before, after);
  print(said.instead(after.mails, after.people, before.mails, before.people));
  print(said.differs(differences.length));
  const rows = differences
    .slice(0, mostRows)
    .map(({ on, personId, before, after }) => [on, names.person(personId), String(before), String(after)]);
  if (rows.length > 0) print(table([[words.day, things.person, words.before, words.after], ...rows]));
}

/** In the order in which they first stand. */
function countedBy(keys: readonly string[]): [string, number][] {
  return [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]);
}
