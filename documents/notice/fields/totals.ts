/** Counts that the text states, held against each other and against what was read. */
import { countsOf, isStated } from '../../../core/round/counts.ts';
import type { Counted, Notice, NoticeStatus, NoticeWarning } from '../../../core/round/notice.ts';
import { matchesOf } from '../text/matches.ts';
import { blankQuoted } from '../text/quotes.ts';
import { statusIn } from '../words/status.ts';
import { fold, numberOf, NUMERAL } from '../text/han.ts';

/** What a count speaks of: findings, the tasks they were divided into, or something else that gets done. */
type Subject = 'findings' | 'tasks' | 'other';

interface Statement {
  readonly counted: Counted;
  readonly value: number;
  readonly subject: Subject;
}

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['findings', /问题(?!线索)/g],
  ['tasks', /任务|事项/g],
  ['other', /措施|制度|线索|信访|子项|环节/g],
];

/** The thing that a clause names last. */
function subjectOf(clause: string): Subject | null {
  let last: Subject | null = null;
  let at = -1;
  for (const [subject, pattern] of SUBJECTS) {
    for (const found of matchesOf(pattern, clause)) {
      if (found.index <= at) continue;
      at = found.index;
      last = subject;
    }
  }
  return last;
}

const NUM = `(?<![\\d第${NUMERAL.slice(1, -1)}])(\\d{1,5}|${NUMERAL}{1,4})`;
const ASPECTS = new RegExp(`${NUM}\\s*(?:个|大)?(?:主要)?方面`);
const PROBLEMS = new RegExp(
  `${NUM}\\s*(?:个|项|条|类|处)(?:具体|突出|主要|重点|整改)*(?:问题|任务|事项)|问题\\s*(?:共|共计|总计)?\\s*${NUM}\\s*(?:个|项|条)`,
);
const RESULTS = new RegExp(
  `(?:问题|任务|整改|完成|推进|到位|销号|成效|坚持|落实)[的了]?\\s*${NUM}\\s*(?:个|项|条)(?=[，、。；（）]|问题|$)`,
);
const LATER = new RegExp(
  `^${NUM}\\s*(?:个|项|条)(?:问题|任务|事项)?.{0,4}?(?=已|均|正|基本|未|尚|长期|持续|取得|完成)`,
);
const MEASURES = new RegExp(
  `(?:制定|细化|提出|明确|采取|研究|形成|分解|落实)[^，。；]{0,16}(?:措施\\s*(?:共|共计)?\\s*${NUM}\\s*(?:条|项|个)|${NUM}\\s*(?:条|项|个)(?:具体|整改|针对性)*(?:工作)?措施)`,
);
const RATE = /(?:完成率|整改率|销号率|办结率)[^\d，。；]{0,6}(\d{1,3}(?:\.\d{1,2})?)%/;
const FINDING = /反馈|指出|发现|查出|共|涉及|反映|提出|认领|问题|梳理/;

/** 研究解决问题26个, 解决群众反映的问题8个: problems that no inspection told of. */
const OTHERS =
  /研究(?:解决|部署|审议|讨论)|(?:群众|职工|师生|企业|居民|村民|游客|患者|基层)(?:反映|关心|关切|身边)?[^，。；]{0,8}问题|急难愁盼|历史遗留|堵点|民生问题|信访(?:问题|事项|积案)|投诉|自查/;

const valueOf = (found: RegExpExecArray): number | null =>
  numberOf(found.slice(1).find((group) => group !== undefined) ?? '');

function statusCount(clause: string): Omit<Statement, 'subject'> | null {
  const result = RESULTS.exec(clause);
  const later = LATER.exec(clause.replace(/^(?:其中|其余|剩余|另有|有)/, ''));
  // 5个问题已完成4个: the second number is the result's.
  const found = result !== null && (later === null || result.index > later[0].length) ? result : later;
  const counted: NoticeStatus | undefined = statusIn(
    found !== null && found === result ? clause.slice(0, result.index + 8) : clause,
  );
  const value = found === null ? null : valueOf(found);
  return counted === undefined || value === null ? null : { counted, value };
}

