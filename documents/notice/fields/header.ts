/** The head of a page: metadata lines, the title over one or more lines, a subtitle. */
import { matchesOf } from '../text/matches.ts';
import type { Line } from '../lines/normalise.ts';
import { markOf } from '../words/marks.ts';
import { isOrgan, organOfTitle } from '../words/organ.ts';
import { fold, squeeze } from '../text/han.ts';
import { leadingLabel } from '../words/labels.ts';

export interface Header {
  /** As printed, its line breaks as blanks; null where the body has none and no metadata gives it. */
  readonly title: string | null;
  /** Page metadata by name: 发布机构 → 县水利局. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Lines between title and text that are neither: subtitle, speaker, date. */
  readonly rest: readonly string[];
  /** The same above the title, where a site puts its own name. */
  readonly above: readonly string[];
  /** Index of the first line of the text itself. */
  readonly end: number;
}

const NAMES = [
  '(?:信息)?索引号?',
  '(?:信息)?(?:主题|组配|体裁|信息)?分类',
  '(?:信息)?发布(?:机构|单位|部门|者)',
  '发文(?:机关|单位|字号|日期|时间)',
  '公开(?:方式|日期|时间|时限|范围|形式|目录|主体)',
  '(?:成文|生成|生效|废止|发布|更新|创建|印发|写作)(?:日期|时间)',
  '(?:信息|稿件|文章)?来源',
  '文号',
  '文件编号',
  '效力状态',
  '有效性',
  '是否有效',
  '日期',
  '时间',
  '(?:浏览|阅读|点击|访问)(?:次数|数|量)?',
  '字号',
  '字体',
  '色调调节',
  '作者',
  '(?:责任)?编辑',
  '供稿',
  '撰稿',
  '审核(?:人)?',
  '校对',
  '签发',
  '初审',
  '终审',
  '分享(?:到|至)?',
  '打印(?:本页)?',
  '朗读',
  '收藏',
  '关键词',
  '主题词',
  '(?:文件|信息|公开|文章)?(?:名称|标题)',
  '服务对象',
  '保密等级',
  '密级',
  '您?(?:当前|现在)?(?:所在)?(?:的)?位置',
  '扫一扫[^：]{0,12}',
  '关怀版',
  '无障碍',
  '首页',
];
/** 标 题, 索 引 号: names are spaced out to stand in a column. */
const spaced = (name: string): string => name.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\\s{0,4}');
const NAME = `(?:${NAMES.map(spaced).join('|')})`;
const METADATA = new RegExp(`^[【\\s|·]*(?:${NAME})\\s*(?:[：】|]|$)`);
const PAIR = new RegExp(`(?<=^|[\\s|【】·；，]|\\d)(${NAME})\\s*[：】|]+[ \\t|]*`, 'g');
const FURNITURE =
  /^(?:首页|当前位置|字体|(?:【?(?:打印|关闭|分享|收藏)(?:本页|窗口|到)?】?\s*){1,4}|大\s*中\s*小|【.{1,8}】|[\p{P}\p{S}\s]+)$|[>»›]|->|^首页|\s[/｜|]\s|^点击.{0,8}(?:关注|原文)|^中共.{0,20}文件$|〔\d{4}〕|^https?:|(?:门户)?网站?$|^(?:通知公告|政务公开|信息公开|公示公告|巡察整改|党建工作|党务公开)$/u;
const TITLE_END =
  /(?:通报|报告|公告|公示|公开|情况|意见|反馈|清单|台账|汇报|函|通知|说明|方案|汇总|一览|明细|回复|计划|审计结果|检查结果)(?:表|单|书)?(?:（[^（）]{1,16}）)?$/;
const FIRM_END = /(?:通报|报告|公告|公示|公开|清单|汇报|台账)(?:（[^（）]{1,16}）)?$/;
const SUBJECT = /整改|改正|巡察|巡视|反馈|审计|督查|督察|回头看|检查|隐患|暗访/;
/** How a title goes on below the name of its organ; a title of its own has a site's name above it. */
const CONTINUES =
  /^(?:关于|落实|贯彻|对|向|就|在|巡察|巡视|审计|反馈|整改|开展|接受|办理|的|党的|第|20\d\d|(?:党组|党委|党工委|委员会)|[一二三四五六七八九十\d]{1,4}届|[省市县区州]委|中央)/;
