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
  emptyCells: '空白的单元格不改动已有内容。',
  nobody: '云岭',
  somewhere: '档案科',
};
