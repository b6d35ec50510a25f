/** Facts of mails as a small county's bureau would get them: fictional, written for these tests. */
import type { DigestFacts, DigestRow, MailFrame } from '../../../documents/mail/facts.ts';
import type { Locale } from '../../../core/locale.ts';

export const frame = (locale: Locale): MailFrame => ({
  locale,
  recipient: '王小明',
  addressedAs: ['handler', 'liaison'],
  unit: '财务科',
  asOf: '2026-03-11T01:00:00.000Z',
  webUrl: 'https://zg.yunling.example',
  organ: '云岭县水务局整改办',
  contact: '0871-6555 0101',
  mailNumber: '2618',
  ledgerCode: null,
});

/** The act is wanted by the date of the whole where nothing else is said. */
export const digestRow = ({
  dueOn = '2026-03-04',
  workingDaysLeft = -5,
  ...more
}: Partial<DigestRow> = {}): DigestRow => ({
  itemId: 'yunling-2-3',
  inPlaceOf: null,
  number: '2.3',
  title: '固定资产未登记入账，部分设备账实不符',
  light: 'red',
  duty: 'requestClosure',
  waitingOn: 'unit',
  actBy: dueOn,
  actWorkingDaysLeft: workingDaysLeft,
  dueOn,
  workingDaysLeft,
  actUnpublishedYears: [],
  unpublishedYears: [],
  ...more,
});

export const digestFacts = (locale: Locale): DigestFacts => ({
  ...frame(locale),
  rows: [
    digestRow({
      itemId: 'yunling-3-1',
      number: '3.1',
      title: '河道巡查记录缺失',
      light: 'green',
      duty: 'signFor',
      actBy: '2026-03-13',
      actWorkingDaysLeft: 2,
      dueOn: '2026-09-11',
      workingDaysLeft: 127,
    }),
    digestRow(),
    digestRow({
      itemId: 'yunling-1-2',
      number: '1.2',
      title:
        '学习研讨计划没有落实到支部，“第一议题”制度执行不严格，会议记录不完整、不规范，年度计划与实际开展情况明显不一致且未见补学记录',
      light: 'green',
      duty: null,
      waitingOn: 'leadLeader',
      actBy: '2026-03-16',
      actWorkingDaysLeft: 3,
      dueOn: '2027-01-08',
      workingDaysLeft: 208,
      unpublishedYears: ['2027'],
    }),
  ],
  changes: [
    {
      inPlaceOf: null,
      itemId: 'yunling-4-2',
      number: '4.2',
      title: '工程变更审批手续不全',
      kind: 'returned',
      by: '张立',
      reason: '措施 2 的会议纪要没有签字页，验收单缺少日期，请一并补充。',
      date: '2026-03-25',
    },
    {
      inPlaceOf: null,
      itemId: 'yunling-2-1',
      number: '2.1',
      title: '差旅费超标准报销',
      kind: 'extensionGranted',
      by: '李敏',
      reason: null,
      date: '2026-04-30',
    },
    {
      inPlaceOf: null,
      itemId: 'yunling-2-2',
      number: '2.2',
      title: '备用金长期未清理',
      kind: 'closed',
      by: '李敏',
      reason: null,
      date: null,
    },
  ],
  nextReminderOn: '2026-03-13',
});

/** What people type that could break out of a mail. */
export const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg onload=alert(1)>',
  '标题\r\nBcc: everyone@yunling.example\r\n\r\nbody',
  '\u202Eexe.fdp\u0000\u0007',
  '&lt;b&gt;&amp;',
];
