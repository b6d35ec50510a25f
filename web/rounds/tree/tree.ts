/** The findings of a document while an admin puts them in order: what the notice says, with names and places for each of them. */
import type { ItemGrounds } from '../../../core/round/grounds.ts';
import type { Notice, NoticeItem, Responsibility } from '../../../core/round/notice.ts';
import { placesOf } from './places.ts';

/** One text and where it stands. */
export interface Measure {
  readonly id: number;
  readonly text: string;
  /** Lines of the source, 1 for the first; empty where it was typed by hand or not found again. */
  readonly lines: readonly number[];
}

export interface Finding extends Omit<NoticeItem, 'measures'> {
  readonly id: number;
  readonly lines: readonly number[];
  readonly measures: readonly Measure[];
  readonly isImmediate: boolean;
  /** What the document says of who answers for it: it goes where the finding goes. */
  readonly said: Omit<Responsibility, 'position'> | null;
  /** How sure the parser is of it; empty where a person wrote it. */
  readonly grounds: ItemGrounds['fields'];
}

export interface Part {
  readonly id: number;
  readonly number: string | null;
  readonly heading: string | null;
  /** Of its heading. */
  readonly lines: readonly number[];
  readonly items: readonly Finding[];
}

/** A finding, or a measure of one, that does not come into the round. It can be taken back to where it stood. */
export type LeftOut = { readonly reason: string; readonly at: number } & (
  { readonly finding: Finding; readonly partId: number } | { readonly measure: Measure; readonly itemId: number }
);

export interface Tree {
  readonly parts: readonly Part[];
  readonly leftOut: readonly LeftOut[];
  /** What the next thing is called. Names stay, so that a step means the same each time it is taken. */
  readonly nextId: number;
}

/** @param immediate positions of items to be fixed at once, counted over all parts from 1 */
export function treeOf(notice: Notice, source: string, immediate: readonly number[] = []): Tree {
  const texts = notice.parts.flatMap(({ heading, items }) => [
    heading ?? '',
    ...items.flatMap(({ title, measures }) => [title, ...measures]),
  ]);
  const places = placesOf(source, texts);
  let nextId = 1;
  let read = 0;
  let position = 0;
  const measureOf = (text: string): Measure => ({ id: nextId++, text, lines: places[read++] ?? [] });
  const parts = notice.parts.map(({ number, heading, items }): Part => {
    const own = { id: nextId++, lines: places[read++] ?? [] };
    const findings = items.map(({ measures, ...item }): Finding => {
      position += 1;
      const said = saidOf(notice, position);
      const grounds = notice.grounds?.items.find((one) => one.position === position)?.fields ?? {};
      const own = {
        id: nextId++,
        lines: places[read++] ?? [],
        isImmediate: immediate.includes(position),
        said,
        grounds,
      };
      return { ...item, ...own, measures: measures.map(measureOf) };
    });
    return { ...own, number, heading, items: findings };
  });
  return { parts, leftOut: [], nextId };
}

function saidOf({ responsibilities = [] }: Notice, at: number): Finding['said'] {
  const found = responsibilities.find(({ position }) => position === at);
  if (found === undefined) return null;
  const { position, ...said } = found;
  return said;
}

export const findingsOf = ({ parts }: Pick<Tree, 'parts'>): readonly Finding[] => parts.flatMap(({ items }) => items);

/** What is sent: parts without findings, measures without words and the parser's doubts are not. */
export function noticeOf({ responsibilities: _, grounds: __, ...read }: Notice, tree: Tree): Notice {
  const { parts } = tree;
  const responsibilities = findingsOf(tree).flatMap(({ said }, at) =>
    said === null ? [] : [{ position: at + 1, ...said }],
  );
  return {
    ...read,
    ...(responsibilities.length === 0 ? {} : { responsibilities }),
    parts: parts
      .filter(({ items }) => items.length > 0)
      .map(({ number, heading, items }) => ({ number, heading: blankless(heading), items: items.map(itemOf) })),
  };
}

function itemOf({ number, title, group, status, measures }: Finding): NoticeItem {
  const heading = blankless(group ?? null);
  return {
    number: blankless(number),
    title,
    ...(heading === null ? {} : { group: heading }),
    ...(status === undefined ? {} : { status }),
    measures: measures.map(({ text }) => text).filter((text) => text.trim() !== ''),
  };
}

const blankless = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

/** Counted over all parts from 1, as the round will count them. */
export const immediateOf = (tree: Tree): number[] =>
  findingsOf(tree).flatMap(({ isImmediate }, at) => (isImmediate ? [at + 1] : []));

export const wordsOf = (one: LeftOut): string => ('finding' in one ? one.finding.title : one.measure.text);

/** Each in the document's words with the reason, as it is kept. */
export const leftOutOf = ({ leftOut }: Tree): { title: string; reason: string }[] =>
  leftOut.map((one) => ({ title: wordsOf(one), reason: one.reason }));