const FRAGMENT = /^中共|^中国共产党|关于|巡察|巡视|整改|反馈|审计|的$|、$/;

/** | 索引号 | 000111 | 发布机构 | 县医保局 |: names and values by turns, as the head of no other table has them. */
const areNamed = (cells: readonly string[]): boolean =>
  cells.length % 2 === 0 && cells.every((cell, at) => at % 2 === 1 || METADATA.test(fold(cell.trim())));

/** A line of the text: a sentence, a salutation, a mark, a label. */
function isProse(line: Line): boolean {
  const text = fold(line.text);
  if (line.cells !== null) return !METADATA.test(text) && text.search(PAIR) < 0 && !areNamed(line.cells);
  if (METADATA.test(text)) return false;
  if (line.heading === 1 && SUBJECT.test(text) && !markOf(line.text)) return false;
  if (
    /^(?:巡察|巡视|反馈|集中?整改|审计|检查|督查|督察)(?:时间|日期|期限|期|对象|单位|组|轮次|类型|地点|人员)：|^(?:被|受)(?:巡察|巡视|审计|检查?|督查|督察)(?:党组织|单位|对象|部门|项目)(?:名称)?：|^(?:序号|编号)：/.test(
      text,
    )
  )
    return true;
  if (/。/.test(text) && text.length > 8) return true;
  if (/，/.test(text) && text.length >= 15 && !TITLE_END.test(text)) return true;
  if (/^(?:各位|主任|尊敬的|[\u4e00-\u9fa5]{2,20}(?:党组|党委|委员会|会))[^。]{0,40}：$/.test(text)) return true;
  return (markOf(line.text) !== null || leadingLabel(line.text) !== null) && !/通报$|报告$/.test(text);
}

function readPairs(line: string, into: Map<string, string>): string | null {
  const folded = fold(line);
  const pairs = matchesOf(PAIR, folded);
  for (const [at, pair] of pairs.entries()) {
    const end = pairs[at + 1]?.index ?? line.length;
    const value = line
      .slice(pair.index + pair[0].length, end)
      .replace(/[|\s【]+$/, '')
      .trim();
    const name = pair[1] ?? '';
    if (!into.has(name) || into.get(name) === '') into.set(name, value);
  }
  const last = pairs.at(-1);
  return last !== undefined && last.index + last[0].length >= folded.trimEnd().length ? (last[1] ?? null) : null;
}

/** 2025-09-09 10:20 来源：…: a date that needs no name. */
const DATED = /^(\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?)(?:\s{1,4}\d{1,2}：\d{2}(?:：\d{2})?)?(?=\s|$)/;

/** 青泽县卫健局 2025年10月20日 17:30 云南: an account, when it wrote and from where. */
const WRITTEN = /^(\S{2,24})\s{1,4}(\d{4}[-年]\d{1,2}[-月]\d{1,2}日?)\s\d{1,2}：\d{2}(?:\s\p{Script=Han}{2,4})?$/u;

/** Such a line's pairs, and its date as one of them; false where it is none. */
function readDated(line: string, into: Map<string, string>): boolean {
  const written = WRITTEN.exec(fold(line));
  if (written !== null) {
    into.set('来源', written[1] ?? '').set('日期', written[2] ?? '');
    return true;
  }
  const date = DATED.exec(fold(line));
  const rest = line.slice(date?.[0].length ?? 0);
  if (date === null || (rest.trim() === '' && !date[0].includes('：')) || /[。；]/.test(rest) || rest.length > 120)
    return false;
  if (rest.trim() !== '' && matchesOf(PAIR, fold(rest)).length === 0) return false;
  into.set('日期', date[1] ?? '');
  readPairs(rest, into);
  return true;
}

