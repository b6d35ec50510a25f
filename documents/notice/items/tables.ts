/** Table rows → items: 序号 | 反馈问题 | 整改措施 | 责任单位 | 完成时限 | 状态. */
import type { NoticeStatus } from '../../../core/round/notice.ts';
import type { Line } from '../lines/normalise.ts';
import { dutiesIn, dutyKindOf } from '../words/duties.ts';
import { markOf } from '../words/marks.ts';
import { measuresOf } from '../words/measures.ts';
import { LONGEST_VERDICT } from '../words/labels.ts';
import { statusOfDue, statusOfLabel, statusOfText, verdictOf } from '../words/status.ts';
import { squeeze } from '../text/han.ts';
import { knownBy, type Known, type ReadItem } from './item.ts';

/** A row's item with the aspect its table sorts it under. */
export interface Row {
  readonly aspect: string | null;
  readonly item: ReadItem;
}

type Column = 'other' | 'number' | 'aspect' | 'title' | 'task' | 'measures' | 'progress' | 'results' | 'status' | 'due';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:序号|编号|No\.?|(?:问题|隐患)(?:序号|编号))$/i],
  [
    'other',
    /(?:原因(?:分析)?|依据|目标|标准|备注|责任人?|单位|领导|部门|科室|股室|人员|负责人|联系人|要求|来源|地点|部位|建议)$|整改意见|是否(?:长期|需要|立行)/,
  ],
  ['status', /状态|完成情况|是否|进度|销号|整改结果|整改结论|复查|验收|核查|完成[率比]/],
  ['due', /时限|期限|(?:完成|整改|计划)(?:时间|日期)/],
  ['results', /成效|效果/],
  ['measures', /措施|举措/],
  ['task', /任务|整改内容|整改事项/],
  ['progress', /整改.*情况|进展|落实|回复|反馈情况|处理|处置|整改$/],
  ['aspect', /方面|类别|类型|分类|领域|大类|一级/],
  ['title', /问题|隐患|意见|事项|内容|表现|清单|项目/],
];

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const name = cell.replace(/\s/g, '');
    const column = name.length > 14 ? undefined : COLUMNS.find(([, pattern]) => pattern.test(name))?.[0];
    if (column === undefined) continue;
    if (!columns.has(column)) columns.set(column, at);
    // 问题类别 | 具体问题: the later of two problem columns is the finding, the earlier one its aspect.
    else if (column === 'title') {
      columns.set('aspect', columns.get('aspect') ?? columns.get('title') ?? at);
      columns.set('title', at);
    }
  }
  // 整改任务 is the finding where no problem is named, and beside a problem what is to be done about it.
  const task = columns.get('task');
  if (task !== undefined && !columns.has('title')) columns.set('title', task);
  else if (task !== undefined && !columns.has('measures')) columns.set('measures', task);
  return columns;
}

/** A head again, on the next page of the table. */
const isRepeated = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(?:序\s?号|编号|(?:反馈|具体|存在|主要)?问题(?:描述|内容|清单|表现)?)$/.test(cell));

/** Whether a head names what is wrong; one that only numbers tasks belongs to findings above it. */
const namesProblem = (cells: readonly string[]): boolean =>
  cells.some((cell) => COLUMNS.find(([, pattern]) => pattern.test(cell.replace(/\s/g, '')))?.[0] === 'title');

const isHead = (columns: ReadonlyMap<Column, number>): boolean => columns.has('title') && columns.size >= 2;

/** The one cell of a row that spans the table: a part's heading. In two columns only a mark tells it from a finding. */
function spanning(cells: readonly string[]): string | null {
  const full = [...new Set(cells.filter((cell) => cell !== ''))];
  const [only] = full;
  if (only === undefined || full.length > 1 || !/\p{L}/u.test(only)) return null;
  const style = markOf(only)?.style;
  return cells.length > 2 || style === 'cn' || style === 'chapter' ? only : null;
}

