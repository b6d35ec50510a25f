/** 产品的名词：一物一词。 */
import type { enThings } from '../en/things.ts';

const round = '轮次';
const item = '事项';
const measure = '整改措施';
const letter = '函件';
const mail = '邮件';
const recipient = '收件人';
const person = '人员';
const unit = '单位';

/** 中文不分单复数，两个键说同一个词。 */
export const zhThings: typeof enThings = {
  product: '整改督办',

  round,
  rounds: round,
  item,
  items: item,
  finding: '问题',
  part: '方面',
  measure,
  measures: measure,
  evidence: '佐证材料',
  aboutOn: '材料日期',
  report: '进展情况',
  isDone: '是否完成',
  reportedOn: '填报日期',
  reporter: '填报人',
  remark: '备注',
  feedbackDocument: '反馈意见',
  letter,
  letters: letter,
  mail,
  mails: mail,
  file: '文件',
  page: '页面',

  person,
  people: person,
  email: '邮箱',
  phone: '电话',
  secondFactor: '二次验证',
  singleSignOn: '统一身份认证',
  recipient,
  recipients: recipient,
  unit,
  units: unit,
  responsibleUnit: '责任单位',
  supportingUnits: '配合单位',
  handler: '承办人',
  leadLeader: '牵头领导',
  liaison: '联络员',
  chief: '主要负责人',
  absence: '外出',
  substitute: '代办人',
  owner: '责任人',
  rectificationOffice: '整改办',
  inspectionOffice: '巡察办',
  jointReviewers: '会审单位',

  calendar: '工作日历',
  rehearsal: '演练',

  number: '编号',
  state: '状态',
  light: '状态灯',
  waitingOn: '等待',
  yourTurn: '等待本人办理',
  startsOn: '起算日期',
  due: '期限',
  itemDue: '整改期限',
  firstDue: '首次期限',
  signDue: '签收期限',
  planDue: '报送措施期限',
  checkpoint: '下次检查节点',
  pause: '暂缓整改',
  timeline: '办理过程',
  ahead: '将来',
  byClock: '按期',
  listed: '挂牌督办',
  immediate: '立行立改',
};
