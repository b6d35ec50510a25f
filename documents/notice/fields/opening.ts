/** The opening formula: who inspected whom, when, when the feedback came, how long the rectification ran. */
import { matchesOf } from '../text/matches.ts';
import type { NoticeWarning } from '../../../core/round/notice.ts';
import { datesIn, isoOf, isReal, type DateWords, type Day } from '../words/dates.ts';
import { blankQuoted } from '../text/quotes.ts';
import { fold } from '../text/han.ts';

type Field = 'inspection' | 'feedback' | 'rectification';

const INSPECTED =
  /(?:开展|进行|实施|完成|接受|启动)[^。；]{0,30}?(?:巡察|巡视|审计|督察|督查|督导|检查|回头看)(?![”"\s]?(?:反馈|整改|组|意见))|进驻|^的(?:巡察|巡视|审计)|(?:巡察|巡视|审计|检查|督查|督察|督导)(?:了|期间|时间|日期)|(?:对|在)[^。；，]{2,40}(?:巡察|巡视|审计)(?:$|[。；，])/;
const FED_BACK =
  /(?:向|给)[^。；]{1,80}?反馈|反馈了|反馈会|(?:收到|接到|接收|印发|下发)[^。；]{0,30}反馈(?![^，。；]{0,8}整改)|听取(?![^。；]{0,30}整改)[^。；]{0,30}反馈|(?:作|进行|完成|召开)了?[^。；]{0,20}反馈(?!问题|意见整改)|反馈(?:巡察|巡视)?(?:意见|情况|问题)(?!整改|落实|的|，制定)|反馈(?:时间|日期)/;
const RECTIFIED = /整改/;

const at = (pattern: RegExp, text: string): number => pattern.exec(text)?.index ?? Infinity;

/** 今年以来, 2024年以来: how long something has been going on, not when the rectification began. */
const isSince = (words: DateWords): boolean => words.open && words.from.month === null;

/** What a date in the opening is the date of, by the words after it and, failing these, before it. */
function fieldOf(words: DateWords, after: string, before: string): Field | null {
  if (words.asOf) return null;
  const spans = words.to !== null || words.open;
  for (const text of [after, before]) {
    const inspected = at(INSPECTED, text);
    const fedBack = at(FED_BACK, text);
    const rectified = at(RECTIFIED, text);
    if (spans) {
      if (
        inspected < Infinity &&
        (inspected < rectified || /(?:开展|进行)[^。；，]{0,20}(?:巡察|巡视|审计)(?!整改)/.test(text))
      )
        return 'inspection';
      if (rectified < Infinity && !isSince(words)) return 'rectification';
    } else if (fedBack < Infinity && (fedBack < inspected || /反馈/.test(text.slice(0, inspected)))) return 'feedback';
    else if (inspected < Infinity && inspected < rectified) return 'inspection';
  }
  return null;
}

/** A day with its year: its own, the one before it in the paragraph, or the publication's for 今年. */
function withYear(day: Day, last: Day | null, published: number | null): Day {
  if (day.year !== null) return day;
  if (day.relative === 'this' || day.relative === 'last')
    return published === null ? day : { ...day, year: published - (day.relative === 'last' ? 1 : 0) };
  if (last === null || last.year === null) return day;
  if (day.relative !== null) return { ...day, year: last.year + (day.relative === 'next' ? 1 : 0) };
  const order = (one: Day): number => (one.month ?? 0) * 100 + (one.day ?? 0);
  return order(day) >= (last.day === null ? (last.month ?? 0) * 100 : order(last)) ? { ...day, year: last.year } : day;
}

/** “回头看” names an inspection, not something quoted; its marks become blanks so that indices stay. */
const unquoteLookBack = (text: string): string => text.replace(/[“"]回头看[”"]/g, ' 回头看 ');

interface Found {
  readonly dates: Partial<Record<Field, string>>;
  readonly warnings: NoticeWarning[];
}

function isoInterval(from: Day, to: Day | null, open: boolean): string | null {
  const start = isoOf(from);
  if (start === null) return null;
  if (to === null) return open ? `${start}/` : start;
  const end = isoOf(to);
  return end === null ? null : `${start}/${end}`;
}

/** The dates of the opening, the first one found for each field; paragraphs in order. */
export function openingDates(paragraphs: readonly string[], published: string | null): Found {
  const publishedYear = published === null ? null : Number(published.slice(0, 4));
  const dates: Partial<Record<Field, string>> = {};
  const warnings: NoticeWarning[] = [];
  const warned = new Set<Field>();
  for (const paragraph of paragraphs) {
    const text = fold(blankQuoted(unquoteLookBack(paragraph)));
    // 2024年度预算 is what was looked at, not when.
    const all = datesIn(text).filter((words) => text[words.end] !== '度');
    let last: Day | null = null;
    for (const [index, words] of all.entries()) {
      const from = withYear(words.from, last, publishedYear);
      const to =
        words.to === null
          ? null
          : withYear(
              words.to.year === null && words.to.relative === null ? { ...words.to, year: from.year } : words.to,
              from,
              publishedYear,
            );
      const wrapped =
        to !== null &&
        words.from.year === null &&
        words.to?.year === null &&
        words.to.relative === null &&
        to.year !== null &&
        (to.month ?? 0) < (from.month ?? 0)
          ? { ...to, year: to.year + 1 }
          : to;
      const end = wrapped ?? from;
      last = end.year === null ? last : end;
      const stop = text.slice(words.end, all[index + 1]?.start ?? text.length);
      const start = text.slice(all[index - 1]?.end ?? 0, words.start);
      const before = start.slice(Math.max(start.lastIndexOf('。'), start.lastIndexOf('；')) + 1);
      const field = fieldOf(words, /^[^。；]*/.exec(stop)?.[0] ?? '', before);
      if (field === null || dates[field] !== undefined) continue;
      const iso = isoInterval(from, wrapped, words.open);
      // 今年10月 in what was published in January is no day of that year.
      const isLater = words.from.relative !== null && published !== null && (isoOf(from) ?? '') > published;
      if (iso !== null && !isLater) dates[field] = iso;
      else if (!warned.has(field)) {
        warned.add(field);
        const invalid = !isReal(from) || (wrapped !== null && !isReal(wrapped));
        warnings.push(
          invalid ? { code: 'dateInvalid', text: words.text } : { code: 'yearUnknown', field, text: words.text },
        );
      }
    }
  }
  return {
    dates,
    warnings: warnings.filter(
      (warning) => warning.code !== 'yearUnknown' || dates[warning.field as Field] === undefined,
    ),
  };
}

const PERIOD = '(?:为期[^，。；]{1,12}?的?)?';
const INSPECTION_OF = new RegExp(
  `对([^，。；]{2,60}?)(?:开展|进行|实施)(?:了|过)?${PERIOD}[^，。；]{0,20}?(?:(?:巡察|巡视)(?!整改|反馈)|回头看)`,
  'g',
);
const FEEDBACK_TO = /[向给]([^，。；]{2,40}?)(?:集中|全面|正式|书面|分别|(?:进行|作)了?){0,2}(?:反馈|通报)/g;
/** 向县水利局党组书记王某和领导班子反馈: who listened for the body. */
const LISTENERS = /(?<=.{2})(?:书记|主要负责|主要领导|领导班子|班子成员).*$/;
const ENTERED = /进驻([^，。；]{2,40}?)(?:，|。|；|开展|进行|对)/g;
const ACCEPTED = /(?:^|[，。；])([^，。；]{2,30}?)(?:接受|迎来)(?:了)?[^。；]{0,30}(?:巡察|巡视)/g;
const PARTY_BODY = '(?:党组|党委|党工委|党支部|党总支|委员会)';
/** 县委第六巡察组巡察县医院党委情况反馈会, 对市公交集团党委巡察工作动员会. */
const MEETING = new RegExp(
  `(?:(?:巡察|巡视)(?!组)|(?<=组|召开|举行)对)([^，。；巡]{2,30}?${PARTY_BODY})(?:常规|专项|提级)?(?:巡察|巡视)?(?:情况|意见|工作)?的?(?:集中|进驻)?(?:反馈|动员|见面)`,
  'g',
);
const WENT = new RegExp(`(?:巡察|巡视)了([^，。；]{2,30}?${PARTY_BODY})`, 'g');
const ON = /^(?:巡察|关于巡察|关于对)?(.{2,30}?)(?:开展|进行)?(?:常规|专项)?(?:巡察|巡视)?(?:情况)?(?:的)?反馈/;
/** …关于县委巡察组巡察县司法局党组反馈意见整改情况的通报. */
const INSPECTED_IN_TITLE = new RegExp(`(?:巡察|巡视)(?!组)([^，。；巡]{2,30}?${PARTY_BODY})(?:情况)?(?:的)?反馈`);
const NAMED =
  /^(?:(?:被|受)(?:巡察|巡视|审计|检查?|督查|督察)|(?:巡察|巡视|审计|督查|督察))(?:党组织|单位|对象|部门|项目)(?:名称)?：([^，。；\n]{2,60})/m;
const VAGUE = /^(?:我|你|贵|本|该|其|各|被)/;
/** 松溪中学食堂督查: what was looked at, not who. */
const OF_WORK = /(?:督查|督察|检查|督导|审计|巡查|抽查|暗访)$/;
const NOT_BODY = /^被|^各|轮(?:巡察|巡视)|问题|意见|反馈|情况|整改|巡察组|社会|公众|群众/;

/** The inspected body as the opening names it; 我局党组 only where nothing says more. */
export function inspectedBodyIn(opening: string, title: string): string | null {
  const text = fold(opening).replace(/\s/g, '');
  const named = NAMED.exec(fold(opening))?.[1];
  if (named !== undefined) return named.trim();
  const names: string[] = [];
  for (const pattern of [INSPECTION_OF, FEEDBACK_TO, ENTERED, ACCEPTED, MEETING, WENT]) {
    for (const found of matchesOf(pattern, text)) {
      const name = (found[1] ?? '').replace(/^(?:[^对]{0,30}日?对|.*起对)/, '').replace(LISTENERS, '');
      if (name.length > 1 && !NOT_BODY.test(name.replace(/(?:存在|突出)?问题$/, '问题'))) names.push(name);
    }
  }
  const titled = ON.exec(
    fold(title)
      .replace(/\s/g, '')
      .replace(/^.*?关于(?:对|巡察|巡视)?/, ''),
  )?.[1];
  const inspected = INSPECTED_IN_TITLE.exec(fold(title).replace(/\s/g, ''))?.[1];
  if (inspected !== undefined) names.push(inspected);
  if (
    titled !== undefined &&
    /反馈(?:意见|情况|问题)?(?:的.{2})?$/.test(title) &&
    !NOT_BODY.test(titled) &&
    !OF_WORK.test(titled)
  )
    names.push(titled);
  return names.find((name) => !VAGUE.test(name)) ?? names[0] ?? null;
}
