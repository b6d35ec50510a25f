/** Lists that stand apart, problems first and what was done about them later, made one by their numbers. */
import type { NoticeWarning } from '../../../core/round/notice.ts';
import { isAbout } from './headings.ts';
import { isAnswered, type Section } from './outline.ts';
import { madeLine, type Line } from '../lines/normalise.ts';
import { isPromise } from '../words/farewell.ts';
import { fold } from '../text/han.ts';
import { leadsAdvice } from '../words/telling.ts';
import { isLabelled, labelOf, leadKindOf, listKindOf, type ListKind } from '../words/lists.ts';

export interface Joined {
  readonly root: Section;
  readonly warnings: readonly NoticeWarning[];
}

/** The leaves of a list by their place, 1/2. Null where two have the same: such lists cannot be told apart by number. */
function leavesOf(sections: readonly Section[], path = ''): Map<string, Section> | null {
  const leaves = new Map<string, Section>();
  for (const section of sections) {
    const own = `${path}/${section.mark?.value ?? ''}`;
    const below = section.children.length === 0 ? new Map([[own, section]]) : leavesOf(section.children, own);
    if (below === null) return null;
    for (const [key, leaf] of below) {
      if (leaves.has(key)) return null;
      leaves.set(key, leaf);
    }
  }
  return leaves;
}

const kindOf = (section: Section): ListKind | null =>
  section.mark === null && leadsAdvice(fold(section.source.slice(-80)))
    ? null
    : section.mark === null
      ? (leadKindOf(section.source) ?? listKindOf(section.title))
      : listKindOf(section.title);

const isList = (section: Section): boolean =>
  section.children.length > 0 && section.children.every((child) => child.mark !== null);

const under = (section: Section): Line[] => [
  ...section.body.filter((line) => !isPromise(line.text)),
  ...section.children.flatMap((child) => [madeLine(child.source), ...under(child)]),
];

/** What one point of a later list says, as lines of the finding it belongs to. */
function linesOf(kind: ListKind, list: string, point: Section, finding: Section | undefined): Line[] {
  const text = point.source.slice(point.mark?.length ?? 0);
  // 1.针对…问题：购置货架: the finding is named again and the answer follows.
  const names = isAbout(point.title) || point.title === finding?.title;
  const told = names && (point.rest !== '' || point.body.length > 0) ? point.rest : text;
  const below = under(point);
  const labelled = isLabelled(told) || (told === '' && below.some((line) => isLabelled(line.text)));
  const head = madeLine(`${labelled ? '' : labelOf(kind, list)}${told}`);
  return [...(head.text === '' ? [] : [head]), ...below];
}

/** The findings of a list with the lines that belong to each of them. */
function attached(sections: readonly Section[], added: ReadonlyMap<string, readonly Line[]>, path = ''): Section[] {
  return sections.map((section) => {
    const own = `${path}/${section.mark?.value ?? ''}`;
    if (section.children.length > 0) return { ...section, children: attached(section.children, added, own) };
    return { ...section, body: [...section.body, ...(added.get(own) ?? [])] };
  });
}

const isUnanswered = (sections: readonly Section[]): boolean =>
  sections.every((section) => !isAnswered(section) && isUnanswered(section.children));

/** A list whose points are findings themselves, each with its own answer: no answer to another list. */
const standsAlone = (list: Section): boolean => {
  const leaves = [...(leavesOf(list.children)?.values() ?? [])];
  const alone = leaves.filter((leaf) => isAnswered(leaf) && (isAbout(leaf.title) || leaf.body.length > 1)).length;
  return alone * 2 > leaves.length;
};

/** So many lists belong to one list of findings: problems, causes, tasks, duties, times, results and one more. */
const MOST_LISTS = 7;

/** A list of findings that later lists may answer: under a heading, or the marked sections above the later list. */
interface Open {
  readonly from: number;
  readonly heading: boolean;
  readonly problems: readonly Section[];
  readonly leaves: ReadonlyMap<string, Section>;
  readonly added: Map<string, Line[]>;
  lists: number;
}

/** One level of the outline: later lists go into the first, and those that do not fit its numbers are left out. */
class Level {
  readonly out: Section[] = [];
  private open: Open | null = null;
  private readonly warnings: NoticeWarning[];

  constructor(warnings: NoticeWarning[]) {
    this.warnings = warnings;
  }

  add(child: Section): void {
    const kind = isList(child) ? kindOf(child) : null;
    if (kind === 'problems') {
      this.close();
      this.begin(this.out.length, true, child.children);
      this.out.push(child);
    } else if (kind === null) {
      // Another marked section is one more finding, or begins something else.
      if (child.mark !== null && this.open?.heading === false) this.close();
      this.out.push(child);
    } else {
      if (this.open === null && child.mark === null) this.beginAbove();
      if (this.open === null || !this.joins(this.open, kind, child)) this.out.push(child);
    }
  }

  private begin(from: number, heading: boolean, problems: readonly Section[]): void {
    const leaves = leavesOf(problems);
    if (leaves !== null && leaves.size > 0 && isUnanswered(problems))
      this.open = { from, heading, problems, leaves, added: new Map(), lists: 0 };
  }

  /** 1. 2. 3. above 针对以上问题，…如下： are the findings. */
  private beginAbove(): void {
    const { out } = this;
    const style = out.at(-1)?.mark?.style;
    if (style === undefined) return;
    let from = out.length - 1;
    while (from > 0 && out[from - 1]?.mark?.style === style && (out[from]?.mark?.value ?? 0) > 1) from--;
    this.begin(from, false, out.slice(from));
  }

  /** Whether a later list belongs to the findings; one whose numbers differ belongs to none and is left out. */
  private joins(open: Open, kind: ListKind, list: Section): boolean {
    open.lists++;
    const points = leavesOf(list.children);
    if (open.lists > MOST_LISTS || points === null || standsAlone(list)) return false;
    if (open.leaves.size === points.size && [...points.keys()].every((key) => open.leaves.has(key))) {
      for (const [key, point] of points)
        open.added.set(key, [
          ...(open.added.get(key) ?? []),
          ...linesOf(kind, list.title, point, open.leaves.get(key)),
        ]);
    } else if (kind === 'answers')
      this.warnings.push({ code: 'listsDiffer', list: list.title, stated: open.leaves.size, found: points.size });
    return true;
  }

  /** The findings with what later lists said of them. */
  close(): void {
    const { open, out } = this;
    this.open = null;
    if (open === null || open.added.size === 0) return;
    const joined = attached(open.problems, open.added);
    const [host] = out.slice(open.from, open.from + 1);
    const whole = open.heading && host !== undefined && host.mark !== null ? [{ ...host, children: joined }] : joined;
    const after = out.splice(open.from).slice(open.heading ? 1 : joined.length);
    for (const section of [...whole, ...after]) out.push(section);
  }
}

function joinUnder(section: Section, warnings: NoticeWarning[]): Section {
  const level = new Level(warnings);
  for (const child of section.children) level.add(joinUnder(child, warnings));
  level.close();
  return { ...section, children: level.out };
}

/** The outline with its lists joined. */
export function joinLists(root: Section): Joined {
  const warnings: NoticeWarning[] = [];
  return { root: joinUnder(root, warnings), warnings };
}
