/** Which sentences of a document went into no field of what was read. */
import type { Notice, Unplaced } from '../../../core/round/notice.ts';
import type { Line } from '../lines/normalise.ts';
import { fold, letters } from '../text/han.ts';
import { datesIn, isoOf, isSameDay } from '../words/dates.ts';
import { isDateLine } from '../words/farewell.ts';
import { dutyKindOf } from '../words/duties.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { verdictOf } from '../words/status.ts';

const TWO_LETTERS = /\p{L}[^\p{L}]*\p{L}/u;

const isSaid = (piece: string): boolean => TWO_LETTERS.test(piece);

const SENTENCE = /(?<=[。！？\n])/;
const PIECE =
  /[。；;！？?：:\n【】（）()①-⑳●◆]|(?<=\p{Script=Han})\.(?!\w)|(?<=问题)，|[，、\s](?=(?:[一二三四五六七八九十]{1,3}(?:是(?!否)|要(?![素求点件]))|首先|其次))/u;
const COUNTED =
  /^(?:[一二三四五六七八九十]{1,3}(?:是(?!否)|要(?![素求点件]))[，、]?|第[一二三四五六七八九十]{1,2}[，、]|(?:首先|其次|再次|最后)[，、]|[①-⑳❶-❿]|[—–─―●◆■▲★※→·-]{1,3}|（?\d{1,2}[）.、])\s*/;
/** A title drops what only ends the list it stands in. */
const ENDING = /等(?:[一二三四五六七八九十\d几多]{0,2}(?:个|项)?方面)?的?(?:突出|主要)?(?:问题|不足|现象|情况)?$/;

/** A piece without the marks and labels before it. */
function bare(piece: string): string {
  let text = piece.trim();
  for (let times = 0; times < 3; times++) {
    const mark = markOf(text)?.length ?? COUNTED.exec(fold(text))?.[0].length ?? 0;
    if (mark === 0) break;
    text = text.slice(mark).trim();
  }
  return text;
}

/** A text cut at its stops, labels, brackets and counts. */
const piecesOf = (text: string): string[] => text.split(PIECE);

const lastClause = (piece: string): string =>
  letters(piece.slice(Math.max(piece.lastIndexOf('，'), piece.lastIndexOf('、')) + 1).replace(ENDING, ''));

/** The shortest clause that names its sentence. */
const SHORTEST = 4;

const BETWEEN_NAMES = /[、，,\s]+/;
const NEXT_LABEL = /^(.*[^，,、\s])[，,、\s]+([^，,、\s]{2,14})$/s;

/** What the fields say, piece by piece, and the last clauses of titles: running text leads in to those. */
class Fields {
  private readonly said = new Set<string>();
  private readonly clauses = new Set<string>();
  /** Who answers, and by when. */
  private readonly names = new Set<string>();
  private readonly values: string[];
  private readonly title: string;
  /** Facts and days that a line may hold and nothing else, however often. */
  private readonly whole: ReadonlySet<string>;
  private facts: string[];
  private dates: string[];
  private readonly statuses: ReadonlySet<string>;

  constructor(notice: Notice) {
    const items = notice.parts.flatMap((part) => part.items);
    for (const item of items) {
      for (const text of [item.title, ...(item.group ?? '').split(' / '), ...item.measures]) this.say(text);
      const clause = lastClause(item.title);
      if (clause.length >= SHORTEST) this.clauses.add(clause);
    }
    for (const part of notice.parts) this.say(part.heading ?? '');
    for (const { leader, owner, unit, supportingUnits, dueText } of notice.responsibilities ?? [])
      for (const text of [leader, owner, unit, ...supportingUnits, dueText]) if (text !== null) this.sayNames(text);
    this.say(notice.title ?? '');
    const { phone, address, postcode, email } = notice.contact;
    const named = [...(phone ?? '').split('、'), address ?? '', postcode ?? '', email ?? ''];
    this.values = named.map(letters).filter((value) => value !== '');
    const { organ, roundLabel, inspectionTeam, inspectedBody } = notice;
    this.facts = [organ, roundLabel, inspectionTeam, inspectedBody].flatMap((fact) =>
      fact === null ? [] : [letters(fact)],
    );
    this.dates = Object.values(notice.dates).flatMap((date: string | null) => (date === null ? [] : date.split('/')));
    this.title = letters(notice.title ?? '');
    this.whole = new Set([...this.facts, ...this.dates]);
    this.statuses = new Set(items.flatMap((item) => (item.status === undefined ? [] : [item.status])));
  }

