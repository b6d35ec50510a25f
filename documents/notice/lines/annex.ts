/** What follows below the signature as an annex: lists of findings that the text above only announces. */
import { VERDICTS, leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { isDateLine, isPrintedOn, organAndDate } from '../words/farewell.ts';
import type { Line } from './normalise.ts';
import { fold } from '../text/han.ts';

export interface Annexed {
  readonly text: readonly Line[];
  /** The annexes as one text, each under its title where there are several. Empty where the document has none. */
  readonly annexes: readonly Line[];
}

const HEAD = /^【?附\s{0,2}[件表录]\s{0,2}[\d一二三四五六七八九十]{0,2}】?\s{0,2}(?:[：:.、]\s{0,2}|$|\s)/;
const NAME_OF_FILE =
  /(?:清单|台账|表|方案|报告|办法|制度|名单|通知|函|意见|反馈|回执|问题|情况|隐患|\.(?:pdf|docx?|xlsx?))[》。；]?$/i;

const isHead = (line: Line): boolean =>
  line.cells === null && line.text.length <= 60 && HEAD.test(fold(line.text)) && !/。./.test(line.text);

const isSignature = (line: Line): boolean =>
  isDateLine(line.text) || organAndDate(line.text) !== null || isPrintedOn(line.text);

const titleOf = (line: Line): string => line.text.slice(HEAD.exec(fold(line.text))?.[0].length ?? 0).trim();

const begins = (line: Line): boolean =>
  line.cells !== null || leadingLabel(line.text)?.rest !== undefined || markOf(line.text) !== null;

/** 整改情况：已完成; a form to be filled in has the label alone. */
function isAnswer(line: Line): boolean {
  const label = leadingLabel(line.text);
  return label !== null && VERDICTS.has(label.kind) && label.rest !== '';
}

/** Whether lines below an annex's head are its text, not the names of files. */
function isText(lines: readonly Line[]): boolean {
  const marked = lines.filter((line) => line.cells === null && markOf(line.text) !== null);
  if (lines.some((line) => line.cells !== null || isAnswer(line))) return true;
  return marked.some((line) => !NAME_OF_FILE.test(line.text));
}

/** Whether an annex says anything: a form that is to be filled in has labels and nothing behind them. */
const isFilled = (lines: readonly Line[]): boolean =>
  isText(lines) || lines.some((line) => (leadingLabel(line.text)?.rest ?? '') !== '');

/** How many lines of an annex are its title at most. */
const LONGEST_TITLE = 3;

/** An annex without its head; with its title as a heading where `titled`. */
function bodyOf(head: Line, lines: readonly Line[], titled: boolean): Line[] {
  let first = lines.slice(0, LONGEST_TITLE).findIndex(begins);
  if (first < 0 || lines.slice(0, first).some((line) => /[。：]/.test(fold(line.text)))) first = 0;
  const title = titleOf(head) || (lines[0] !== undefined && first > 0 ? lines[0].text : '');
  const heading: Line[] = titled && title !== '' ? [{ ...head, text: title, heading: 1 }] : [];
  return [...heading, ...lines.slice(first)];
}

/** The document parted before its first annex that holds text. */
export function partAnnexes(lines: readonly Line[]): Annexed {
  const signed = lines.findIndex(isSignature);
  const heads = lines.flatMap((line, at) =>
    isHead(line) && ((signed >= 0 && at > signed) || titleOf(line) === '') && markOf(titleOf(line)) === null
      ? [at]
      : [],
  );
  const from = heads.find((at) => isText(lines.slice(at + 1)));
  if (from === undefined) return { text: lines, annexes: [] };
  const filled = heads.flatMap((at, index) => {
    const [head, ...below] = lines.slice(at, heads[index + 1]);
    return at < from || head === undefined || !isFilled(below) ? [] : [{ head, below }];
  });
  const annexes = filled.flatMap(({ head, below }) => bodyOf(head, below, filled.length > 1));
  return { text: lines.slice(0, from), annexes };
}
