/** 通报不能生成、不能修改时的说明。 */
import { faultLines } from '../fault-lines.ts';
import type { BulletinRefusalTexts } from '../record-refusal-texts.ts';
import type { BulletinFault } from '../../round/bulletin.ts';

const problems: Readonly<Record<BulletinFault['problem'], string>> = {
  notInLedger: '反馈意见中有此事项，台账中没有',
  notInDocument: '台账中有此事项，反馈意见中没有',
  nothingSaid: '已认定，但没有完成情况',
  notApproved: '拟不公布，尚未批准',
};

export const zhBulletinRefusals: BulletinRefusalTexts = {
  bulletinIncomplete: ({ faults }) => [
    `通报不能生成：有 ${faults.length} 个事项需要核对。`,
    ...faultLines(
      faults,
      ({ number, problem }) => `${number}：${problems[problem]}。`,
      (count) => `另有 ${count} 处。`,
    ),
  ],
  bulletinChanged: () => [
    '打开之后已有他人修改，本次未保存。',
    '以最新版本为准。',
    '请查看最新版本，仍需修改的请重新填写。',
  ],
  bulletinUntraced: () => [
    '文件中没有写明数字和表述的来源。',
    '由本系统保存的通报，各种格式都写有来源，除非已被删去。',
    '请重新保存一份进行比对。',
  ],
  nothingToApprove: () => ['没有需要批准的内容：事项已确定公布，或不公布已经批准。'],
  ownProposal: () => ['不公布由本人提出。', '须由巡察办其他人员批准。', '请由其他人员办理。'],
};
