/** Paragraphs → the tree of their headings, by number marks first and Markdown levels second. */
import { headingOf, isAbout, isFinding } from './headings.ts';
import { ANSWERS, PROBLEMS, leadingLabel } from '../words/labels.ts';
import { listKindOf } from '../words/lists.ts';
import { leadsOf } from './leads.ts';
import { marksOf } from './levels.ts';
import { markOf, type Mark, type MarkStyle } from '../words/marks.ts';
import { enumeratedIn } from '../words/measures.ts';
import { adviceClauseAt } from '../words/telling.ts';
import type { Line } from '../lines/normalise.ts';
import { fold } from '../text/han.ts';

/** One heading with what stands under it. The root has no mark and an empty title. */
export interface Section {
  readonly mark: Mark | null;
  readonly rank: number;
  readonly title: string;
  /** The heading as printed, mark included. */
  readonly heading: string;
  /** The whole line. */
  readonly source: string;
  /** Text of the item on the heading's own line. */
  readonly rest: string;
  readonly body: Line[];
  readonly children: Section[];
}

/** Whether a section's own text has begun to tell what was done. */
export function isAnswered(section: Section): boolean {
  return section.body.some((line) => ANSWERS.has(leadingLabel(line.text)?.kind ?? 'unit'));
}

/** 整改任务：… 完成情况： without a number above them: the numbers below count what was done. */
function isOpenRecord(root: Section): boolean {
  const kinds = root.body.map((line) => (line.cells === null ? (leadingLabel(line.text)?.kind ?? null) : null));
  const last = kinds.findLast((kind) => kind !== null);
  return (
    kinds.some((kind) => kind !== null && PROBLEMS.has(kind)) &&
    (last === 'status' || (last !== undefined && last !== null && ANSWERS.has(last)))
  );
}

const newSection = (mark: Mark | null, rank: number, source: string): Section => {
  const { title, printed, rest } = headingOf(source.slice(mark?.length ?? 0));
  const number = mark === null ? '' : source.slice(0, mark.length).replace(/\s+/g, '');
  // 一、松林广场（责任单位：商务局）: who is responsible is part of the heading where nothing follows the bracket.
  const bracketed = /^[（(][^（）()。]{2,80}[）)]$/.test(rest) && source.endsWith(rest);
  const heading = `${number}${printed}${bracketed ? rest : ''}`;
  return { mark, rank, title, heading, source, rest, body: [], children: [] };
};

/** Ranks for headings without number: beside the numbered headings of the same Markdown level, if there are any. */
function markdownRanks(lines: readonly Line[], marks: readonly (Mark | null)[]): Map<number, number> {
  const ranks = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const mark = line.heading > 0 ? (marks[at] ?? null) : null;
    if (mark !== null && !ranks.has(line.heading)) ranks.set(line.heading, mark.rank);
  }
  for (let level = 1; level <= 6; level++) {
    if (ranks.has(level)) continue;
    const below = [...ranks].filter(([other]) => other > level).map(([, rank]) => rank);
    ranks.set(level, below.length > 0 ? Math.min(...below) - 0.5 + level / 100 : 0.5 + level / 100);
  }
  return ranks;
}

/** 党的领导方面, on a line of its own before a first number: a heading that lost its mark. */
function isPlainHeading(line: Line, next: Mark | null): boolean {
  if (line.text.length > 42 || !/^(?:【.{2,40}】|[^，。：；]{2,40}方面)$/.test(fold(line.text))) return false;
  return leadingLabel(line.text) === null && (next?.value === 1 || /^【/.test(fold(line.text)));
}

/** A bold line that is no number, no label and no sentence. */
const isBoldHeading = (line: Line, mark: Mark | null): boolean =>
  line.bold && mark === null && line.heading === 0 && !/。/.test(line.text) && leadingLabel(line.text) === null;

/**
 * The rank of bold lines without number: outside the numbers that begin right under one of them. Where none does,
 * they are findings of their own or mere emphasis, and −1 leaves them in the text.
 */
function boldRank(lines: readonly Line[], marks: readonly (Mark | null)[]): number {
  const ranks = lines.flatMap((line, at) => {
    const next = marks[at + 1];
    return next?.value === 1 && isBoldHeading(line, marks[at] ?? null) ? [next.rank - 0.4] : [];
  });
  return ranks.length === 0 ? -1 : Math.min(...ranks.slice(0, 100));
}

/** A mark that only numbers the parts of an item: 1.整改措施：…, 2.完成情况：…. */
function isNumberedLabel(mark: Mark, rest: string, open: readonly Section[], describes: boolean): boolean {
  const label = leadingLabel(rest);
  const top = open.at(-1);
  if (label === null || top === undefined || mark.rank <= 1) return false;
  if (open.some(({ title }) => listKindOf(title) === 'duties')) return false;
  if (label.kind === 'problem') return describes && mark.rank > top.rank;
  return (
    mark.rank > top.rank || (mark.style === top.mark?.style && isAnswered(top) && !isFinding(headingOf(rest).title))
  );
}

/** 关于…的问题, told as a heading. */
const isProblem = (title: string): boolean => isAbout(title) && /问题(?:的整改)?$/.test(title);

