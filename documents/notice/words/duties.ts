/** The words that say who answers for a finding and by when: 责任领导：副局长；责任科室：林长办；完成时限：2025年9月底. */
import { fold } from '../text/han.ts';

/** `lead` is a unit that leads others, `unit` one that answers. */
export type DutyKind = 'leader' | 'owner' | 'lead' | 'unit' | 'supporting' | 'due';

/** What a text says of each kind, in its own words and order. */
export type Duties = Readonly<Partial<Record<DutyKind, readonly string[]>>>;

const UNIT = '(?:单位|科室|部门|股室|处室)';

const KINDS: readonly (readonly [DutyKind, RegExp])[] = [
  ['leader', /^(?:整改)?(?:责任|牵头|分管|包抓|包保|挂点|挂钩|联系)(?:县|市|区|局|校|院|委)?领导$/],
  ['leader', /^(?:整改)?(?:第一责任人|牵头人|(?:牵头|分管)负责人)$/],
  ['owner', /^(?:(?:整改|直接|主要|具体)?责任人员?|(?:整改|具体|直接)负责人)$/],
  ['lead', new RegExp(`^(?:整改)?(?:牵头|主责|主办)(?:责任)?${UNIT}$`)],
  ['unit', new RegExp(`^(?:(?:整改|主要)?(?:责任|承办)|整改)${UNIT}$|^责任主体$`)],
  ['supporting', new RegExp(`^(?:整改)?(?:配合|协办|协助|参与)(?:责任)?${UNIT}$`)],
  [
    'due',
    /^(?:计划|要求|预计|限期|整改)?(?:完成|整改|办结|销号)(?:时限|时间|期限|日期)(?:要求)?$|^(?:时限(?:要求)?|期限)$/,
  ],
];

/** What a label or the head of a column announces; null for 督导单位, 备注 and whatever else is no duty. */
export function dutyKindOf(label: string): DutyKind | null {
  const name = label.replace(/\s/g, '');
  return name.length > 14 ? null : (KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? null);
}

/** Longer than this, it is a story and no name. */
const LONGEST = 80;

/** The brackets that opened before the label close behind it: （完成时限：2024年12月）. */
function withoutStrayEnd(text: string): string {
  const folded = fold(text);
  let depth = 0;
  for (let at = 0; at < folded.length; at++) {
    if (folded[at] === '（') depth++;
    if (folded[at] === '）' && --depth < 0) return text.slice(0, at);
  }
  return text;
}

function valueOf(text: string): string | null {
  const [first = ''] = text.trim().split(/[。；;\n]/);
  const value = withoutStrayEnd(first)
    .replace(/^[：:\s]+|[，,、.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  return value === '' || value.length > LONGEST || /^[-—–/\\无]+$/.test(value) ? null : value;
}

const LABELLED = /^\s*([^：:]{2,14})[：:](.*)$/s;

const BEHIND_COMMA = /[，,、；;]\s*[^，,、：:]{2,14}[：:]/;

/** 责任单位：保护站，2026年3月底前完成; 限期7月1日. */
const DATED =
  /^\s*(?:限期?|限于|计划|预计|要求|应?于|须于)?(?:\d{4}年|\d{1,2}月)[^，,、]{0,12}(?:[前底日旬]|完成)|^\s*(?:长期坚持|立行立改|即知即改|持续推进)/;

/** 张某，责任科室：办公室，完成时限：9月: commas part duties too where a label follows them. */
function piecesOf(kind: DutyKind | null, text: string): { kind: DutyKind | null; text: string }[] {
  if (kind === null && !BEHIND_COMMA.test(text)) return [];
  let open = { kind, text: '' };
  const pieces = [open];
  for (const piece of text.split(/(?<=[，,、；;])/)) {
    const [, label = '', value = ''] = LABELLED.exec(piece) ?? [];
    const next = dutyKindOf(label);
    if (next === null && open.kind !== null && open.kind !== 'due' && DATED.test(piece))
      pieces.push((open = { kind: 'due', text: piece }));
    else if (next === null) open.text += piece;
    else pieces.push((open = { kind: next, text: value }));
  }
  return pieces;
}

/** The duties that labelled texts say, each value once. */
export function dutiesIn(texts: readonly { readonly label: string; readonly text: string }[]): Duties {
  const duties: Partial<Record<DutyKind, string[]>> = {};
  for (const { label, text } of texts)
    for (const piece of piecesOf(dutyKindOf(label), text)) {
      const value = valueOf(piece.text);
      if (piece.kind === null || value === null) continue;
      const said = (duties[piece.kind] ??= []);
      if (!said.includes(value)) said.push(value);
    }
  return duties;
}
