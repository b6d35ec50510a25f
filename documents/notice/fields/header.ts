/** The head of a page: metadata lines, the title over one or more lines, a subtitle. */
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
  /** Index of the first line of the text itself. */
  readonly end: number;
}

const NAMES = [
  '(?:信息)?索引号',
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
  '(?:文件|信息|公开)?(?:名称|标题)',
  '服务对象',
  '保密等级',
  '密级',
  '您?(?:当前|现在)?(?:所在)?(?:的)?位置',
  '扫一扫[^：]{0,12}',
  '关怀版',
  '无障碍',
  '首页',
];
const NAME = `(?:${NAMES.join('|')})`;
const METADATA = new RegExp(`^[【\\s|·]*(?:${NAME})\\s*(?:[：】|]|$)`);
const PAIR = new RegExp(`(?<=^|[\\s|】·；，]|\\d)(${NAME})\\s*[：】|]+[ \\t|]*`, 'g');
const FURNITURE =
  /^(?:首页|当前位置|字体|打印|关闭|分享|大\s*中\s*小|【.{1,8}】|[\p{P}\p{S}\s]+)$|[>»›]|->|^首页|\s[/｜|]\s|^中共.{0,20}文件$|〔\d{4}〕|^https?:|(?:门户)?网站?$|^(?:通知公告|政务公开|信息公开|公示公告|巡察整改|党建工作|党务公开)$/u;
const TITLE_END =
  /(?:通报|报告|公告|公示|公开|情况|意见|反馈|清单|台账|汇报|函|通知|说明|方案|汇总|一览|明细)(?:表|单|书)?(?:（[^（）]{1,16}）)?$/;
const FIRM_END = /(?:通报|报告|公告|公示|公开|清单|汇报|台账)(?:（[^（）]{1,16}）)?$/;
const SUBJECT = /整改|巡察|巡视|反馈|审计|督查|督察|回头看/;
const FRAGMENT = /^中共|^中国共产党|关于|巡察|巡视|整改|反馈|审计|的$|、$/;

/** A line of the text: a sentence, a salutation, a mark, a label. */
function isProse(line: Line): boolean {
  const text = fold(line.text);
  if (line.cells !== null) return !METADATA.test(text);
  if (METADATA.test(text)) return false;
  if (line.heading === 1 && SUBJECT.test(text) && !markOf(line.text)) return false;
  if (
    /^(?:巡察|巡视|反馈|集中?整改|审计)(?:时间|日期|期限|期|对象|单位|组|轮次|类型)：|^被(?:巡察|巡视|审计)(?:党组织|单位|对象|部门)：|^(?:序号|编号)：/.test(
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
  const pairs = [...folded.matchAll(PAIR)];
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

interface Candidate {
  readonly text: string;
  readonly heading: number;
}

const isFirstOrgan = (line: Candidate | undefined): boolean =>
  line !== undefined && line.text.startsWith('中共') && isOrgan(line.text);

/** The run of lines that makes the title: from its first fragment to the line that ends as titles end. */
function titleIn(lines: readonly Candidate[]): { title: string; from: number; to: number } | null {
  for (let end = 0; end < lines.length; end++) {
    const last = lines[end];
    if (last === undefined || !TITLE_END.test(fold(last.text).replace(/\s/g, '')) || last.text.length > 120) continue;
    let from = end;
    const isFragment = (line: Candidate | undefined): boolean =>
      line !== undefined &&
      line.text.length <= 60 &&
      !TITLE_END.test(fold(line.text)) &&
      (FRAGMENT.test(line.text) || isOrgan(line.text));
    // A title that names its organ is whole; only a first organ may stand above a second one.
    const whole = organOfTitle(last.text) !== null && last.text.includes('关于');
    while (from > 0 && (whole ? isFirstOrgan(lines[from - 1]) : isFragment(lines[from - 1]))) from--;
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
  return only < 0 ? null : { title: lines[only]?.text ?? '', from: only, to: only };
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
      waiting = readPairs(line.cells === null ? line.text : line.cells.join(' | '), metadata);
    } else if (waiting !== null && metadata.get(waiting) === '') {
      metadata.set(waiting, line.text);
      waiting = null;
    } else if (!FURNITURE.test(folded)) candidates.push({ text: line.text, heading: line.heading });
  }
  const found = titleIn(candidates);
  const named = [...metadata].find(([name, value]) => /(?:名称|标题)$/.test(name) && value !== '')?.[1] ?? null;
  const rest = found === null ? candidates : candidates.filter((_, at) => at < found.from || at > found.to);
  const same = (text: string): boolean => found !== null && squeeze(text) === squeeze(found.title);
  return {
    title: found?.title ?? named,
    metadata,
    rest: rest.map((line) => line.text).filter((text) => !same(text)),
    end,
  };
}
