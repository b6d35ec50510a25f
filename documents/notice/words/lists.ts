/** Headings of lists that stand apart and belong together: 问题清单, 原因分析, 任务清单, 责任清单. */
import { leadingLabel } from './labels.ts';
import { fold } from '../text/han.ts';

/** What a list gives for each finding; `problems` are the findings themselves. */
export type ListKind = 'problems' | 'causes' | 'answers' | 'duties';

const WORDS: readonly (readonly [ListKind, RegExp])[] = [
  ['causes', /原因(?:及|和)?(?:分析|剖析)?(?:清单)?$|^原因/],
  ['duties', /(?:责任|时限|分工)(?:清单|分工|分解|落实表)?$|^责任(?:领导|单位|部门|科室|人)/],
  [
    'answers',
    /(?:任务|措施|整改|成效|销号)清单$|^(?:具体|主要|工作|采取的?|下一步|拟采取的?)?(?:整改)?(?:措施|举措|任务|办法)(?:(?:和|及|与)[^，。]{1,8})?$|整改(?:工作)?(?:落实|进展|完成|推进|开展)?(?:情况|措施|任务|方向|思路|回复|结果|成效)$|整改措施及.{0,8}$/,
  ],
  [
    'problems',
    /(?:问题|隐患|不足|短板|差距)(?:清单|汇总|如下|情况)?$|^(?:存在|发现|查出|反馈|指出)[^，。]{0,16}(?:问题|隐患|不足)|^(?:检查|督查|审计|巡察)(?:发现)?(?:情况|结果)$/,
  ],
];

const GENERAL = /保障|组织|下一?步|今后|后续|要求|建议/;

/** The kind of list a heading without its mark announces, null where it announces none. */
export function listKindOf(heading: string): ListKind | null {
  const title = fold(heading).replace(/^【|[】：。\s]+$/g, '');
  if (title.length > 30 || /^(?:关于|针对)|[；。]/.test(title)) return null;
  if (GENERAL.test(title) && !/清单$/.test(title)) return null;
  return WORDS.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** 针对以上问题，…现将整改情况报告如下：. Of a long line the last sentence counts. */
const SENTENCES: readonly (readonly [ListKind, RegExp])[] = [
  ['causes', /原因[^。：]{0,16}：$/],
  [
    'answers',
    /(?:整改|措施|举措|落实|改正|处理)[^。：]{0,24}(?:如下|以下|措施|工作|情况|整改|落实)[^。：]{0,8}(?:：|。)$|(?:如下|以下|下列|几项|[一二三四五六七八九十\d](?:项|条|个方面)?的?)[^。：]{0,6}(?:整改|措施|举措|工作)[^。：]{0,6}(?:：|。)$/,
  ],
  ['duties', /责任(?:分工|落实)[^。：]{0,10}：$/],
];

/** The kind of list that a line without mark leads in. */
export function leadKindOf(line: string): ListKind | null {
  const heading = listKindOf(line);
  if (heading !== null && line.length <= 20) return heading;
  const last =
    fold(line.slice(-120))
      .split(/(?<=。)/)
      .findLast((sentence) => sentence.trim() !== '') ?? '';
  return SENTENCES.find(([, pattern]) => pattern.test(last))?.[0] ?? null;
}

/** The label under which an item's text holds what such a list gives. */
export function labelOf(kind: ListKind, list: string): string {
  if (kind === 'causes') return '原因分析：';
  if (kind === 'answers') return /情况|成效|结果|回复/.test(list) && !/措施/.test(list) ? '整改情况：' : '整改措施：';
  if (kind === 'duties') return /时限|时间/.test(list) ? '完成时限：' : '责任单位：';
  return '问题描述：';
}

/** 整改情况：一是…: an answer that has a label of its own needs none. */
export const isLabelled = (text: string): boolean => leadingLabel(text) !== null;
