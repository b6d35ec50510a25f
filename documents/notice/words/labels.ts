/** The words that divide an item's text: 整改措施：, 【完成情况】, 责任单位：. */
import { fold } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';
import { enumeratedIn } from './measures.ts';

/** What the text after a label is. */
export type LabelKind =
  'problem' | 'task' | 'progress' | 'measures' | 'results' | 'status' | 'unit' | 'leader' | 'due' | 'next' | 'demand';

const WORDS: Readonly<Record<LabelKind, readonly string[]>> = {
  next: [
    '下一步(?:整改)?(?:工作)?(?:打算|计划|措施|安排|举措|思路)?',
    '下步(?:工作)?(?:打算|计划|措施|安排)',
    '后续(?:整改)?(?:工作)?(?:打算|计划|措施|安排)',
  ],
  demand: [
    '整改要求',
    '整改建议',
    '整改(?:目标|标准|时段)',
    '(?:验收|销号)(?:标准|要求)',
    '意见建议',
    '(?:督办|处理|治理)(?:要求|意见|建议)',
    '(?:检查|判定|违反|法律)?依据',
    '违反(?:条款|规定)',
    '(?:隐患|问题)(?:等级|级别|类别|类型|性质|分级|来源|编号)',
    '公示(?:时间|期限|期)',
    '工作要求',
    '整改类型',
    '整改类别',
    '原因分析',
    '(?:问题|产生|存在|主要)原因(?:分析)?',
    '备注',
  ],
  progress: [
    '整改(?:措施|情况|落实情况|进展)(?:及|和|与|、)(?:整改)?(?:进展|成效|落实|完成|情况|效果|结果){1,3}',
    '(?:目前)?整改(?:工作)?(?:落实|进展|推进|具体|开展)?情况',
    '整改任务(?:落实|完成|进展|推进)情况',
    '整改进展',
    '整改落实',
    '具体整改情况',
    '(?:落实|进展|推进)情况',
    '整改结果',
    '整改(?:回复|反馈|答复)(?:情况|内容|意见)?',
    '(?:整改)?(?:处理|处置|治理|办理)(?:情况|结果)',
    '(?<=^|[\\n【])(?:回复|答复)(?:情况|内容)?',
    '工作(?:开展|进展|推进)情况',
    '采取的?整改措施及完成情况',
    '(?<=^|[\\n【])(?:整改|进展)',
  ],
  measures: [
    '(?:主要|具体|采取的?)?整改(?:措施|举措)',
    '(?:采取的?|具体|主要|工作)(?:措施|举措)',
    '主要做法',
    '(?<=^|[\\n【])(?:措施|举措)',
  ],
  results: ['(?:取得的?)?(?:整改|阶段性|工作)?成效', '整改效果', '(?<=^|[\\n【])成效'],
  status: [
    '(?:整改)?完成(?:情况|状态|进度)',
    '整改(?:状态|进度|结论|完成度)',
    '(?:当前)?状态',
    '进度',
    '是否完成(?:整改)?',
    '(?:整改)?(?:销号|验收|复查|核查){1,2}(?:情况|结果|结论|意见|状态)',
    '是否(?:整改|销号|办结)',
  ],
  problem: [
    '(?:巡察|巡视|审计)?(?:反馈|存在|具体|主要|发现|查出|指出)的?(?:具体|主要|突出)?问题',
    '(?:问题|具体)表现',
    '(?:反馈|举报|信访|交办)?问题(?:基本|简要|具体)?(?:描述|内容|概述|概况|简述|情况)',
    '群众反映(?:的?问题|情况)',
    '(?:反馈|督察)(?:意见|内容|问题)(?:描述)?',
    '(?:检查|督查|督察|排查|抽查|自查)(?:发现|出)?的?(?:主要|具体)?(?:问题|隐患)(?:和|及|与|、)?(?:隐患|问题)?(?:内容|描述|情况)?',
    '(?:安全|存在的?|事故|问题|发现的?|主要|具体)隐患(?:内容|描述|情况|问题|部位)?',
    '隐患(?:内容|描述|情况|问题|名称|事项|部位及内容)',
    '不符合项(?:描述|内容)?',
    '整改(?:事项|问题)',
    '(?<=^|[\\n【])隐患',
    '(?<=^|[\\n【])问题',
  ],
  task: ['(?:具体|主要)?整改(?:任务|内容)(?:描述)?', '任务(?:内容|描述)'],
  leader: [
    '(?:责任|牵头|分管|包抓|包保|挂点|挂钩|联系)领导',
    '(?:整改|直接|主要|具体|第一)?(?:第一)?责任人',
    '牵头人',
    '责任人员',
    '(?:牵头|分管|整改|具体|直接)负责人',
    '责任(?:领导|单位|科室|部门|人)(?:和|及|与|、)责任(?:领导|单位|科室|部门|人)',
  ],
  unit: [
    '(?:整改|牵头|配合|主要)?(?:责任|牵头|配合|整改|主责|协办|承办|督导|督办|验收|监管|主管|检查|参与|协助)(?:单位|科室|部门|股室|处室)',
    '责任主体',
  ],
  due: [
    '(?:计划|要求|预计|限期|整改)?(?:完成|整改|办结|销号)(?:时限|时间|期限|日期)(?:要求)?',
    '时限(?:要求)?',
    '期限',
  ],
};

