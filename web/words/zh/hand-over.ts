/** 移交一人名下事项的中文用语，逐项对应 en/hand-over.ts。 */
import type { handOver as en } from '../en/hand-over.ts';

export const handOver: typeof en = {
  holds: (items) => (items === 0 ? '没有未办结的事项。' : `以下 ${items} 个事项尚未办结，须移交他人：`),
  all: '接手全部可接手的事项',
  lead: '各项移交所选的接手人；未选接手人的，保持不变。',
  preview: '预览移交结果',
  would: (places, mails) => `将移交 ${places} 项，下次发送时发出邮件 ${mails} 封。`,
  done: (places, mails) => `已移交 ${places} 项，下次发送时发出邮件 ${mails} 封。`,
  nobodyChosen: '尚未选择接手人。',
};
