/** `rectify notice …`: what a progress notice tells of each item, who agreed to what it leaves out, and its files. */
import { savePaper, type Out } from './papers.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { bulletinEntry, bulletinFrame } from '../client/bulletin/bulletin-bodies.ts';
import { approveBulletinEntry, setBulletinEntry, setBulletinFrame } from '../client/bulletin/decide.ts';
import { bulletinDraft, type BulletinDrafting } from '../client/bulletin/drafting.ts';
import { bulletin, type BulletinAsk } from '../client/papers/bulletin.ts';
import { readInput } from '../client/read-input.ts';
import { notFound } from '../client/refused.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import type { BulletinChoice } from '../core/round/bulletin.ts';

export interface DraftOptions {
  readonly on: string | undefined;
  readonly isJson: boolean;
}

export async function showDraft(
  session: Session,
  id: string,
  { on, isJson }: DraftOptions,
  print: Print,
): Promise<void> {
  const { context, locale } = session;
  const draft = await bulletinDraft(context, await session.actor(), id, on);
  if (isJson) return print(JSON.stringify(draft, null, 2));
  const { bulletinChoices, bulletinTerms, states, things } = catalogue(locale);
  const rows = draft.items.map(({ number, state, title, versions }) => {
    const entry = versions.at(-1);
    const choice = entry?.choice ?? 'publish';
    const isOpen = choice !== 'publish' && entry?.approval === null;
    return [
      number,
      states[state],
      bulletinChoices[choice],
      isOpen ? bulletinTerms.toApprove : '',
      entry?.title ?? title,
    ];
  });
  print(table([[things.number, things.state, bulletinTerms.choice, '', things.item], ...rows]));
}

export interface EntryOptions {
  readonly choose: BulletinChoice;
  readonly reason?: string;
  readonly title?: string;
  readonly result?: string;
}

/** Replaces what was decided of the item before, as a whole. */
export async function setEntry(
  session: Session,
  id: string,
  number: string,
  { choose: choice, ...said }: EntryOptions,
  print: Print,
): Promise<void> {
  const actor = await session.actor();
  const { item, version } = await itemNumbered(session, id, number);
  const body = readInput(bulletinEntry, { choice, ...said, version });
  await setBulletinEntry(session.context, actor, id, item.id, body);
  print(session.words.entrySet(number, catalogue(session.locale).bulletinChoices[choice], choice !== 'publish'));
}

export async function approveEntry(session: Session, id: string, number: string, print: Print): Promise<void> {
  const { item, version } = await itemNumbered(session, id, number);
  await approveBulletinEntry(session.context, await session.actor(), id, item.id, version);
  print(session.words.entryApproved(number));
}

export interface FrameOptions {
  readonly opening?: string;
  readonly organ?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly email?: string;
  readonly datedOn?: string;
}

/** Replaces what stood around the items before, as a whole. */
export async function setFrame(
  session: Session,
  id: string,
  { opening, organ, datedOn, ...ways }: FrameOptions,
  print: Print,
): Promise<void> {
  const actor = await session.actor();
  const { frames } = await bulletinDraft(session.context, actor, id);
  const contact = Object.keys(ways).length === 0 ? null : ways;
  const version = frames.at(-1)?.version ?? 0;
  const body = readInput(bulletinFrame, { opening, organ, datedOn, contact, version });
  await setBulletinFrame(session.context, actor, id, body);
  print(session.words.frameSet);
}

export async function saveBulletin(
  session: Session,
  id: string,
  ask: BulletinAsk,
  to: Out,
  print: Print,
): Promise<void> {
  const { context, locale } = session;
  await savePaper(session, await bulletin(context, await session.actor(), id, ask, locale), to, print);
}

interface Numbered {
  readonly item: BulletinDrafting['items'][number];
  readonly version: number;
}

async function itemNumbered(session: Session, id: string, number: string): Promise<Numbered> {
  const { items } = await bulletinDraft(session.context, await session.actor(), id);
  const item = items.find((one) => one.number === number);
  if (item === undefined) throw notFound('item', number);
  return { item, version: item.versions.at(-1)?.version ?? 0 };
}
