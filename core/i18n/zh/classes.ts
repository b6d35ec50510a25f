/** 分类用语：措施类型与进度、风险等级、问题来源等。 */
import type * as en from '../en/classes.ts';

export const states: typeof en.states = {
  draft: '待交办',
  assigned: '已交办',
  disowned: '已退回交办',
  planned: '已报措施',
  inProgress: '整改中',
  submitted: '已申请销号',
  endorsed: '已审核',
  closed: '已销号',
  interim: '阶段性成效',
  standing: '长期坚持',
  reopened: '重新整改',
  cancelled: '已撤销',
};

export const handedIn: typeof en.handedIn = {
  plan: '措施',
  revision: '措施调整',
  application: '销号申请',
  extensionRequest: '延期申请',
};

export const kindsOfMeasure: typeof en.kindsOfMeasure = {
  rules: '建章立制',
  recovery: '挽回损失',
  accountability: '追责问责',
  readAcross: '举一反三',
  campaign: '专项整治',
};

export const measureStates: typeof en.measureStates = { underWay: '推进中', done: '已落实' };

export const grades: typeof en.grades = { high: '高', medium: '中', low: '低' };

export const sources: typeof en.sources = {
  inspection: '巡察',
  higherInspection: '巡视',
  audit: '审计',
  selfCheck: '自查',
  lookBack: '回头看',
  petition: '信访',
};

export const roundStates: typeof en.roundStates = {
  draft: '草稿',
  launching: '启动中',
  running: '进行中',
  completed: '已完成',
};
