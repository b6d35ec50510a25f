/** Lines → paragraphs: a sentence that a page break or a narrow column cut in two becomes one again. */
import { isContact, isFarewell } from '../words/farewell.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { beginsMeasure } from '../words/measures.ts';
import type { Line } from './normalise.ts';
import { fold, glue } from '../text/han.ts';

const ENDED = /[。！？；：…】!?;:\]|]$|[。！？；…!?;][”』」》）)]$|\p{Script=Han}\.$/u;
/** After a closing quotation mark or bracket a long line may go on, a short one is complete. */
const CLOSED = /[”』」》）)]$/;
const LONG = 60;
const HEADING_END = /(?:方面|问题|情况|整改|不足|事项|要求|建议)(?:的整改)?$/;

/** 责任股室：… begins a field of its own, whatever its name. */
const FIELD = /^\p{Script=Han}{2,8}：/u;

/** Shorter lines stand for themselves: sub-headings, names, labels. */
const SHORTEST = 18;

/** A heading that was broken: the rest follows at once, is short and ends as headings end. */
function headingGoesOn(line: Line, next: Line): boolean {
  const folded = fold(line.text);
  if (line.heading > 0 || next.apart || /。/.test(folded) || HEADING_END.test(folded)) return false;
  // 关于… promises a …问题 or …方面, however narrow the column was.
  if (line.text.length < SHORTEST && (!folded.includes('关于') || next.text.startsWith('关于'))) return false;
  return next.text.length <= 40 && HEADING_END.test(fold(next.text).replace(/。$/, ''));
}

/** A converter took the rest of a sentence at the top of a page for a heading. */
function isTornHeading(line: Line, next: Line): boolean {
  return line.heading === 0 && (/[，、,]$/.test(line.text) || /。./.test(next.text)) && markOf(next.text) === null;
}

function goesOn(line: Line, next: Line): boolean {
  if (line.cells !== null || next.cells !== null || next.bold) return false;
  if (next.heading > 0 && !isTornHeading(line, next)) return false;
  if (ENDED.test(line.text) || (CLOSED.test(line.text) && line.text.length < LONG)) return false;
  if (markOf(next.text) !== null || leadingLabel(next.text) !== null || beginsMeasure(next.text)) return false;
  const mark = markOf(line.text);
  if (line.bold && mark === null) return false;
  if (FIELD.test(fold(next.text.slice(0, 20)))) return false;
  if (isFarewell(next.text) || isContact(line.text)) return false;
  const isHeading = line.heading > 0 || (mark !== null && !/[。；]|：./.test(fold(line.text.slice(mark.length))));
  if (isHeading) return headingGoesOn(line, next);
  if (line.text.length < SHORTEST && !/[，。、]/.test(line.text) && leadingLabel(line.text) === null) return false;
  return !(next.apart && /^(?:关于|针对).{2,60}(?:问题|方面)[。]?$/.test(next.text));
}

/** One string is built at the end: a paragraph of many thousand pieces must not be copied for each of them. */
function glueAll(head: string, pieces: readonly string[]): string {
  let tail = head.slice(-1);
  const parts = [head];
  for (const piece of pieces) {
    parts.push(glue(tail, piece).slice(tail.length));
    tail = piece.slice(-1);
  }
  return parts.join('');
}

/** The lines with broken paragraphs joined; tables and headings stay as they are. */
export function paragraphsOf(lines: readonly Line[]): Line[] {
  const paragraphs: Line[] = [];
  let pieces: string[] = [];
  const flush = (): void => {
    const last = paragraphs.at(-1);
    if (last !== undefined && pieces.length > 0)
      paragraphs[paragraphs.length - 1] = { ...last, text: glueAll(last.text, pieces) };
    pieces = [];
  };
  let previous: Line | undefined;
  for (const line of lines) {
    if (previous !== undefined && goesOn(joinedView(previous, pieces), line)) pieces.push(line.text);
    else {
      flush();
      paragraphs.push(line);
      previous = line;
    }
  }
  flush();
  return paragraphs;
}

/** Enough of a paragraph's head to see whether it is a heading. */
const LONGEST_HEAD = 200;

/** The paragraph so far as the rules see it: its head, and the end of its last piece. */
function joinedView(head: Line, pieces: readonly string[]): Line {
  const tail = pieces.at(-1);
  return tail === undefined ? head : { ...head, text: `${head.text.slice(0, LONGEST_HEAD)}，${tail}` };
}
