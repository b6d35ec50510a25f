/** What a reader of a document should look at again, in English: for those who only run the system. */
import { agreeing, plural } from '../format.ts';
import { enLabels } from './labels.ts';
import type { Counted, NoticeWarning } from '../../round/notice.ts';

type Count = (count: number) => string;

const counted: Readonly<Record<Counted, Count>> = {
  parts: (count) => plural(count, 'part'),
  items: (count) => plural(count, 'finding'),
  measures: (count) => plural(count, 'measure'),
  done: (count) => plural(count, 'finding done', 'findings done'),
  interim: (count) => plural(count, 'finding with interim results', 'findings with interim results'),
  ongoing: (count) => plural(count, 'finding under way', 'findings under way'),
  standing: (count) => plural(count, 'standing finding'),
  notDone: (count) => plural(count, 'finding not done', 'findings not done'),
};

export function enNoticeWarning(warning: NoticeWarning): string {
  switch (warning.code) {
    case 'noItems':
      return 'No single findings were read; the text may hold totals only.';
    case 'yearUnknown':
      return `The date of ${enLabels.noticeDates[warning.field].toLowerCase()} “${warning.text}” has no year; none was assumed.`;
    case 'dateInvalid':
      return `The date “${warning.text}” does not exist and was not used.`;
    case 'countDiffers':
      return `The text states ${counted[warning.counted](warning.stated)}; ${warning.found} ${agreeing(warning.found, 'was', 'were')} found.`;
    case 'sumDiffers':
      return `The text states ${plural(warning.stated, 'finding')}, but its results add up to ${warning.sum}.`;
    case 'rateDiffers':
      return `The text states a completion rate of ${warning.statedPercent}%; its figures give ${warning.computedPercent}%.`;
    case 'listsDiffer':
      return `“${warning.list}” has ${plural(warning.found, 'point')} whose numbers do not match the ${plural(warning.stated, 'finding')} above; none was joined.`;
    case 'cellEmpty':
      return `The row “${warning.finding}” says nothing of measures; it may share a cell with “${warning.above}” above it. None was assumed.`;
    case 'tableTorn':
      return `Line ${warning.line}, “${warning.head}”, looks like the head of a table whose cells were not read. Check what follows it, or give the Word or Excel file.`;
    case 'numberSkipped':
      return `Numbers are not consecutive: “${warning.found}” follows “${warning.after}”.`;
  }
}
