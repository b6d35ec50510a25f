/** What a document is for: telling findings, promising what will be done, or reporting what was done. */
import { isAnswered, type Section } from './outline.ts';

/** feedback: findings, by who inspected; plan: what will be done; report: what was done. */
export type Purpose = 'feedback' | 'plan' | 'report';

const PLAN = /(?:整改|落实|工作|实施|推进)[^。]{0,8}(?:方案|计划)(?:表|（[^（）]{1,12}）)?$|整改方案/;
const REPORT =
  /整改(?:进展|落实|情况|完成|工作|报告|回复|成效|结果)|落实情况|完成情况|整改.{0,6}(?:通报|报告|台账|清单)|整改及|整改回复/;
const INSPECTION = /审计(?:工作|情况)?的?(?:结果|报告|情况)|督查|督察|检查|巡查|抽查|暗访|隐患|限期整改|整改通知/;

/** A section that tells what was found, and says nothing of putting it right. */
const FOUND = /(?:发现|存在|查出|指出)的?(?:主要|突出|具体)?(?:问题|隐患)(?:和[^，。]{1,8})?$/;

const answered = (section: Section): boolean => isAnswered(section) || section.children.some(answered);

export function purposeOf(title: string, opening: string, root: Section): Purpose {
  if (PLAN.test(title)) return 'plan';
  if (REPORT.test(title)) return 'report';
  if (/反馈/.test(title)) return 'feedback';
  const told =
    INSPECTION.test(title) ||
    root.children.some((section) => FOUND.test(section.title)) ||
    /反馈如下|现将.{0,30}(?:巡察|巡视).{0,20}反馈|(?:意见|情况)反馈如下|(?:巡察|巡视|督查|检查|审计)[^。]{0,20}(?:发现|指出)/.test(
      opening,
    );
  return told && !answered(root) ? 'feedback' : 'report';
}
