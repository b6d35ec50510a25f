/** 模板里一处有什么问题，在第几行第几列。 */
import { zhAssignmentProblems } from './assignment-problems.ts';
import { zhLabels } from './labels.ts';
import { zhRefusals } from './refusals.ts';
import { sentencesOf } from '../refusal-texts.ts';
import type { FormProblemTexts } from '../en/form-faults.ts';
import type { FormFault } from '../../forms/form.ts';

const { roles, formHeads, formWords, things } = zhLabels;
const choices = {
  role: Object.values(roles).join('、'),
  yesOrNo: `${formWords.yes}、${formWords.no}`,
  language: `${formWords.chinese}、${formWords.english}`,
};

const problems: FormProblemTexts = {
  missing: () => '没有填写',
  unread: () => '公式没有可读的结果，请改为直接填写',
  tooLong: ({ most, given }) => `共 ${given} 个字符，最多 ${most} 个`,
  tooShort: ({ least }) => `至少 ${least} 个字符`,
  notADate: ({ given }) => `“${given}”不是日期，请写成 2026-09-30`,
  assignment: ({ problem, given }) => zhAssignmentProblems[problem](given),
  notAMailAddress: ({ given }) => `“${given}”不是可用的邮箱地址`,
  notAWholeNumber: ({ given }) => `“${given}”不是整数`,
  notOneOf: ({ choice, given }) => `“${given}”不在可填的范围内，可填：${choices[choice]}`,
  unknown: ({ what, given }) => `没有${things[what]}“${given}”`,
  ambiguous: ({ what, given }) =>
    what === 'person' ? `有多名人员叫“${given}”，请改填邮箱` : `有多个单位叫“${given}”，请先改名`,
  otherFinding: ({ expected }) => `与编号不符，该编号的问题是“${expected}”`,
  refused: ({ refusal }) => sentencesOf(zhRefusals, refusal).join('').replace(/。$/, ''),
  twice: ({ given, sheet, row }) => `“${given}”已在“${sheet}”第 ${row} 行出现`,
  columnTwice: () => '此列出现了两次，请删去一列',
  staffWithoutUnit: () => '经办人员须属于一个单位',
  hasLeft: ({ given }) => `${given}已离任，请先恢复在任`,
  lastAdmin: () => '系统至少需要一位管理员',
};

export function zhFormFault({ sheet, row, column, head, problem }: FormFault): string {
  const place = `“${sheet}”第 ${row} 行${column === null ? '' : ` ${column} 列`}`;
  // 每个代码一句，编译器不能由下标认出是哪一句。
  const text = problems[problem.code] as (problem: FormFault['problem']) => string;
  return `${place}${head === null ? '' : `（${formHeads[head]}）`}：${text(problem)}。`;
}
