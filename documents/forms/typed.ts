/**
 * What people type over columns and into cells, in either language and in the words they have for it. No sentence of ours:
 * what a template itself says comes from the catalogue, and is read back by it, too.
 */
import type { FormChoice, FormColumn } from '../../core/forms/form.ts';

/** Heads beside our own, as {@link plainHead} leaves them. */
export const typedHeads: Readonly<Record<FormColumn, readonly string[]>> = {
  name: ['名字', '人员姓名', 'fullname'],
  email: ['电子邮箱', '电子邮件', '邮箱地址', '邮件地址', 'mail', 'e-mail', 'emailaddress'],
  roles: ['角色', '系统角色', 'role', 'roles', 'permissions'],
  unit: ['所属单位', '所在单位', '工作单位', '部门', '所属部门', '科室', 'department'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '电话号码', 'mobile', 'telephone', 'phonenumber'],
  language: ['界面语言', 'locale', 'lang'],
  inspectionOffice: ['是否巡察办', '巡察办人员', 'ininspectionoffice'],
  chief: ['是否主要负责人', 'ischief'],
  unitName: ['单位全称', '部门名称'],
  position: ['排序', '序号', '排列顺序', 'position'],
  liaison: ['单位联络员', '联系人', 'contact'],
  number: ['序号', '问题编号', 'no', 'number'],
  part: ['类别', '问题类别', '问题方面', 'category'],
  finding: ['问题描述', '具体问题', '反馈问题', '存在问题', 'problem', 'issue'],
  immediate: ['是否立行立改', 'immediate'],
  measures: ['措施', '具体措施', '整改举措', 'measure'],
  responsibleUnit: ['责任部门', '牵头单位', '责任科室', 'unit'],
  handler: ['经办人', '责任人', '具体责任人', 'owner'],
  leadLeader: ['责任领导', '分管领导', 'leader'],
  supportingUnits: ['协办单位', '配合部门', 'supportingunit'],
  progress: ['进展', '整改进展', '目前进展', '整改情况', '进展和成效', 'progressreport'],
  isDone: ['完成与否', '完成情况', '是否已完成', 'done', 'isdone'],
  reportedOn: ['日期', '报送日期', '填表日期', '截至日期', 'date'],
  reporter: ['报送人', '填表人', '填写人', 'reporter'],
  remark: ['说明', '情况说明', 'remarks', 'note', 'notes'],
  itemDue: ['整改时限', '完成时限', '完成日期', '期限', 'due', 'duedate'],
};

export const typedChoices: Readonly<Record<FormChoice, Readonly<Record<string, readonly string[]>>>> = {
  role: {
    staff: ['经办', '经办人', '承办人员'],
    supervisor: ['审核', '审核人', '审批人员'],
    admin: ['管理', '系统管理员', 'administrator'],
  },
  yesOrNo: { yes: ['√', '✓', '1', 'y', 'true', '对'], no: ['×', '✗', '0', 'n', 'false'] },
  language: { 'zh-CN': ['中文', '汉语', 'zh', 'zh-cn', 'chinese'], en: ['英文', '英语', 'en', 'english'] },
};

/** Between several of one cell. */
export const betweenSeveral = /[、,，;；/\n]+/;

/** Full width becomes half, and what stands around a head is left out: blanks, stars, brackets with what is in them. */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()]{0,60}\)|\[[^[\]]{0,60}\]|【[^【】]{0,60}】/g, '')
    .replaceAll(/[\s*:：_.。·-]+/g, '');
