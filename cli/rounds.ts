/** `rectify rounds …` */
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readAssignments } from './assignments.ts';
import { BadInput } from './bad-input.ts';
import { readJson, readText } from './files.ts';
import { outline } from './notices.ts';
import { readDocument } from './parse.ts';
import type { Print } from './registering.ts';
import { policyGiven } from './rules.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { readInput } from '../client/read-input.ts';
import { assignItems, assignmentChoices } from '../client/rounds/assign.ts';
import { importRound } from '../client/rounds/import.ts';
import { fileOf } from '../client/rounds/repeated.ts';
import { discardDraft } from '../client/rounds/draft.ts';
import { launchRound } from '../client/rounds/launch.ts';
import { itemCount } from '../client/rounds/notice-shape.ts';
import { discardRound, importRound as importBody } from '../client/rounds/round-bodies.ts';
import { round, rounds } from '../client/rounds/rounds.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { localDate } from '../core/time.ts';

export async function listRounds(session: Session, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const found = await rounds(context, await session.actor(), { limit: 100 });
  if (isJson) return print(JSON.stringify(found, null, 2));
  if (found.rounds.length === 0) return print(words.nothing);
  const { lights, roundStates, states, things } = catalogue(locale);
  const rows = found.rounds.map((one) => [
    one.id,
    roundStates[one.state],
    one.startsOn,
    String(one.itemCount),
    String(one.closedCount),
    String(one.lights.red),
    one.title,
  ]);
  const head = [words.id, things.state, things.startsOn, things.items, states.closed, lights.red.word, things.round];
  print(table([head, ...rows]));
  if (found.next !== null) print(words.moreRounds);
}

export async function showRound(session: Session, id: string, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const found = await round(context, await session.actor(), id);
  if (isJson) return print(JSON.stringify(found, null, 2));
  const { title, state, startsOn, deadlines, assignedCount, itemCount: all } = found;
  const { roundStates, things } = catalogue(locale);
  print(`${id} · ${title}\n${roundStates[state]} · ${things.startsOn} ${startsOn} · ${things.due} ${deadlines.dueOn}`);
  print(words.assigned(assignedCount, all));
}

export interface ImportOptions {
  readonly title?: string | undefined;
  readonly startsOn?: string | undefined;
  /** An edited preview. */
  readonly notice?: string | undefined;
  /** The name of a policy, or a file with one. */
  readonly policy?: string | undefined;
  readonly yes: boolean;
  /** Although the same document was imported before. */
  readonly again: boolean;
}

export async function importFile(session: Session, path: string, options: ImportOptions, print: Print): Promise<void> {
  const { context, locale, words } = session;
  const { bytes, source, notice: parsed } = await readDocument(path);
  const edited = options.notice === undefined ? parsed : await readJson(options.notice, words);
  const { notice } = readInput(importBody.pick({ notice: true }), { notice: edited });
  print(outline(notice, locale, words));
  if (!options.yes && !(await isConfirmed(session, itemCount(notice)))) return print(words.notConfirmed);
  const title = (options.title ?? notice.title ?? path).slice(0, 200);
  const startsOn = options.startsOn ?? localDate(context.now());
  const file = fileOf(basename(path), bytes);
  const given = { title, source, startsOn, file, again: options.again };
  const fields = readInput(importBody.omit({ notice: true }), given);
  const policy = options.policy === undefined ? {} : { policy: await policyGiven(options.policy, words) };
  const made = await importRound(context, await session.actor(), { ...fields, ...policy, notice });
  print(words.imported(made.id));
}

async function isConfirmed({ words }: Session, count: number): Promise<boolean> {
  if (!process.stdin.isTTY) throw new BadInput(words.needsYes);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|是)$/i.test((await terminal.question(words.confirm(count))).trim());
  } finally {
    terminal.close();
  }
}

export async function assignFile(session: Session, id: string, path: string, print: Print): Promise<void> {
  const { context, words } = session;
  const actor = await session.actor();
  const choices = await assignmentChoices(context, actor, id);
  const given = readAssignments(path, await readText(path, words), choices, words);
  const { assignedCount, itemCount: all } = await assignItems(context, actor, id, given);
  print(words.assigned(assignedCount, all));
}

export async function launch(session: Session, id: string, print: Print): Promise<void> {
  await launchRound(session.context, await session.actor(), id);
  print(session.words.launched(id));
}

export async function discard(session: Session, id: string, reason: string, print: Print): Promise<void> {
  await discardDraft(session.context, await session.actor(), id, readInput(discardRound, { reason }));
  print(session.words.discarded(id));
}
