/** 清单与台账的中文用语，逐项对应 en.ts。 */
import type { SheetWords } from './en.ts';
import { zhThings } from '../../../core/i18n/zh/things.ts';

export const zh: SheetWords = {
  title: (round, sheet) => `${round}${sheet}`,
  note: (time, items) => `截至 ${time}（北京时间），共 ${items} 项。`,
  ofUnit: (unit) => `只含${unit}的事项。`,
  page: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  group: '类别',
  measureNumber: '措施序号',
  noPlan: '（尚未报送措施）',
  files: '材料份数',
  extensions: '延期次数',
  daysLeft: '剩余工作日',
  wanted: '待办内容',
  actBy: '最迟办理日期',
  decidedOn: '认定日期',
  decision: '认定意见',
  remark: zhThings.remark,
  numbered: (number, text) => `${number}．${text}`,
  deed: (name, date) => `${name}，${date}`,
  what: '项目',
  how: '内容',
  time: '时间（北京）',
  who: '办理者',
  record: '记录序号',
  hash: '文件校验码',
  letterNumber: (year, number) => `〔${year}〕${number}号`,
  issuedOn: '发出日期',
  unproven: '无材料的原因',
};
