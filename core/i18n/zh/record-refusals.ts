/** 轮次、文件和输入方面的“不能办理”：情况、规则、办法。 */
import { zhAccountRefusals } from './account-refusals.ts';
import { zhAssignmentProblems as assignmentProblems } from './assignment-problems.ts';
import { faultLines } from '../fault-lines.ts';
import { dateTime, size, sentenceDate } from '../format.ts';
import { zhBulletinRefusals } from './bulletin-refusals.ts';
import { zhFormFault } from './form-faults.ts';
import { zhLabels } from './labels.ts';
import { zhPeopleRefusals } from './people-refusals.ts';
import { zhRehearsalRefusals } from './rehearsal-refusals.ts';
import { zhUnreadable } from './unreadable.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';

const rest = (count: number): string => `另有 ${count} 处。`;

export const zhRecordRefusals: RecordRefusalTexts = {
  ...zhAccountRefusals,
  ...zhPeopleRefusals,
  ...zhBulletinRefusals,
  ...zhRehearsalRefusals,
  notFound: ({ what, id }) => [
    `没有找到${zhLabels.things[what]}“${id}”。`,
    '它可能不存在，或当前账号不能查看。',
    '请检查地址，或返回上一页。',
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
  calendarFaults: ({ faults }) => [`节假日安排有 ${faults.length} 处需要核对。`],
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
  notEmpty: () => ['系统中已有人员或轮次。', '示例只能安装到空的系统中。'],
  dayNotCome: ({ given, today }) => [
    `${sentenceDate(given, 'zh-CN')}还没有到。`,
    `台账记录截至${sentenceDate(today, 'zh-CN')}。`,
    '请选择这一天或更早的日期。',
  ],
  importNotEmpty: () => ['系统中已有记录，未接收。', '台账只能接收到新建的空数据库中。', '请新建数据库后再接收。'],
  importUnreadable: ({ line }) => [
    `第 ${line} 行与导出格式不符，未接收。`,
    '导出的内容须完整到最后一行。',
    '请重新复制或重新导出。',
  ],
  importOtherVersion: () => ['导出来自另一版本，未接收。', '两边须为同一版本。', '请先升级较旧的一方，再重新导出。'],
  importBroken: ({ id }) => [`“${id}”与写入时不一致，未接收。`, '只接收全部核验无误的台账。', '请先核验原系统的台账。'],
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
  bundleTooLarge: ({ bytes, mostBytes, entries, mostEntries }) => [
    `证据包将有 ${entries} 个文件，共 ${size(bytes)}。`,
    `一个证据包最多 ${mostEntries} 个文件、${size(mostBytes)}。`,
    '请按事项逐个生成。',
  ],
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
  uploadUnknown: ({ evidenceId }) => [
    `此事项没有编号为“${evidenceId}”的上传文件。`,
    '上传后一天内未提交的文件可能已被清除。',
    '请重新上传。',
  ],
  uploadOfAnother: ({ name }) => [`“${name}”由他人上传。`, '文件由上传者本人提交。', '请自行上传后提交。'],
  fileNotScanned: ({ names }) => [
    `“${names.join('”“')}”正在等待病毒检查。`,
    '文件检查无毒后方可使用。',
    '请几分钟后再试；如仍不行，请联系管理员。',
  ],
  fileInfected: ({ names }) => [
    `病毒检查发现“${names.join('”“')}”含有害内容。`,
    '此类文件不向任何人提供。',
    '请先清查电脑，重新制作文件后上传。',
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
