/** 模板的说明和示例，逐项对应 en.ts。 */
import type { FormWords } from './en.ts';
import { zhLabels } from '../../../core/i18n/zh/labels.ts';

const { roles, formWords } = zhLabels;

export const zh: FormWords = {
  fillIn: (sample) => `从表头下一行起填写，一行一条。以${sample}开头的行不导入。各列顺序可以调整，多出的列不读取。`,
  guide: '填写说明',
  guideNote: '本表不读取。',
  column: '列名',
  meaning: '填写要求',
  roster: {
    name: '真实姓名。',
    email: '接收邮件的邮箱，以此认定是谁：已有此邮箱的人员，按所填内容更新。',
    roles: `${Object.values(roles).join('、')}中的一项或几项，用顿号隔开。`,
    unit: '系统中已有的单位，或另一张表中填写的单位。经办人员必填。',
    phone: '可以不填。',
    language: `${formWords.chinese}或${formWords.english}，不填为前者。`,
    inspectionOffice: `巡察办的人员填“${formWords.yes}”，其他人员填“${formWords.no}”。`,
    chief: `被巡察单位的主要负责人填“${formWords.yes}”，其他人员填“${formWords.no}”。`,
    unitName: '通用的名称，以此认定是哪个单位。',
    position: '整数，单位按此排列；新单位不填的排在最后。',
    liaison: '人员的邮箱；没有同名人员的，也可填姓名。',
  },
  items: {
    number: '原文编号，可以不填。',
    part: '问题所属方面；空白的与上一行相同。',
    finding: '巡察指出的问题，一行一个，不得重复。',
    immediate: `需立即整改的填“${formWords.yes}”，其他可以不填。`,
    measures: '一行一条，在单元格内换行；也可在下一行只填措施。导入后供责任单位报送措施时参考。',
    responsibleUnit: '系统中已有的单位。',
    handler: '该单位经办人员的邮箱；没有同名人员的，也可填姓名。',
    leadLeader: '审核人员的邮箱或姓名。单位、承办人和牵头领导都填写的，导入时一并交办。',
    supportingUnits: '系统中已有的单位，用顿号隔开。',
    itemDue: '如 2026-09-30，为原文要求，交办时供参考。期限由轮次的规则确定。',
  },
  progressTitle: (round, unit) => `${round}整改进展报送表（${unit}）`,
  fillInProgress: '逐项填写进展情况；没有进展的事项留空。前四列请勿改动，不得增加事项。',
  progress: {
    number: '事项的编号，请勿改动：以此认定是哪一项。',
    finding: '巡察指出的问题，请勿改动：与编号不符的不予登记。',
    measures: '审定的措施，供填写时对照，不读取。',
    itemDue: '整改期限，供填写时对照，不读取。',
    progress: '做了什么、效果如何，四千字以内。',
    isDone: `本单位认为已完成的填“${formWords.yes}”，尚未完成的填“${formWords.no}”，可以不填。不代替申请销号。`,
    reportedOn: '填写此项进展的日期，如 2026-09-30；空白的与上一行相同。',
    reporter: '本单位填写此项进展的人员姓名；空白的与上一行相同。',
    remark: '需要说明的其他情况，可以不填。',
  },
  sampleItem: {
    part: '一、内部管理方面',
    finding: '借阅登记不全',
    measures: '1. 补登借阅记录\n2. 每月核对一次',
    leader: '岭南',
  },
  emptyCells: '空白的单元格不改动已有内容。',
  nobody: '云岭',
  somewhere: '档案科',
};
