/** Sub-problems on lines of their own, without a number: 存在A问题。/ 整改情况：… / 存在B问题。/ 整改情况：…. */
import { headingOf } from './headings.ts';
import { told } from './told.ts';
import { leadingLabel, VERDICTS, type LabelKind } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { beginsMeasure } from '../words/measures.ts';
import { madeLine, type Line } from '../lines/normalise.ts';
import { fold } from '../text/han.ts';

export interface Piece {
  /** From a line 序号：3 above it. */
  readonly number: string | null;
  readonly title: string;
  readonly text: string;
}

/** Labels right below a sub-problem. */
const FIRST_ANSWERS: ReadonlySet<LabelKind> = new Set(['progress', 'measures']);
/** 第一，关于…: a finding that is counted aloud. */
const ALOUD = /^第[一二三四五六七八九十]{1,2}[，、](?=关于)/;
const ABOUT_LINE = /^(?:关于|针对)[^。：]{2,80}?(?:的?问题|方面)(?:的整改)?(?:[。：；，]|$)/;

/** Lines right before an answer label, where there are at least so many: each is a sub-problem. */
function beforeLabels(lines: readonly Line[], least: number): Set<number> {
  const heads = new Set<number>();
  const kinds = lines.map((line) => leadingLabel(line.text)?.kind ?? null);
  let first: LabelKind | null = null;
  for (const [at, kind] of kinds.entries()) {
    if (kind === null || !FIRST_ANSWERS.has(kind)) continue;
    first ??= kind;
    const before = lines[at - 1];
    if (kind !== first || before === undefined || kinds[at - 1] !== null || before.cells !== null) continue;
    if (!beginsMeasure(before.text)) heads.add(at - 1);
  }
  return heads.size >= least ? heads : new Set();
}

/** Whether a section's text is several sub-problems, each before its own answer. */
export const holdsUnmarked = (body: readonly Line[]): boolean => beforeLabels(body, 2).size > 0;

/** Lines that begin 关于…问题, where there are at least two. */
function aboutLines(lines: readonly Line[]): Set<number> {
  const heads = lines.flatMap((line, at) =>
    line.cells === null && ABOUT_LINE.test(fold(line.text).replace(ALOUD, '')) ? [at] : [],
  );
  return heads.length >= 2 ? new Set(heads) : new Set();
}

/** 问题：…, or 整改任务：… where no problem is named: the lines that begin a record, where there are at least so many. */
function recordLines(lines: readonly Line[], least: number): Set<number> {
  const heads = (kind: LabelKind): number[] =>
    lines.flatMap((line, at) => {
      const label = line.cells === null ? leadingLabel(line.text) : null;
      return label?.kind === kind && label.rest !== '' ? [at] : [];
    });
  const problems = heads('problem');
  const all = problems.length > 0 ? problems : heads('task');
  return all.length >= least && lines.some((line) => VERDICTS.has(leadingLabel(line.text)?.kind ?? 'unit'))
    ? new Set(all)
    : new Set();
}

/** 整改任务： above its text is one line with it. */
function withText(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  let bare = false;
  for (const line of lines) {
    const label = line.cells === null ? leadingLabel(line.text) : null;
    const head = whole.at(-1);
    if (bare && head !== undefined && label === null && line.cells === null && markOf(line.text) === null)
      whole[whole.length - 1] = { ...head, text: `${head.text}${/[：:]$/.test(head.text) ? '' : '：'}${line.text}` };
    else whole.push(line);
    bare = label !== null && label.rest === '' && (label.kind === 'problem' || label.kind === 'task');
  }
  return whole;
}

const SERIAL = /^(?:序号|编号)：\s*(\S{1,8})$/;
/** 单位名称：青泽化工厂: where the next record was made, not what was done about the one before. */
const PLACE = /^(?:被?(?:检查|督查)?(?:单位|企业|场所|对象|项目|点位|站点)(?:名称)?|(?:隐患|检查)(?:地点|部位|点位))：/;

/**
 * The sub-problems of a leaf's text; none where it is one item. Text before the first belongs to none. `least` is 1
 * where a sibling holds several: one sub-problem under its heading is then read as those of the sibling are.
 */
export function splitUnmarked(rest: string, body: readonly Line[], least = 2): Piece[] {
  const lines = rest === '' ? body : [madeLine(rest, { apart: true }), ...body];
  const labelled = beforeLabels(lines, least);
  const records = labelled.size > 0 ? labelled : recordLines(lines, 2);
  const heads = records.size > 0 ? records : aboutLines(lines);
  return piecesAt(lines, heads, labelled.size > 0);
}

/** Records of a document without headings; one is enough. */
export function recordsIn(body: readonly Line[]): Piece[] {
  const lines = withText(body);
  return piecesAt(lines, recordLines(lines, 1), false);
}

function piecesAt(lines: readonly Line[], heads: ReadonlySet<number>, labelled: boolean): Piece[] {
  const pieces: { number: string | null; title: string; lines: string[] }[] = [];
  let number: string | null = null;
  for (const [at, line] of lines.entries()) {
    const serial = SERIAL.exec(fold(line.text));
    if (serial !== null) number = serial[1] ?? null;
    else if (heads.has(at)) {
      const { title, rest } = headingOf(line.text.slice(ALOUD.exec(fold(line.text))?.[0].length ?? 0));
      pieces.push({ number, title, lines: rest === '' || labelled ? [] : [rest] });
      number = null;
    } else if (!PLACE.test(fold(line.text.slice(0, 20)))) pieces.at(-1)?.lines.push(told(line));
  }
  return pieces.map((piece) => ({ number: piece.number, title: piece.title, text: piece.lines.join('\n') }));
}
