/** 模板的列名和用语：表头与导入后的说明用同一个词。 */
import { zhThings as things } from './things.ts';
import type { enForms } from '../en/forms.ts';

export const zhForms: typeof enForms = {
  formNames: { roster: '人员与单位', items: '事项与措施', progress: '整改进展报送表' },
  formHeads: {
    name: '姓名',
    email: things.email,
    roles: '权限',
    unit: things.unit,
    phone: things.phone,
    language: '语言',
    inspectionOffice: things.inspectionOffice,
    chief: things.chief,
    unitName: '单位名称',
    position: '顺序',
    liaison: things.liaison,
    number: things.number,
    part: things.part,
    finding: things.finding,
    immediate: things.immediate,
    measures: things.measures,
    responsibleUnit: things.responsibleUnit,
    handler: things.handler,
    leadLeader: things.leadLeader,
    supportingUnits: things.supportingUnits,
    itemDue: things.itemDue,
    progress: things.report,
    isDone: things.isDone,
    reportedOn: things.reportedOn,
    reporter: things.reporter,
    remark: things.remark,
  },
  formWords: { sample: '【示例】', yes: '是', no: '否', chinese: '中文', english: '英文' },
  formOutcomes: { added: '新增', changed: '更新', same: '未变' },
};
