/** 登录、轮次、人员、文件和输入方面的“不能办理”：情况、规则、办法。 */
import { zhAssignmentProblems as assignmentProblems } from './assignment-problems.ts';
import { faultLines } from '../fault-lines.ts';
import { dateTime, size, sentenceDate } from '../format.ts';
import { zhFormFault } from './form-faults.ts';
import { zhLabels } from './labels.ts';
import { zhUnreadable } from './unreadable.ts';
import type { BulletinFault } from '../../round/bulletin.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';

const rest = (count: number): string => `另有 ${count} 处。`;

const bulletinProblems: Record<BulletinFault['problem'], string> = {
  notInLedger: '反馈意见中有此事项，台账中没有',
  notInDocument: '台账中有此事项，反馈意见中没有',
  nothingSaid: '已认定，但没有完成情况',
};

export const zhRecordRefusals: RecordRefusalTexts = {
  notFound: ({ what, id }) => [
    `没有找到${zhLabels.things[what]}“${id}”。`,
    '它可能不存在，或当前账号不能查看。',
    '请检查地址，或返回上一页。',
  ],
  notSignedIn: () => ['尚未登录，或登录已过有效期（12 小时）。', '请登录后再试。'],
  wrongCredentials: () => ['邮箱或密码不正确。', '请检查后重新输入；忘记密码可通过邮件重设。'],
  tooManyAttempts: ({ seconds }) => [
    '密码输错次数过多。',
    '每再错一次，等待时间加倍，最长 15 分钟；曾经登录过的设备不受他人影响。',
    `请在 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`,
  ],
  tooManyRequests: ({ seconds }) => ['一分钟内的请求过多，此次未办理。', `请在 ${seconds} 秒后再试。`],
  wrongHost: ({ host }) => [
    `本系统不以“${host}”为地址。`,
    '只能通过系统自己的地址访问；在本机上也可用 127.0.0.1。',
    '请使用系统邮件中的地址。',
  ],
  crossSite: ({ origin }) => [
    `此请求来自其他网站${origin === '' ? '' : `（${origin}）`}，未予办理。`,
    '办理操作只接受从本系统页面发出的请求。',
    '请打开本系统的页面再试。',
  ],
  wrongMediaType: ({ allowed, given }) => [`请求的格式为“${given}”，无法读取。`, `此处只接受 ${allowed}。`],
  bodyTooLarge: ({ mostBytes }) => ['请求的内容过大。', `上限为 ${size(mostBytes)}。`, '请缩小后再试。'],
  tooDeep: ({ most }) => [`内容嵌套超过 ${most} 层，未予读取。`],
  tooSlow: ({ seconds }) => [
    `请求在 ${seconds} 秒内没有传完，已放弃。`,
    '没有办理任何事项。',
    '请检查网络后重新发送。',
  ],
  badInput: ({ faults }) => [
    `有 ${faults.length} 处需要修改。`,
    ...faultLines(
      faults,
      ({ path, allowed, given }) =>
        `${path === '' ? '内容' : path} 应为 ${allowed}${given === '' ? '' : `，现为 ${given}`}。`,
      rest,
    ),
  ],
  badCursor: () => ['翻页的位置无法识别。', '请从第一页重新开始。'],
  noticeUnreadable: ({ unreadable }) => [zhUnreadable(unreadable)],
  noticeWithoutItems: () => [
    '文档中没有读到逐项列出的问题。',
    '一个轮次至少需要 1 个事项。',
    '请换用逐项列出问题的反馈意见，或在预览中手工添加。',
  ],
  formUnknown: ({ form, needed }) => [
    `表格中没有找到“${zhLabels.formNames[form]}”模板的表头。`,
    `至少应有这些列：${needed.map((head) => zhLabels.formHeads[head]).join('、')}。`,
    '请下载模板，填写后再提交。',
  ],
  formFaults: ({ faults }) => [
    `表格有 ${faults.length} 处需要修改，全部未导入。`,
    ...faultLines(faults, zhFormFault, rest),
  ],
  policyFaults: ({ faults }) => [`规则有 ${faults.length} 处需要修改。`],
  alreadyImported: ({ roundId, title, at, isSameFile }) => [
    `${isSameFile ? '此文件' : '内容相同的文件'}已于${dateTime(at, 'zh-CN')}导入，轮次为“${title}”（${roundId}）。`,
    '再次导入会产生重复的事项。',
    '如确需另建一个轮次，请确认后重新提交。',
  ],
  roundNotDraft: ({ state }) => [
    `此轮次当前为“${zhLabels.roundStates[state]}”。`,
    '只有草稿状态的轮次可以修改交办和规则。',
    '启动后请在各事项中办理。',
  ],
  startTooEarly: ({ given, dueOn, earliest }) => [
    `起始日期为${sentenceDate(given, 'zh-CN')}，整改期限为${sentenceDate(dueOn, 'zh-CN')}，已经过去。`,
    `按现有规则，起始日期不得早于${sentenceDate(earliest, 'zh-CN')}。`,
    '请改为较晚的起始日期；草稿的整改期限可在导入后与起始日期一并调整。',
  ],
  roundNotLaunched: () => ['此轮次尚未启动。', '启动前只能交办。', '请在轮次启动后再办理。'],
  bulletinIncomplete: ({ faults }) => [
    `通报不能生成：有 ${faults.length} 个事项需要核对。`,
    ...faultLines(faults, ({ number, problem }) => `${number}：${bulletinProblems[problem]}。`, rest),
  ],
  assignmentFaults: ({ faults }) => [
    `有 ${faults.length} 处交办不能成立，全部未保存。`,
    ...faultLines(faults, ({ itemId, problem, given }) => `${itemId}：${assignmentProblems[problem](given)}。`, rest),
  ],
  notReadyToLaunch: ({ unassigned, withoutAddress, overDueOn }) => [
    '轮次尚不能启动。',
    ...(unassigned.length > 0 ? [`尚未交办的事项：${unassigned.join('、')}。`] : []),
    ...(withoutAddress.length > 0 ? [`没有邮箱的人员：${withoutAddress.join('、')}。`] : []),
    ...(overDueOn === null
      ? []
      : [`按现有设置，整改期限为${sentenceDate(overDueOn, 'zh-CN')}，已经过去。请调整起始日期或整改期限。`]),
  ],
  unknownOwners: ({ given }) => [
    `没有这些责任人：${given.join('、')}。`,
    '措施的责任人须为系统中的人员。',
    '请重新选择。',
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
  notEmpty: () => ['系统中已有人员或轮次。', '示例只能安装到空的系统中。'],
  sampleOff: () => [
    '此处未开放示例。',
    '示例账号的密码是公开的，只在本机试用时开放。',
    '请打开首次启动时打印的链接，创建第一位管理员。',
  ],
  fileMissing: () => ['没有收到文件。', '每次上传一个文件。', '请选择文件后再上传。'],
  uploadCut: () => ['文件没有传完，未接收。', '请检查网络后重新上传。'],
  severalFiles: () => ['一次收到了多个文件，均未保存。', '每次只能上传一个文件。', '请逐个上传。'],
  fileEmpty: ({ name }) => [`“${name}”是空文件，未接收。`, '请检查文件后重新上传。'],
  evidenceQuota: ({ of, mostBytes }) =>
    of === 'item'
      ? [`此事项的文件已达 ${size(mostBytes)}，未接收。`, '请提交能说明问题的部分，或联系管理员。']
      : [`本账号 24 小时内上传的文件已达 ${size(mostBytes)}，未接收。`, '请明天再上传，或联系管理员。'],
  fileTooLarge: ({ name, mostBytes }) => [
    `“${name}”超过单个文件 ${size(mostBytes)} 的上限，未接收。`,
    '请分成几份，或上传压缩后的图片。',
  ],
  fileKindNotAccepted: ({ name, allowed }) => [
    `“${name}”的类型不在可接收的范围内。`,
    `可提交 PDF、Word、Excel、图片等：${allowed}。`,
    '请另存为其中一种后再上传。',
  ],
  fileKindDiffers: ({ name }) => [
    `“${name}”的内容与扩展名不符，未接收。`,
    '可提交 PDF、Word、Excel、图片。',
    '请用相应的软件打开后另存，再上传。',
  ],
  fileNotStored: () => ['此文件尚未上传。', '提交佐证材料前须先上传文件。', '请重新上传。'],
  fileNamedOtherwise: ({ given, allowed }) => [
    `此文件上传时的名称不是“${given}”。`,
    `提交时须用上传时的名称：${allowed.join('、')}。`,
    '如需改名，请改名后重新上传。',
  ],
  fileDamaged: ({ names }) => [
    `佐证材料“${names.join('”“')}”已丢失或被改动，不能查看，也不能据以作出决定。`,
    '系统已记录此故障。',
    '请联系管理员从备份恢复，或由责任单位重新提交。',
  ],
  notUnderWay: ({ itemId }) => [
    `事项 ${itemId} 的流程暂未运行，操作没有办理。`,
    '轮次启动需要片刻，每个事项启动后才能办理。',
    '请稍后再试；如仍不行，请联系管理员。',
  ],
  outcomeUnknown: () => [
    '操作已送出，但尚未收到结果。',
    '同一操作重复提交也只会办理一次。',
    '请稍后刷新页面查看，或再次提交。',
  ],
  commandIdTaken: () => [
    '此操作编号已用于另一项操作，本次没有办理。',
    '每次操作使用各自的编号，同一编号只代表同一操作。',
    '请刷新页面后重新办理。',
  ],
  partAway: ({ part, isNothingDone }) => [
    `${zhLabels.parts[part]}暂时无法使用。`,
    isNothingDone ? '内容没有提交。' : '内容可能已经提交，请先查看，再决定是否重新提交。',
    '请稍后重试；如仍不行，请告知管理员。',
  ],
  ours: ({ reference }) => [
    '系统暂时无法完成，内容没有提交。',
    `请稍后重试；如仍不行，请联系管理员并报编号 ${reference}。`,
  ],
};