  private say(text: string): void {
    for (const piece of piecesOf(text)) this.said.add(letters(piece));
  }

  /** Names joined with "、" are said together and each by itself. */
  private sayNames(text: string): void {
    this.say(text);
    for (const name of text.split(BETWEEN_NAMES)) this.names.add(letters(name));
  }

  private areNames(piece: string): boolean {
    if (this.names.size === 0) return false;
    const names = piece.split(BETWEEN_NAMES).map(letters);
    return names.every((name) => name === '' || this.names.has(name));
  }

  /** Whether a sentence gives a date, a name or a way to write that a field holds; each fact is given once. */
  givesFact(sentence: string): boolean {
    if (this.values.length + this.facts.length + this.dates.length === 0) return false;
    const own = letters(sentence);
    const facts = this.facts.filter((fact) => own.includes(fact));
    const days =
      this.dates.length === 0 ? [] : datesIn(sentence).flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]);
    const dates = this.dates.filter((date) => days.some((day) => isSameDay(day, date)));
    this.facts = this.facts.filter((fact) => !facts.includes(fact));
    this.dates = this.dates.filter((date) => !dates.includes(date));
    return facts.length > 0 || dates.length > 0 || this.values.some((value) => own.includes(value));
  }

  holds(piece: string): boolean {
    const own = letters(piece);
    if (this.said.has(own)) return true;
    const inner = bare(piece);
    const within = letters(inner);
    if (this.said.has(within) || this.clauses.has(lastClause(inner))) return true;
    if (this.whole.has(own) || this.title.includes(own)) return true;
    if (this.areNames(piece)) return true;
    if (isDateLine(piece.trim())) return datesIn(piece).some(({ from }) => this.whole.has(isoOf(from) ?? ''));
    if (leadingLabel(`${inner}：`)?.rest === '') return true;
    // 张某，责任科室：办公室: the label of the next duty stands behind a comma or a blank.
    const next = NEXT_LABEL.exec(inner);
    if (next !== null && dutyKindOf(next[2] ?? '') !== null) return this.holds(next[1] ?? '');
    const status = verdictOf(inner);
    return status !== undefined && this.statuses.has(status);
  }
}

const isHeadRow = (cells: readonly string[]): boolean => cells.some((cell) => /^(?:序\s*号|编\s*号)$/.test(cell));

/** The sentences of a line; the cells of a row are sentences of their own. */
const sentencesOf = (line: Line): string[] =>
  (line.cells ?? [line.text]).flatMap((text) => (line.cells === null ? text.split(SENTENCE) : [text]));

/** The sentences of the lines that no field holds. */
export function unplacedIn(lines: readonly Line[], notice: Notice): Unplaced[] {
  const fields = new Fields(notice);
  const unplaced: Unplaced[] = [];
  for (const line of lines) {
    if (line.cells !== null && isHeadRow(line.cells)) continue;
    for (const sentence of sentencesOf(line)) {
      const pieces = piecesOf(sentence).filter(isSaid);
      const left = pieces.filter((piece) => !fields.holds(piece));
      if (left.length === 0 || fields.givesFact(sentence)) continue;
      const texts = left.length === pieces.length ? [sentence] : left;
      for (const text of texts) unplaced.push({ line: line.at, text: text.trim() });
    }
  }
  return unplaced;
}
