/** Which top-level sections hold items: position and words decide, not numbering. */
import type { Purpose } from './purpose.ts';
import { isAbout, isFinding, namesShortcoming } from './headings.ts';
import { AFTER, AFTER_SOFT, holdsTasks, isAdvice, isFrame, OVERVIEW } from '../words/headings.ts';
import { leadingLabel, segmentsOf } from '../words/labels.ts';
import { isAnswered, type Section } from './outline.ts';
import { leadsAdvice } from '../words/telling.ts';
import { fold } from '../text/han.ts';
import { statusOfHeading } from '../words/status.ts';

/** items: findings; overview: how the work was led; after: what comes next, or is no finding at all. */
export type SectionKind = 'items' | 'overview' | 'after';

/** Findings that are listed as lasting; they repeat items told before and are promised, not reported. */
const STANDING = /长期(?:整改|坚持|推进)/;

/** Whether what was done is told under a label, here or below: then even 打算 is a report. */
function isReported(section: Section): boolean {
  return isAnswered(section) || section.children.some(isReported);
}

/** 关于党委履行主体责任情况: told in one piece, it is about how the work was led. */
function isAboutWork(section: Section): boolean {
  return /情况$/.test(section.title) && !/问题|方面/.test(section.title) && !hasItemLabel(section);
}

/** How sure a section is of holding findings: 2 labels or 关于…, 1 words of what is wrong, 0 none. */
function evidence(section: Section): 0 | 1 | 2 {
  let best: 0 | 1 | 2 = 0;
  const walk = (node: Section): void => {
    if (best === 2) return;
    const { title, mark } = node;
    if (
      (isAbout(title) && !isAboutWork(node)) ||
      mark?.style === 'problem' ||
      hasItemLabel(node) ||
      node.body.some((line) => line.cells !== null)
    )
      best = 2;
    else if (isFinding(title) && (namesShortcoming(title) || /方面$/.test(title))) best = 1;
    node.children.forEach(walk);
  };
  walk(section);
  return best;
}

const ITEM_LABELS = new Set(['progress', 'measures', 'results', 'status', 'problem', 'due']);

function hasItemLabel(section: Section): boolean {
  const own =
    section.rest !== '' && segmentsOf(section.rest.slice(0, 4000)).some((segment) => ITEM_LABELS.has(segment.kind));
  return (
    own || section.body.some((line) => line.cells === null && ITEM_LABELS.has(leadingLabel(line.text)?.kind ?? ''))
  );
}

/** A list that an annex gives: every section holds findings but those that ask for something. */
export const kindsOfList = (sections: readonly Section[]): SectionKind[] =>
  sections.map(({ title }) => (!isAbout(title) && (AFTER.test(title) || isAdvice(title, true)) ? 'after' : 'items'));

/** How a heading tells of the work itself, wherever it stands. */
const WORK = /^(?:提高|强化|加强|压实|深化|成立|召开|落实|扛牢|统一|坚持|聚焦|精心|高度|切实)/;

const isLeaf = ({ mark, title, children }: Section): boolean =>
  mark !== null && children.length === 0 && !WORK.test(title);

/** 1.安全出口上锁; 2.…: a point of a list is no section of its own, so its place among them says nothing of it. */
const isPoint = (section: Section): boolean => isLeaf(section) && (section.mark?.rank ?? 0) >= 3;

const ANNOUNCED = /(?:问题|隐患|不足|行为|缺陷|不符合项)[^。：]{0,16}：$/;

/** How many sections from the first are points of one list that the line above announces: 发现以下问题：. */
function announced({ body, children }: Section): number {
  const lead = fold(body.at(-1)?.text.slice(-80) ?? '');
  const [first] = children;
  if (first?.mark?.value !== 1 || !ANNOUNCED.test(lead) || leadsAdvice(lead)) return 0;
  // 问题整改情况如下： announces how the work was led too, under 一、二、三.
  const isOfList = lead.includes('整改') ? isPoint : isLeaf;
  const end = children.findIndex(
    (section, at) => section.mark?.style !== first.mark?.style || section.mark?.value !== at + 1 || !isOfList(section),
  );
  return end < 0 ? children.length : end;
}

/** 审计查出的问题及处理意见: what was decided stands beside each finding. */
const FOUND_AND_DECIDED = /问题(?:及|和|与|、)(?:审计)?(?:处理|处罚|整改|相关)/;

/** One kind per section of a document, in order. */
export function kindsOf(root: Section, purpose: Purpose): SectionKind[] {
  const sections = root.children;
  const points = announced(root);
  const findings = purpose === 'feedback';
  const sure = sections.map(evidence);
  const first = sure.findIndex((value, at) => value === 2 && !AFTER.test(sections[at]?.title ?? ''));
  // 已完成的问题, 正在整改的问题: in a document sorted by result, the lasting ones are one more result.
  const sorted =
    sections.filter(({ title }) => statusOfHeading(title) !== undefined && !STANDING.test(title)).length > 0;
  const last = sure.findLastIndex((value) => value > 0);
  const begin = first >= 0 ? first : sure.findIndex((value) => value > 0);
  return sections.map((section, at) => {
    const { title } = section;
    const value = sure[at] ?? 0;
    if (AFTER.test(title) && !(sorted && statusOfHeading(title) !== undefined))
      if (STANDING.test(title) || !section.children.some(isReported)) return 'after';
    if (
      isAdvice(title, findings) &&
      !isAbout(title) &&
      !FOUND_AND_DECIDED.test(title) &&
      (findings || !isReported(section))
    )
      return 'after';
    if (isFrame(title) && !section.children.some(isReported)) return 'after';
    if (section.mark === null && leadsAdvice(fold(section.source.slice(-80)))) return 'after';
    if (OVERVIEW.test(title) && (!isAbout(title) || isAboutWork(section)) && value < 2) return 'overview';
    if (value === 2 || at < points) return 'items';
    if (purpose === 'plan' && value === 0 && !holdsTasks(title)) return 'after';
    if (isPoint(section) && last >= 0 && begin >= 0 && sections[begin]?.mark?.style === section.mark?.style)
      return 'items';
    if (value === 1)
      return first >= 0 && at < first && !namesShortcoming(title) && !/方面$/.test(title) ? 'overview' : 'items';
    if (last >= 0 && at < last && at < begin) return 'overview';
    if (last >= 0 && at > last && AFTER_SOFT.test(title)) return 'after';
    return section.children.length === 0 && last < 0 && !/，|问题/.test(title) ? 'overview' : 'items';
  });
}