/** 整改情况：, and what was done begins on the next line. */
function isLabelAlone(line: Line | undefined): boolean {
  const label = line === undefined || line.cells !== null ? null : leadingLabel(line.text);
  return label !== null && ANSWERS.has(label.kind) && label.rest === '';
}

/** Builds the tree while walking down the lines. */
class Builder {
  readonly root: Section = newSection(null, -1, '');
  private readonly stack: Section[] = [this.root];
  /** The list of measures that is open inside an item: its style and next value. */
  private inner: { style: MarkStyle; next: number } | null = null;

  private get top(): Section {
    return this.stack.at(-1) ?? this.root;
  }

  /**
   * 1. 2. under 整改措施： are measures when the first names no finding. In the item's own style (1. under 1.) each
   * of them must name none, since the next one may as well be the next item.
   */
  private isInnerList(mark: Mark, text: string): boolean {
    const { top, inner } = this;
    const sameStyle = top.mark?.style === mark.style;
    if (top === this.root && isOpenRecord(top))
      return mark.value === 1 || (inner?.style === mark.style && inner.next === mark.value);
    if (top.mark === null || !isAnswered(top) || (!sameStyle && mark.rank < top.rank && top.mark.style !== 'problem'))
      return false;
    if (mark.value === 1 && !sameStyle && isLabelAlone(top.body.at(-1)) && isProblem(top.title))
      return !isProblem(headingOf(text.slice(mark.length)).title);
    const follows =
      inner !== null &&
      inner.style === mark.style &&
      mark.value >= inner.next &&
      mark.value <= inner.next + (sameStyle ? 0 : 2);
    if (follows && !sameStyle) return true;
    return (mark.value === 1 || follows) && !isFinding(headingOf(text.slice(mark.length)).title);
  }

  /** No heading stands above. */
  get isEmpty(): boolean {
    return this.top === this.root;
  }

  /** `describes`: the line is a numbered 问题描述： of an item, see `describesItem`. */
  add(line: Line, mark: Mark | null, rank: number, describes: boolean): void {
    const { top } = this;
    if (mark !== null && isNumberedLabel(mark, line.text.slice(mark.length), this.stack, describes)) {
      top.body.push({ ...line, text: line.text.slice(mark.length) });
    } else if (mark !== null && this.isInnerList(mark, line.text)) {
      this.inner = { style: mark.style, next: mark.value + 1 };
      top.body.push(line);
    } else if (mark === null && rank < 0) {
      this.beginList(line, top);
      top.body.push(line);
    } else this.open(newSection(mark, rank, line.text));
  }

  /** 整改措施：1.甲 counts on from the next line. */
  private beginList(line: Line, top: Section): void {
    const label = line.cells === null ? leadingLabel(line.text) : null;
    const first = label === null || !ANSWERS.has(label.kind) ? null : markOf(label.rest);
    if (label === null || first?.value !== 1 || first.style === top.mark?.style) return;
    this.inner = { style: first.style, next: Math.max(2, enumeratedIn(label.rest).length + 1) };
  }

  private open(section: Section): void {
    this.inner = null;
    const underProblem =
      section.mark?.style === 'num' &&
      this.top.mark?.style === 'problem' &&
      !this.stack.some((open) => open.mark?.style === 'num');
    if (!underProblem) while (this.top.rank >= section.rank && this.stack.length > 1) this.stack.pop();
    this.top.children.push(section);
    this.stack.push(section);
  }
}

/** （1）问题描述：… is part of an item when （2） is another label: 整改措施：…. Else it is the finding itself. */
function describesItem(lines: readonly Line[], marks: readonly (Mark | null)[], at: number, mark: Mark): boolean {
  if (leadingLabel(lines[at]?.text.slice(mark.length) ?? '')?.kind !== 'problem') return false;
  for (let below = at + 1; below < Math.min(lines.length, at + 30); below++) {
    const next = marks[below];
    if (!next || next.style !== mark.style) continue;
    const label = leadingLabel(lines[below]?.text.slice(next.length) ?? '');
    return next.value === mark.value + 1 && label !== null && label.kind !== 'problem';
  }
  return false;
}

export function outlineOf(lines: readonly Line[]): Section {
  const builder = new Builder();
  const marks = marksOf(lines);
  const ranks = markdownRanks(lines, marks);
  const bold = boldRank(lines, marks);
  const leads = leadsOf(lines, marks);
  for (const [at, line] of lines.entries()) {
    const mark = marks[at] ?? null;
    const label = leadingLabel(line.text);
    const next = marks[at + 1] ?? null;
    let rank = mark?.rank ?? -1;
    if (leads.has(at)) {
      // What the paragraph says before it asks for something is no heading.
      const cut = builder.isEmpty ? adviceClauseAt(fold(line.text)) : 0;
      if (cut > 0) builder.add({ ...line, text: line.text.slice(0, cut) }, null, -1, false);
      builder.add({ ...line, text: line.text.slice(cut) }, null, (next?.rank ?? 0) - 0.5, false);
      continue;
    }
    if (mark === null && line.heading > 0 && label === null) rank = ranks.get(line.heading) ?? -1;
    else if (mark === null && line.cells === null && isPlainHeading(line, next)) rank = (next?.rank ?? 2) - 0.5;
    else if (isBoldHeading(line, mark)) rank = bold;
    builder.add(line, mark, rank, mark !== null && label === null && describesItem(lines, marks, at, mark));
  }
  return builder.root;
}
