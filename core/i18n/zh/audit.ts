/** 系统对自身的说明：登录记录、核验发现、运行故障。 */
import type * as en from '../en/audit.ts';

export const securityEvents: typeof en.securityEvents = {
  signedIn: '已登录',
  signedInByOpenid: '通过统一身份认证登录',
  signInFailed: '登录失败',
  signedOut: '已退出登录',
  signedOutElsewhere: '已退出其他设备',
  signedOutByOpenid: '已由统一身份认证退出',
  linkAsked: '已申请设置密码的链接',
  passwordSet: '密码已更改',
  secondFactorSet: '已启用二次验证',
  secondFactorRemoved: '已停用二次验证',
  recoveryCodeUsed: '用恢复码登录',
  secondFactorDemanded: '已要求启用二次验证',
  secondFactorNotDemanded: '已不再要求二次验证',
  openidAllowed: '已开通统一身份认证',
  openidLinked: '已关联统一身份认证',
  openidRemoved: '已解除统一身份认证',
  personCreated: '新增人员',
  personChanged: '人员信息或权限已更改',
  personLeft: '已标记离任',
  personReturned: '已恢复在任',
};

export const breachKinds: typeof en.breachKinds = {
  chain: '记录被改动、删除或增添',
  columns: '记录与其旁注不一致',
  item: '事项与其记录不一致',
  letter: '函件与记录不符或编号不连续',
  source: '原始文件被改动',
  file: '材料丢失或内容不符',
  mail: '已发送邮件没有内容记录',
  record: '人员、单位、轮次或登录记录被改动',
  anchor: '与已存证的校验码不符',
};

export const faultKinds: typeof en.faultKinds = {
  missing: '事项没有运行中的流程',
  stuck: '流程反复失败',
  behind: '流程落后于台账',
  astray: '流程与台账不一致',
  late: '到时步骤被错过',
  left: '已办结事项仍有流程',
  unknown: '流程对应的事项不在台账中',
  ledgerBehind: '台账落后于流程',
  forged: '操作没有有效签章',
  unwritable: '记录无法写入台账',
  retried: '记录未能一次写入台账，后已补写',
  fileDamaged: '佐证材料丢失或被改动',
  fileInfected: '佐证材料含病毒',
  broken: '事项与写入时不一致',
};