interface Candidate {
  readonly text: string;
  readonly heading: number;
}

const isFirstOrgan = (line: Candidate | undefined): boolean =>
  line !== undefined && line.text.startsWith('中共') && isOrgan(line.text);

const isHeadline = ({ text }: Candidate): boolean =>
  text.length >= 8 &&
  text.length <= 80 &&
  SUBJECT.test(text) &&
  !/[。；]|：$|^[—（(]/.test(fold(text)) &&
  !isOrgan(text);

/** The run of lines that makes the title: from its first fragment to the line that ends as titles end. */
function titleIn(lines: readonly Candidate[]): { title: string; from: number; to: number } | null {
  for (let end = 0; end < lines.length; end++) {
    const last = lines[end];
    if (last === undefined || !TITLE_END.test(fold(last.text).replace(/\s/g, '')) || last.text.length > 120) continue;
    let from = end;
    const isFragment = (line: Candidate | undefined, below: string): boolean =>
      line !== undefined &&
      line.text.length <= 60 &&
      !TITLE_END.test(fold(line.text)) &&
      (FRAGMENT.test(line.text) || (isOrgan(line.text) && CONTINUES.test(below)));
    // A title that names its organ is whole; only a first organ may stand above a second one.
    const whole = organOfTitle(last.text) !== null && last.text.includes('关于');
    while (from > 0 && (whole ? isFirstOrgan(lines[from - 1]) : isFragment(lines[from - 1], lines[from]?.text ?? '')))
      from--;
    let to = end;
    const next = lines[end + 1];
    const reads = (upTo: number): string =>
      lines
        .slice(from, upTo + 1)
        .map((line) => line.text)
        .join(' ');
    if (
      next !== undefined &&
      !FIRM_END.test(fold(last.text)) &&
      FIRM_END.test(fold(next.text)) &&
      !/^[（—]/.test(next.text) &&
      next.text.length < 40 &&
      !next.text.includes('关于')
    )
      to = end + 1;
    if (SUBJECT.test(reads(to))) return { title: reads(to), from, to };
  }
  const only = lines.findIndex((line) => line.heading === 1 && SUBJECT.test(line.text));
  // A headline ends as it likes: 县委第一巡察组巡察县中医院党委情况反馈会召开.
  const headline = only < 0 ? lines.findIndex(isHeadline) : only;
  return headline < 0 ? null : { title: lines[headline]?.text ?? '', from: headline, to: headline };
}

/** Longest head a page has. */
const LONGEST = 60;

export function readHeader(lines: readonly Line[]): Header {
  const metadata = new Map<string, string>();
  const candidates: Candidate[] = [];
  let end = 0;
  let waiting: string | null = null;
  for (; end < Math.min(lines.length, LONGEST); end++) {
    const line = lines[end];
    if (line === undefined || (isProse(line) && waiting === null)) break;
    const folded = fold(line.text);
    if (METADATA.test(folded) || line.cells !== null) {
      const open = readPairs(line.cells === null ? line.text : line.cells.join(' | '), metadata);
      // An empty cell is no name that waits for its value.
      waiting = line.cells === null ? open : null;
    } else if (waiting !== null && metadata.get(waiting) === '') {
      metadata.set(waiting, line.text);
      waiting = null;
    } else if (!FURNITURE.test(folded) && !readDated(line.text, metadata))
      candidates.push({ text: line.text, heading: line.heading });
  }
  const found = titleIn(candidates);
  const named = [...metadata].find(([name, value]) => /(?:名称|标题)$/.test(name) && value !== '')?.[1] ?? null;
  const same = (line: Candidate): boolean => found !== null && squeeze(line.text) === squeeze(found.title);
  const textsOf = (of: readonly Candidate[]): string[] => of.filter((line) => !same(line)).map((line) => line.text);
  return {
    title: found?.title ?? named,
    metadata,
    rest: textsOf(found === null ? candidates : candidates.slice(found.to + 1)),
    above: textsOf(found === null ? [] : candidates.slice(0, found.from)),
    end,
  };
}
