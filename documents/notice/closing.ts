/** The end of the document: contact paragraph, organ, date, editor's lines. */
import type { Line } from './normalise.ts';
import { datesIn, isoOf } from './dates.ts';
import { leadingLabel } from './labels.ts';
import { markOf } from './marks.ts';
import { isOrgan } from './organ.ts';
import { fold } from './text.ts';

export interface Closing {
  /** Index of the first line that is no longer text of an item. */
  readonly start: number;
  readonly contact: readonly string[];
  readonly organ: string | null;
  readonly date: string | null;
}

const WELCOME = /^(?:欢迎|敬请|请)(?:广大|社会|各界|干部|党员|群众|全体|大家|各级).{0,60}(?:监督|意见)|如(?:果)?有.{0,12}(?:意见|建议|问题|情况).{0,30}(?:反映|反馈|联系|提出)|联系方式(?:如下|：|$)|监督方式(?:如下|：|$)/;
const CONTACT = /^(?:[^：。，]{0,12})(?:电\s{0,4}话|邮\s{0,4}编|邮政编码|邮政信箱|地\s{0,4}址|邮\s{0,4}箱|电子邮件|E-?mail|联系人|联系方式|受理时间|接听时间|来信|传真|来访)[^：。]{0,16}(?:[：]|\s{1,4}(?=[\d\p{L}]))/iu;
const TRAILER = /^[（【]?(?:此件|责任编辑|编辑|审核|校对|初审|终审|作者|来源|附件|抄送|上一篇|下一篇|打印|关闭|分享|扫一扫|相关|返回|信息来源|主办|联系人)|^[（][^（）]{0,40}[）]$|请予审议/;
const DATE_LINE = /^[（]?\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[月./-]\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?\s*[）]?$/;

/** How many lines a closing has at most. */
const LONGEST = 40;

const isDateLine = (text: string): boolean => DATE_LINE.test(fold(text));

/** "中共云岭县水利局党组 2025年2月18日" on one line. */
function organAndDate(text: string): { organ: string; date: string } | null {
  const found = datesIn(text).at(-1);
  if (found === undefined || text.length > 80 || text.slice(found.end).trim() !== '') return null;
  const organ = text.slice(0, found.start).trim();
  return isOrgan(organ) && isDateLine(text.slice(found.start)) ? { organ, date: text.slice(found.start) } : null;
}

const isoOfLine = (text: string): string | null => {
  const day = datesIn(text)[0]?.from;
  return day === undefined ? null : isoOf(day);
};

function isItemLine(line: Line): boolean {
  const label = leadingLabel(line.text);
  if (line.cells !== null) return true;
  if (label !== null && label.kind !== 'next') return true;
  const mark = markOf(line.text);
  return mark !== null && !CONTACT.test(fold(line.text.slice(mark.length)));
}

/** Where contact, signature and trailer begin, walking up from the end. */
function startOf(lines: readonly Line[]): number {
  let start = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - LONGEST); at--) {
    const line = lines[at];
    if (line === undefined) break;
    const folded = fold(line.text).slice(0, 400);
    const mark = markOf(line.text);
    const bare = folded.slice(mark?.length ?? 0);
    const closing = WELCOME.test(bare) || CONTACT.test(bare) || isDateLine(folded) || TRAILER.test(folded) || organAndDate(line.text) !== null || isOrgan(line.text);
    if (closing && !(mark !== null && isOrgan(bare))) start = at;
    else if (isItemLine(line) && !/^(?:联系|监督)方式/.test(bare)) break;
  }
  return start;
}

export function readClosing(lines: readonly Line[]): Closing {
  const start = startOf(lines);
  const tail = lines.slice(start).map((line) => line.text);
  let organ: string | null = null;
  let date: string | null = null;
  for (let at = tail.length - 1; at >= 0 && date === null; at--) {
    const text = tail[at] ?? '';
    const both = organAndDate(text);
    if (both !== null) ((organ = both.organ), (date = isoOfLine(both.date)));
    else if (isDateLine(text)) {
      date = isoOfLine(text);
      const names: string[] = [];
      for (let up = at - 1; up >= 0 && isOrgan(tail[up] ?? ''); up--) names.unshift(tail[up] ?? '');
      if (names.length > 0) organ = names.join(' ');
    }
  }
  organ ??= tail.findLast((text) => isOrgan(text)) ?? null;
  return { start, contact: tail.filter((text) => !isOrgan(text) && !isDateLine(text)), organ, date };
}
