/** 邮件中每一行的说法，以及邮件的去向。 */
import { states } from './classes.ts';
import type * as en from '../en/mail-labels.ts';

export const mailLines: typeof en.mailLines = {
  signOverdue: '签收超期',
  planReminder: '报送措施临期',
  planOverdue: '报送措施超期',
  reminder: '到期提醒',
  overdue: '事项超期',
  stillOverdue: '持续超期',
  returnDue: '退回补充到期',
  measureBehind: '措施逾期未完成',
  reviewWaiting: '等待办理',
  pauseEnd: '暂缓期满',
  checkpoint: '检查节点已到',
  standingReview: '长期坚持复查到期',
  assigned: states.assigned,
  disowned: states.disowned,
  planSubmitted: states.planned,
  planRevised: '已调整措施',
  planApproved: '措施已审定',
  planReturned: '措施已退回',
  progressRecorded: '已代报进展',
  closureRequested: states.submitted,
  withdrawn: '已撤回',
  returned: '已退回',
  endorsed: states.endorsed,
  concurred: '已会审',
  closed: states.closed,
  interimAccepted: '已认定阶段性成效',
  standingAccepted: '已认定长期坚持',
  extensionRequested: '已申请延期',
  extensionGranted: '已同意延期',
  extensionRefused: '延期未获同意',
  dueDateSet: '期限已调整',
  datesMoved: '日期已按规则调整',
  handedOver: '已移交',
  dueDateFixed: '上级已定期限',
  pauseRequested: '已申请暂缓',
  paused: '已同意暂缓',
  pauseRefused: '暂缓未获同意',
  pauseEnded: '已恢复整改',
  cancelled: states.cancelled,
  reopened: states.reopened,
  urged: '已催办',
  letterUnanswered: '函件逾期未答复',
  letterIssued: '已发出函件',
  letterAnswered: '已答复函件',
  unlisted: '已解除挂牌督办',
};

export const skipReasons: typeof en.skipReasons = {
  finished: '未发送：事项已办结',
  answered: '未发送：所提醒的工作已完成',
  withdrawn: '未发送：所报内容已撤回',
  paused: '未发送：事项暂缓整改',
  deadlineMoved: '未发送：期限已调整',
  reassigned: '未发送：事项已改由其他单位承办',
  repeated: '未发送：同一邮件中已有更新的提醒',
  handedOver: '未发送：已移交他人，由接手人接收',
  noAddress: '未发送：没有登记邮箱',
  hasLeft: '未发送：收件人已离任',
};

export const mailTroubles: typeof en.mailTroubles = {
  nothingLeft: () => '未发送：所载内容均已失效',
  senderLost: () => '发送进程中断，将再次发送',
  refused: (said) => `邮件服务器拒收（${said}）`,
  later: (said) => `邮件服务器暂不接收，将再次发送（${said}）`,
  noAnswer: (said) => `邮件服务器没有应答，将再次发送（${said}）`,
  unwritable: (said) => `邮件无法生成（${said}）`,
};

export const mailStates: typeof en.mailStates = {
  planned: '待发送',
  sending: '发送中',
  sent: '已发送',
  skipped: '未发送',
  failed: '未送达',
};

export const mailDoubts: typeof en.mailDoubts = { mayHaveArrived: '可能已送达', mayHaveDoubled: '可能重复送达' };
