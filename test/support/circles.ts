/**
 * Circles of imports, types included. In each folder its files and its folders count as one thing each, so that a circle of
 * files shows, and also one of rooms whose files form none.
 */
import { posix } from 'node:path';
import { importsOf } from './arrows.ts';

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** An import between two things that lie in the same folder. */
interface Link {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Each circle by its folder and the imports that close it. */
export function circlesOf(sources: readonly Source[]): readonly string[] {
  const folders = Map.groupBy(sources.flatMap(linksOf), ({ folder }) => folder);
  return [...folders].flatMap(([folder, links]) => circlesAmong(links).map((circle) => `${folder}/: ${circle}`));
}

const linksOf = ({ path, text }: Source): Link[] =>
  importsOf(text)
    .filter(({ of }) => of.startsWith('.'))
    .map(({ of }) => link(path, posix.join(posix.dirname(path), of)));

function link(path: string, target: string): Link {
  const [ones, others] = [path.split('/'), target.split('/')];
  const shared = ones.findIndex((part, index) => part !== others[index]);
  const upTo = (parts: readonly string[], depth: number) => parts.slice(0, depth).join('/');
  return {
    folder: upTo(ones, shared),
    from: upTo(ones, shared + 1),
    to: upTo(others, shared + 1),
    why: `${path} imports ${target}`,
  };
}

/** A circle is told once, from the first of its members. */
function circlesAmong(links: readonly Link[]): readonly string[] {
  const told = new Set<string>();
  return [...new Set(links.map(({ from }) => from))].flatMap((start) => {
    const circle = told.has(start) ? null : wayBack(links, start);
    for (const { to } of circle ?? []) told.add(to);
    return circle === null ? [] : [circle.map(({ why }) => why).join(', ')];
  });
}

/** The shortest way from `start` back to it, or null. */
function wayBack(links: readonly Link[], start: string): readonly Link[] | null {
  const seen = new Set<string>();
  const ways: (readonly Link[])[] = [[]];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const at = way.at(-1)?.to ?? start;
    for (const next of links.filter(({ from, to }) => from === at && !seen.has(to))) {
      if (next.to === start) return [...way, next];
      seen.add(next.to);
      ways.push([...way, next]);
    }
  }
  return null;
}
