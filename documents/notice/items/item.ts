/** A heading and the text under it → one item: its title, where it stands, what was done. */
import type { Inference } from '../../../core/round/grounds.ts';
import type { NoticeItem, NoticeStatus } from '../../../core/round/notice.ts';
import { dutiesIn, type Duties } from '../words/duties.ts';
import { dutiesTold } from '../words/told-duties.ts';
import { headingOf } from '../structure/headings.ts';
import { LONGEST_VERDICT, segmentsOf, type Segment } from '../words/labels.ts';
import type { MarkStyle } from '../words/marks.ts';
import { measuresOf } from '../words/measures.ts';
import { leadingTag, statusOfDue, statusOfLabel, statusOfText, statusTag, verdictOf } from '../words/status.ts';

/** An item with what its text says of who answers for it. */
export interface ReadItem extends NoticeItem {
  readonly duties: Duties;
  /** What it tells of them in a sentence, without labels. */
  readonly told: Duties;
  /** What tells its status, where no label, tag or column does. */
  readonly statusBy?: Inference;
  /** The finding above it in a table, where that has measures and its own cell is empty. */
  readonly emptyBelow?: string;
}

/** What is known of an item before it is read. */
export interface Context {
  /** The document is the feedback itself: what an item says is the finding, not what was done. */
  readonly findings: boolean;
  /** The document promises what will be done: marked lines under a task are its measures. */
  readonly plan: boolean;
  readonly groups: readonly string[];
  readonly status: NoticeStatus | undefined;
  /** What the headings above say of who answers for all under them. */
  readonly duties: Duties;
  /** The number styles of sections that hold sub-problems without number; null stands for no number. */
  readonly unmarkedUnder: ReadonlySet<MarkStyle | null>;
}

const under = (segments: readonly Segment[], ...kinds: readonly Segment['kind'][]): string =>
  segments
    .filter((segment) => kinds.includes(segment.kind))
    .map((segment) => segment.text)
    .filter((text) => text !== '')
    .join('\n');

/**
 * What was done, by the most telling label there is: measures, else progress, else results, else a long 完成情况,
 * else the text without label. Measures and results of one item are the same acts told twice, so they are not added.
 */
function answerOf(segments: readonly Segment[], findings: boolean): string {
  const told = segments.filter(({ kind, text }) => kind !== 'progress' || verdictOf(text) === undefined);
  const answer = under(segments, 'measures') || under(told, 'progress') || under(segments, 'progress', 'results');
  if (answer !== '' || findings) return answer;
  const status = under(segments, 'status');
  return status.length > LONGEST_VERDICT ? status : under(segments, 'plain');
}

/** A status with what tells it. */
export interface Known {
  readonly status: NoticeStatus;
  readonly statusBy?: Inference;
}

/** Nothing where there is no status. */
export const knownBy = (status: NoticeStatus | undefined, statusBy?: Inference): Known | undefined =>
  status === undefined ? undefined : { status, ...(statusBy === undefined ? {} : { statusBy }) };

function statusFrom(segments: readonly Segment[], answer: string, plan: boolean): Known | undefined {
  for (const segment of segments) {
    const said =
      segment.kind === 'status'
        ? statusOfLabel(segment.text)
        : segment.tag === ''
          ? verdictOf(segment.kind === 'progress' || segment.kind === 'results' ? segment.text : '')
          : statusOfLabel(segment.tag.slice(1, -1));
    if (said !== undefined) return { status: said };
  }
  // A plan says when it will be done, not how far it is.
  if (plan) return undefined;
  return knownBy(statusOfText(answer), 'sentence') ?? knownBy(statusOfDue(under(segments, 'due')), 'due');
}

/** 第八项, 问题三: a heading that only counts. */
export const ORDINAL =
  /^(?:反馈|督察|整改)?(?:问题|任务|事项)?(?:第?[一二三四五六七八九十百\d]{1,4}[项条个]?)?(?:反馈|整改)?(?:问题|任务|事项)?$/;

/** A heading that names the finding, else the problem or task that stands under it by its label. */
function titleOf(heading: string, segments: readonly Segment[]): string {
  const named = ORDINAL.test(heading) ? under(segments, 'problem') || under(segments, 'task') : '';
  return named === '' ? heading : headingOf(named).title;
}

export function itemOf(number: string | null, heading: string, text: string, context: Context): ReadItem {
  const behind = leadingTag(text);
  const tagged = statusTag(heading) ?? (behind === null ? null : { title: heading, status: behind.status });
  const segments = segmentsOf(behind?.title ?? text);
  const title = titleOf(tagged?.title ?? heading, segments);
  // 整改任务 names the finding, or beside a finding what is to be done about it.
  const task = under(segments, 'task');
  const answer = answerOf(segments, context.findings) || (title === headingOf(task).title ? '' : task);
  const known =
    knownBy(tagged?.status) ?? statusFrom(segments, answer, context.plan) ?? knownBy(context.status, 'headingAbove');
  return {
    number,
    title,
    ...(context.groups.length === 0 ? {} : { group: context.groups.join(' / ') }),
    ...known,
    measures: measuresOf(answer),
    duties: { ...context.duties, ...dutiesIn(segments) },
    told: dutiesTold(`${heading}。${text}`, context.plan),
  };
}
