/** Table rows → items: 序号 | 反馈问题 | 整改措施 | 责任单位 | 完成时限 | 状态. */
import type { NoticeItem, NoticeStatus } from '../../../core/round/notice.ts';
import { markOf } from '../words/marks.ts';
import { measuresOf } from '../words/measures.ts';
import { statusOfLabel } from '../words/status.ts';
import { squeeze } from '../text/han.ts';

/** A row's item with the aspect its table sorts it under. */
export interface Row {
  readonly aspect: string | null;
  readonly item: NoticeItem;
}

type Column = 'number' | 'aspect' | 'title' | 'measures' | 'progress' | 'results' | 'status' | 'due';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:序号|编号|No\.?|问题(?:序号|编号))$/i],
  ['status', /状态|完成情况|是否完成|进度|销号|整改结果|整改结论/],
  ['due', /时限|期限|完成时间/],
  ['results', /成效|效果/],
  ['measures', /措施|举措/],
  ['progress', /整改.*情况|进展|落实情况/],
  ['aspect', /方面|类别|类型|分类|领域|大类|一级/],
  ['title', /问题|事项|内容|任务|表现|清单/],
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
  return columns;
}

/** A head again, on the next page of the table. */
const isRepeated = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(?:序\s?号|编号|(?:反馈|具体|存在|主要)?问题(?:描述|内容|清单|表现)?)$/.test(cell));

const isHead = (columns: ReadonlyMap<Column, number>): boolean => columns.has('title') && columns.size >= 2;

/** The one cell of a row that spans the table: a part's heading. In two columns only a mark tells it from a finding. */
function spanning(cells: readonly string[]): string | null {
  const full = [...new Set(cells.filter((cell) => cell !== ''))];
  const [only] = full;
  if (only === undefined || full.length > 1 || !/\p{L}/u.test(only)) return null;
  const style = markOf(only)?.style;
  return cells.length > 2 || style === 'cn' || style === 'chapter' ? only : null;
}

interface Draft {
  aspect: string | null;
  number: string | null;
  title: string;
  answers: string[];
  status: NoticeStatus | undefined;
}

const toRow = ({ aspect, number, title, answers, status }: Draft): Row => ({
  aspect,
  item: {
    number,
    title: squeeze(title).replace(/。$/, ''),
    ...(status === undefined ? {} : { status }),
    measures: answers.length > 1 ? answers.flatMap(measuresOf) : measuresOf(answers[0] ?? ''),
  },
});

/** A status cell that tells what was done, not only how far it is. */
const toldIn = (status: string): string => (status.length > 20 ? status : '');

/** Items of consecutive table rows; rows before a head that names a problem column are not read. */
export function itemsOfTable(rows: readonly (readonly string[])[]): Row[] {
  let columns: ReadonlyMap<Column, number> = new Map();
  let aspect: string | null = null;
  const drafts: Draft[] = [];
  for (const cells of rows) {
    const heads = columnsOf(cells);
    if (isHead(heads) && (columns.size === 0 || isRepeated(cells))) {
      columns = heads;
      continue;
    }
    if (!isHead(columns)) continue;
    const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? '';
    const answer =
      [cell('measures'), cell('progress'), cell('results'), toldIn(cell('status'))].find((text) => text !== '') ?? '';
    const title = cell('title');
    const open = drafts.at(-1);
    const span = spanning(cells);
    if (span !== null && answer === '') aspect = squeeze(span);
    else if (title === '' && cell('number') === '') {
      if (open !== undefined && answer !== '') open.answers.push(answer);
    } else if (title !== '' && !/^(?:合计|总计|小计)$/.test(title)) {
      aspect = cell('aspect') === '' ? aspect : squeeze(cell('aspect'));
      const status = statusOfLabel(cell('status')) ?? statusOfLabel(cell('due'));
      drafts.push({
        aspect,
        ...(columns.has('number')
          ? { number: cell('number') === '' ? null : cell('number'), title }
          : { number: markOf(title)?.number ?? null, title: title.slice(markOf(title)?.length ?? 0) }),
        answers: answer === '' ? [] : [answer],
        status,
      });
    }
  }
  return drafts.map(toRow);
}
