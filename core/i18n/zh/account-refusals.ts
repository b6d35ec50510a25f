/** 登录和账号方面的“不能办理”：情况、规则、办法。 */
import type { AccountRefusalCode, RecordRefusalTexts } from '../record-refusal-texts.ts';

export const zhAccountRefusals: Pick<RecordRefusalTexts, AccountRefusalCode> = {
  notSignedIn: () => ['尚未登录，或登录已过有效期（12 小时）。', '请登录后再试。'],
  wrongCredentials: () => ['邮箱或密码不正确。', '请检查后重新输入；忘记密码可通过邮件重设。'],
  tooManyAttempts: ({ seconds }) => [
    '密码输错次数过多。',
    '每再错一次，等待时间加倍，最长 15 分钟；曾经登录过的设备不受他人影响。',
    `请在 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`,
  ],
  notAMailAddress: ({ given }) => [
    `“${given}”不是可用的邮箱地址。`,
    '邮箱形如 name@example.cn，只含英文字母、数字和 .-_+ 等符号，不带姓名；@ 前不超过 64 个字符，全长不超过 254 个。',
    '请核对后重新填写；中文域名请写成 xn-- 开头的形式。',
  ],
  emailTaken: ({ email }) => [`邮箱 ${email} 已由其他人员使用。`, '一个邮箱只能对应一人。', '请换用其他邮箱。'],
  idTaken: ({ id }) => [`编号“${id}”已被使用。`, '请换用其他编号，或不填写由系统生成。'],
  lastAdmin: () => ['这是最后一位管理员。', '系统至少需要一位管理员。', '请先指定另一位管理员。'],
  hasLeft: ({ name }) => [
    `${name}已离任。`,
    '离任人员不能登录，也不再收到邮件。',
    '如已返回岗位，请先将其恢复为在任。',
  ],
  secondFactorNeeded: () => ['此账号还需要验证码。', '请输入验证器上显示的验证码，或一个恢复码。'],
  secondFactorWrong: () => [
    '验证码不正确。',
    '每个验证码半分钟内有效，只能使用一次；恢复码也只能使用一次。',
    '请输入当前显示的验证码；如仍不正确，请核对设备的时间。',
  ],
  secondFactorOwed: () => [
    '请先启用二次验证。',
    '此处要求有审核权限的人员都启用。',
    '可在“我的”页面设置，约需一分钟。',
  ],
  secondFactorIsOn: () => ['二次验证已经启用。', '如需换用其他设备，请先停用，再重新设置。'],
  secondFactorOff: () => ['二次验证尚未启用。', '请刷新页面，查看账号的当前情况。'],
  secondFactorDemanded: () => [
    '二次验证不能停用。',
    '此处要求有审核权限的人员都启用。',
    '如需更换设备，请联系管理员代为停用，再重新设置。',
  ],
  ownSecondFactor: () => [
    '本人的二次验证请在“我的”页面停用。',
    '停用时需要密码和验证码。',
    '如设备和恢复码都已遗失，请联系其他管理员。',
  ],
  ownSecondFactorFirst: () => ['请先为本人启用二次验证。', '否则这一要求会使本人也无法办理业务。'],
  openidOff: () => ['此处尚未启用统一身份认证。', '请用邮箱和密码登录。'],
  openidAway: ({ name }) => [`暂时无法用“${name}”登录。`, '没有任何改动。', '请过几分钟再试，或用邮箱和密码登录。'],
  openidNotValid: () => [
    '登录未完成，此次认证无效。',
    '每次认证只能使用一次，10 分钟内有效，且须在同一浏览器中完成。',
    '请回到登录页重新开始。',
  ],
  openidNotLinked: ({ name }) => [
    `“${name}”提供的身份没有对应的可用账号。`,
    `须由管理员为本人开通，且在“${name}”中已验证的邮箱与此处一致。`,
    '请用邮箱和密码登录，或联系管理员。',
  ],
  linkNotValid: () => [
    '此链接已失效。',
    '每个链接只能使用一次，24 小时内有效。',
    '请在登录页重新申请重设密码，或联系管理员重新发送。',
  ],
  staffWithoutUnit: () => ['经办人员没有所属单位。', '经办人员须属于一个单位。', '请选择单位。'],
  passwordGuessable: ({ because }) => [
    { ownData: '密码中含有本人的姓名或邮箱。', example: '此密码是公开的示例。', monotonous: '密码的字符过于重复。' }[
      because
    ],
    '这样的密码容易被猜中。',
    '可以用几个互不相干的词连成一句。',
  ],
  passwordTooShort: ({ least, given }) => [`密码目前 ${given} 个字符。`, `至少需要 ${least} 个字符。`],
};