const HAN_NUMBER = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/;

/** 一 | 党的建设方面 and nothing beside it: a heading whose number has a cell of its own. */
function numberedSpan(cells: readonly string[], row: Cells): string | null {
  const { number, title } = row.named;
  const full = cells.filter((cell) => cell !== '').length;
  if (cells.length < 4 || full !== 2 || number === null || title === '' || !HAN_NUMBER.test(number)) return null;
  return `${number}${/[一二三四五六七八九十]$/.test(number) ? '、' : ''}${title}`;
}

interface Labelled {
  readonly label: string;
  readonly text: string;
}

interface Draft {
  readonly aspect: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly answers: string[];
  readonly statuses: Map<NoticeStatus, Known>;
  /** Cells of who answers and by when, each under the head of its column. */
  readonly duties: Labelled[];
  readonly emptyBelow: string | null;
}

function toRow({ aspect, number, title, answers, statuses, duties, emptyBelow }: Draft): Row {
  const [known] = statuses.values();
  return {
    aspect,
    item: {
      number,
      title: squeeze(title).replace(/。$/, ''),
      // Rows of one finding that stand differently say nothing of the whole.
      ...(statuses.size > 1 ? {} : known),
      measures: answers.length > 1 ? answers.flatMap(measuresOf) : measuresOf(answers[0] ?? ''),
      duties: dutiesIn(duties),
      told: {},
      ...(emptyBelow === null || answers.length > 0 ? {} : { emptyBelow }),
    },
  };
}

/** The finding above a row with an empty cell of measures, where that has some: a merged cell may cover both. */
function fullAbove(above: Draft | undefined, known: Known | undefined): string | null {
  if (above === undefined || known?.status === 'notDone') return null;
  return above.answers.length > 0 ? squeeze(above.title) : above.emptyBelow;
}

/** A status cell that tells what was done, not only how far it is. */
const toldIn = (status: string): string => (status.length > LONGEST_VERDICT ? status : '');

/** A cell of progress or results that is no story: 已完成, √. */
const verdictIn = (cell: string): NoticeStatus | undefined =>
  verdictOf(cell) ?? (cell.length <= 4 ? statusOfLabel(cell) : undefined);

/** One row under its head. */
class Cells {
  private readonly cells: readonly string[];
  private readonly columns: ReadonlyMap<Column, number>;
  private readonly head: readonly string[];

  constructor(cells: readonly string[], columns: ReadonlyMap<Column, number>, head: readonly string[]) {
    this.cells = cells;
    this.columns = columns;
    this.head = head;
  }

  get duties(): Labelled[] {
    return this.cells.flatMap((cell, at) => {
      const label = this.head[at] ?? '';
      return dutyKindOf(label) === null ? [] : [{ label, text: cell.trim().replace(/\s*\n\s*/g, '、') }];
    });
  }

  at(column: Column): string {
    return this.cells[this.columns.get(column) ?? -1] ?? '';
  }

  /** What was done: measures, else progress, else results, where these are more than a verdict. */
  get answer(): string {
    const told = [this.at('progress'), this.at('results')].map((cell) => (verdictIn(cell) === undefined ? cell : ''));
    return [this.at('measures'), ...told, toldIn(this.at('status'))].find((text) => text !== '') ?? '';
  }

  /** Of several columns the surest. */
  get known(): Known | undefined {
    const told = [this.at('progress'), this.at('results')];
    const inText = this.at('measures') === '' ? [] : told.map(statusOfText);
    return (
      knownBy(statusOfLabel(this.at('status')) ?? told.map(verdictIn).find((status) => status !== undefined)) ??
      knownBy(
        inText.find((status) => status !== undefined),
        'sentence',
      ) ??
      knownBy(statusOfDue(this.at('due')), 'due')
    );
  }