function statementsIn(sentence: string, above: Subject): { all: Statement[]; subject: Subject } {
  const all: Statement[] = [];
  let within = false;
  let subject = above;
  for (const clause of sentence.split(/[，、；（）]/)) {
    if (OTHERS.test(clause) && !/反馈|指出|查出/.test(clause)) continue;
    const measures = MEASURES.exec(clause);
    const aspects = ASPECTS.exec(clause);
    const problems = PROBLEMS.exec(clause);
    const status = statusCount(clause);
    subject = subjectOf(clause) ?? subject;
    within =
      (within && !/^其余|^剩余|^另有/.test(clause)) ||
      (/其中|包括|含/.test(clause) && all.some((one) => one.counted !== 'items' && one.counted !== 'parts'));
    const add = (counted: Counted, found: RegExpExecArray | null): void => {
      const value = found === null ? null : valueOf(found);
      if (value === null) return;
      all.push({ counted, value, subject: counted === 'items' ? (subjectOf(found?.[0] ?? '') ?? subject) : subject });
    };
    // 将反馈的4个方面11个问题细化为32条措施: what was counted before it was divided counts too.
    if (measures !== null) {
      if (FINDING.test(clause)) {
        add('parts', aspects);
        add('items', problems);
      }
      add('measures', measures);
    } else if (status !== null && !within) all.push({ ...status, subject });
    else if (status === null && FINDING.test(clause)) {
      add('parts', aspects);
      add('items', problems);
    } else if (status === null && all.some((one) => one.counted === 'parts')) add('items', problems);
  }
  return { all, subject };
}

/** Every count of a text. What counts tasks counts findings only where nothing else does. */
function statementsOf(text: string): Statement[] {
  const statements: Statement[] = [];
  let subject: Subject = 'findings';
  for (const sentence of text.split(/[。\n]/)) {
    const read = statementsIn(sentence, subject);
    for (const statement of read.all) statements.push(statement);
    subject = read.subject;
  }
  const ofFindings = statements.some((one) => one.counted === 'items' && one.subject === 'findings');
  return statements.filter(
    ({ counted, subject: of }) =>
      counted === 'measures' || counted === 'parts' || of === 'findings' || (of === 'tasks' && !ofFindings),
  );
}

const STATUSES: readonly NoticeStatus[] = ['done', 'interim', 'ongoing', 'standing', 'notDone'];

function found(notice: Pick<Notice, 'parts'>, counted: Counted): readonly number[] {
  const items = notice.parts.flatMap((part) => part.items);
  const counts = countsOf(notice);
  // 三方面问题：一是…；二是…；三是…: each aspect is one finding.
  if (counted === 'parts')
    return [
      counts.parts,
      counts.groups,
      ...(notice.parts.length === 1 && notice.parts[0]?.heading === null ? [counts.items] : []),
    ];
  if (counted === 'items') return [counts.items, counts.groups, counts.parts];
  if (counted === 'measures') return [items.reduce((sum, item) => sum + item.measures.length, 0)];
  return items.every((item) => item.status !== undefined)
    ? [items.filter((item) => item.status === counted).length]
    : [];
}

/** A text with what it counts. */
export interface Totals {
  readonly text: string;
  readonly statements: readonly Statement[];
}

export function totalsIn(paragraphs: readonly string[]): Totals {
  const text = fold(blankQuoted(paragraphs.join('\n').slice(0, 60_000)));
  return { text, statements: statementsOf(text) };
}

/** Every count of its findings that the text states, in its order. */
export const statedItems = ({ statements }: Totals): number[] =>
  statements.flatMap(({ counted, value }) => (counted === 'items' ? [value] : []));

/** What the text counts about the whole, against itself and against what was read. */
export function totalWarnings({ text, statements }: Totals, notice: Pick<Notice, 'parts'>): NoticeWarning[] {
  const stated = new Map<Counted, number[]>();
  for (const { counted, value } of statements) stated.set(counted, [...(stated.get(counted) ?? []), value]);
  const warnings: NoticeWarning[] = [];
  const first = (counted: Counted): number | undefined => stated.get(counted)?.[0];
  const agrees = (counted: Counted, value: number): boolean => isStated(stated.get(counted) ?? [], value);
  if (notice.parts.length > 0) {
    for (const [counted, values] of stated) {
      const counts = found(notice, counted);
      const [read] = counts;
      if (read !== undefined && !counts.some((count) => agrees(counted, count)))
        warnings.push({ code: 'countDiffers', counted, stated: values[0] ?? 0, found: read });
    }
  }
  const total = first('items');
  const byStatus = STATUSES.flatMap((status) => (first(status) === undefined ? [] : [first(status) ?? 0]));
  const sum = byStatus.reduce((all, one) => all + one, 0);
  if (
    total !== undefined &&
    (byStatus.length > 1 ? !agrees('items', sum) : sum > Math.max(...(stated.get('items') ?? [])))
  )
    warnings.push({ code: 'sumDiffers', stated: total, sum });
  const rate = RATE.exec(text);
  const done = first('done');
  if (rate !== null && total !== undefined && done !== undefined && total > 0) {
    const statedPercent = Number(rate[1]);
    const computedPercent = Math.round((done / total) * 10_000) / 100;
    if (Math.abs(computedPercent - statedPercent) > 1)
      warnings.push({ code: 'rateDiffers', statedPercent, computedPercent });
  }
  return warnings;
}
