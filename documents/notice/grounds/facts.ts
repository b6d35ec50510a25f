/** What a document says of itself: each fact with the line that says it. */
import type { FactName, Ground } from '../../../core/round/grounds.ts';
import type { Notice } from '../../../core/round/notice.ts';
import type { Line } from '../lines/normalise.ts';
import { datesIn, isSameDay, type DateWords } from '../words/dates.ts';
import type { Places } from './places.ts';

/** Dates of the whole stand at either end of a document. */
const HEAD = 80;
const TAIL = 60;

const PAGE = /^[\s【]*(?:信息|文章|稿件)?(?:来\s*源|发布(?:机构|单位|部门)|发文(?:机关|单位)|公开主体)/;

/** What the opening names, though the title may hold the same letters. */
const BELOW: ReadonlySet<FactName> = new Set(['inspectionTeam', 'inspectedBody']);

/** A ground for something read or, for a reason, inferred. */
export const ground = (line: number | null, why?: Ground['why']): Ground =>
  why === undefined ? { sure: 'read', line } : { sure: 'inferred', line, why };

function factAt(text: string, name: FactName, title: string, places: Places): Ground {
  const head = places.find(title);
  const below = BELOW.has(name) ? places.find(text, head + 1) : -1;
  const titled = name === 'organ' && title.startsWith(text) ? head : below;
  let at = titled < 0 ? places.find(text) : titled;
  if (at < 0) return ground(null, 'composed');
  if (name !== 'organ') return ground(places.line(at)?.at ?? null);
  // A page names its publisher above the title; the signature below counts more.
  if (PAGE.test(places.line(at)?.text ?? '')) {
    const signed = places.find(text, at + 1);
    if (signed < 0) return ground(places.line(at)?.at ?? null, 'page');
    at = signed;
  }
  return ground(places.line(at)?.at ?? null);
}

/** Whether words give a date or an interval of the result; null where they give another. */
function given({ from, to }: DateWords, date: string): 'read' | 'yearElsewhere' | null {
  const [begins = '', ends] = date.split('/');
  if (!isSameDay(from, begins)) return null;
  if (ends !== undefined && ends !== '' && (to === null || !isSameDay(to, ends))) return null;
  return from.year === null ? 'yearElsewhere' : 'read';
}

interface DatedLine {
  readonly at: number;
  readonly dates: readonly DateWords[];
}

function datedLines(lines: readonly Line[]): DatedLine[] {
  const ends = lines.length <= HEAD + TAIL ? lines : [...lines.slice(0, HEAD), ...lines.slice(-TAIL)];
  return ends.map((line) => ({ at: line.at, dates: datesIn(line.text.slice(0, 2000)) }));
}

function dateAt(date: string, lines: readonly DatedLine[]): Ground {
  const found = lines.flatMap(({ at, dates }) =>
    dates.flatMap((words) => {
      const how = given(words, date);
      return how === null ? [] : [{ at, how }];
    }),
  );
  const best = found.find(({ how }) => how === 'read') ?? found[0];
  if (best === undefined) return ground(null, 'composed');
  return best.how === 'read' ? ground(best.at) : ground(best.at, best.how);
}

export function factGrounds(notice: Notice, lines: readonly Line[], places: Places): Partial<Record<FactName, Ground>> {
  const { title, organ, roundLabel, inspectionTeam, inspectedBody, contact, dates } = notice;
  const { phone, ...others } = contact;
  // Several numbers are joined; the first leads to all of them.
  const texts: Partial<Record<FactName, string | null>> = {
    title,
    organ,
    roundLabel,
    inspectionTeam,
    inspectedBody,
    phone: phone?.split('、')[0] ?? null,
    ...others,
  };
  const dated = Object.values(dates).some((date) => date !== null) ? datedLines(lines) : [];
  return Object.fromEntries([
    ...(Object.entries(texts) as [FactName, string | null][]).flatMap(([name, text]) =>
      text === null ? [] : [[name, factAt(text, name, title ?? '', places)]],
    ),
    ...(Object.entries(dates) as [FactName, string | null][]).flatMap(([name, date]) =>
      date === null ? [] : [[name, dateAt(date, dated)]],
    ),
  ]) as Partial<Record<FactName, Ground>>;
}