  /** The number and the title; without a column of numbers a title may begin with its mark. */
  get named(): { number: string | null; title: string } {
    const title = this.at('title');
    if (this.columns.has('number')) return { number: this.at('number') || null, title };
    const mark = markOf(title);
    return { number: mark?.number ?? null, title: title.slice(mark?.length ?? 0) };
  }
}

/** The second row of a head whose cells are parted: 整改情况 above 整改措施 and 完成情况. */
const withSecondRow = (head: readonly string[], row: readonly string[]): string[] =>
  Array.from({ length: Math.max(head.length, row.length) }, (_, at) => row[at] || (head[at] ?? ''));

const isSecondRow = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell !== '').length > 1 &&
  columnsOf(cells).size > 0 &&
  cells.every((cell) => cell.length <= 10 && (cell === '' || COLUMNS.some(([, pattern]) => pattern.test(cell))));

/** 序号 反馈问题 整改措施 in running text: the head of a table whose cells a page has lost. */
export function tornHead({ text, cells }: Line): string | null {
  if (cells !== null || !/^序\s?号\s/.test(text)) return null;
  const names = text.slice(0, 80).split(/\s+/);
  const columns = names
    .slice(1)
    .findIndex((name) => !COLUMNS.some(([, pattern]) => name.length <= 14 && pattern.test(name)));
  const head = names.slice(0, columns < 0 ? names.length : columns + 1);
  return head.length >= 3 ? head.join(' ').replace(/\d+$/, '') : null;
}

const SUM = /^(?:合\s*计|总\s*计|小\s*计|共\s*计)$/;

/** Items of consecutive table rows; rows before a head that names a problem column are not read. */
export function itemsOfTable(rows: readonly (readonly string[])[]): Row[] {
  let columns: ReadonlyMap<Column, number> = new Map();
  let head: readonly string[] = [];
  let aspect: string | null = null;
  /** A table of tasks or duties below the findings: its rows belong to them by number. */
  let later = false;
  const drafts: Draft[] = [];
  const numbered = new Map<string, Draft>();
  for (const cells of rows) {
    const heads = columnsOf(cells);
    const row = new Cells(cells, columns, head);
    if (drafts.length === 0 && isHead(columns) && row.at('number') === '' && isSecondRow(cells)) {
      head = withSecondRow(head, cells);
      columns = columnsOf(head);
      continue;
    }
    if (columns.size === 0 ? isHead(heads) : isRepeated(cells)) {
      columns = heads;
      head = cells;
      later = drafts.length > 0 && !namesProblem(cells);
      continue;
    }
    if (later) {
      const answer = row.answer || row.at('title');
      const finding = numbered.get(row.at('number'));
      if (answer !== '') finding?.answers.push(answer);
      finding?.duties.push(...row.duties);
      continue;
    }
    if (!isHead(columns)) continue;
    const { answer, known } = row;
    const { number, title } = row.named;
    const open = drafts.at(-1);
    const span = spanning(cells) ?? numberedSpan(cells, row);
    if (span !== null && answer === '') aspect = squeeze(span);
    else if (
      title === '' ||
      (open !== undefined && number !== null && open.number === number && open.title === title)
    ) {
      if (open === undefined) continue;
      if (answer !== '') open.answers.push(answer);
      if (known !== undefined) open.statuses.set(known.status, known);
      open.duties.push(...row.duties);
    } else if (![number, title].some((cell) => SUM.test(cell ?? ''))) {
      aspect = row.at('aspect') === '' ? aspect : squeeze(row.at('aspect'));
      const answers = answer === '' ? [] : [answer];
      const statuses = new Map(known === undefined ? [] : [[known.status, known] as const]);
      const emptyBelow = columns.has('measures') && answer === '' ? fullAbove(open, known) : null;
      const draft = { aspect, number, title, answers, statuses, duties: row.duties, emptyBelow };
      drafts.push(draft);
      if (number !== null) numbered.set(number, draft);
    }
  }
  return drafts.map(toRow);
}