const KINDS = Object.keys(WORDS) as LabelKind[];
/** One group a kind, in the order of `KINDS`: named groups cost an object a match. */
const ANY = KINDS.map((kind) => `(${WORDS[kind].join('|')})`).join('|');
const TAG = '(（[^（）\\n]{1,14}）)?';
const TAG_GROUP = 2 * KINDS.length + 1;
/** What a label can begin with: most places are seen not to have one by their character. */
const FIRST =
  '[群举信交【\\[［下后整意工原备目具落进推采主措举取阶成当状是销巡审反存发查指问责牵分包第配协承完办时期验督处治检判违法依公产直回答复核排抽自安事隐不任监参计要预限]';
const BEFORE = '(?<=^|[\\n。；！？\\s】）”（])';
const LABEL = new RegExp(
  `(?=${FIRST})${BEFORE}(?:【(?:${ANY})】\\s*：?|(?:${ANY})\\s*${TAG}\\s*：|(?<=^|\\n)(?:${ANY})\\s*(?:。(?=\\s*(?:$|\\n|一是|①|（?1))|(?=\\n|$)))`,
  'g',
);

const POSSIBLE = new RegExp(`^${FIRST}`);

/** The same, at the head of a text only. */
const LEADING = new RegExp(LABEL.source, 'y');

/** A stretch of an item's text under one label; `kind` is 'plain' before the first. */
export interface Segment {
  readonly kind: LabelKind | 'plain';
  readonly text: string;
  /** What stood in brackets after the label: 整改情况（已完成）. */
  readonly tag: string;
  /** The label's own words; empty before the first. */
  readonly label: string;
}

/** Which label was found: the group of its words. */
function groupOf(found: RegExpExecArray): number {
  for (let at = 1; at < found.length; at++) if (found[at] !== undefined && at !== TAG_GROUP) return at;
  return 1;
}

const kindOf = (group: number): LabelKind =>
  KINDS[(group < TAG_GROUP ? group - 1 : group - 2) % KINDS.length] ?? 'progress';

/** What tells of a finding. */
export const PROBLEMS: ReadonlySet<LabelKind> = new Set(['problem', 'task']);
/** What tells what was done about it. */
export const ANSWERS: ReadonlySet<LabelKind> = new Set(['progress', 'measures', 'results']);
/** The same, or how far it is. */
export const VERDICTS: ReadonlySet<LabelKind> = new Set([...ANSWERS, 'status']);

/** Facts that end with their line: what follows in the next paragraph is no longer the responsible unit. */
const ONE_LINE: ReadonlySet<LabelKind> = new Set(['unit', 'leader', 'due', 'status', 'demand', 'task']);

/** A verdict is short; what is longer tells what was done. */
export const LONGEST_VERDICT = 20;

function cutLine(segment: Segment): Segment[] {
  if (segment.kind === 'plain' || !ONE_LINE.has(segment.kind)) return [segment];
  const body = segment.text.trim();
  const end = body.indexOf('\n');
  // 整改完成情况： above a list or a story is no verdict but the report itself.
  const isTold = segment.kind === 'status' && (end > LONGEST_VERDICT || enumeratedIn(body).length > 0);
  if (end < 0 || isTold) return [segment];
  return [
    { ...segment, text: body.slice(0, end) },
    { kind: 'plain', text: body.slice(end + 1), tag: '', label: '' },
  ];
}

const LAST_MARK = /(?:[（(]\d{1,2}[）)]|[①-⑳]|[（(])$/;

/** An item's text cut at its labels, in order, empty stretches of plain text left out. */
export function segmentsOf(text: string): Segment[] {
  if (text.trim() === '') return [];
  const folded = fold(text);
  const segments: Segment[] = [];
  let open: Omit<Segment, 'text'> & { from: number } = { kind: 'plain', from: 0, tag: '', label: '' };
  const close = (end: number): void => {
    const whole = text.slice(open.from, end).trim();
    // (2)整改措施：…(3)整改成效：…: the number belongs to the label after it.
    const body = end < text.length ? whole.replace(LAST_MARK, '').trim() : whole;
    const { kind, tag, label } = open;
    if (body !== '' || kind !== 'plain') segments.push({ kind, text: body, tag, label });
  };
  for (const found of matchesOf(LABEL, folded)) {
    close(found.index);
    const group = groupOf(found);
    const from = found.index + found[0].length;
    open = { kind: kindOf(group), from, tag: found[TAG_GROUP] ?? '', label: found[group] ?? '' };
  }
  close(text.length);
  return segments.flatMap(cutLine).filter((segment) => segment.kind !== 'plain' || segment.text !== '');
}

/** Where the first label inside a line begins, or −1. */
export function firstLabelAt(text: string): number {
  LABEL.lastIndex = 0;
  const at = LABEL.exec(fold(text))?.index ?? -1;
  LABEL.lastIndex = 0;
  return at;
}

/** A label ends with its line, a colon, a bracket or a stop, and none is long. */
const ENDS_SOON = /^[^：:】\]］。.\n]{0,40}(?:[：:】\]］。.\n]|$)/;

/** The kind of label a line begins with, or null. `rest` is what follows it on the line. */
export function leadingLabel(text: string): { kind: LabelKind; rest: string } | null {
  if (!POSSIBLE.test(text) || !ENDS_SOON.test(text)) return null;
  const head = text.slice(0, 60);
  LEADING.lastIndex = 0;
  const found = LEADING.exec(fold(head));
  if (found === null) return null;
  if (found[0].length === head.length && text.length > head.length) return null;
  return { kind: kindOf(groupOf(found)), rest: text.slice(found[0].length).trim() };
}
