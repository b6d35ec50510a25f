/** 演练轮次页面的中文用语，逐项对应 en/rehearsal.ts。 */
import { zhRehearsal } from '../../../core/i18n/zh/rehearsal.ts';
import type { rehearsal as en } from '../en/rehearsal.ts';

export const rehearsal: typeof en = {
  ...zhRehearsal,
  lead: '在副本上快进时间演练本轮次：不向任何人发送，不保留任何内容。',
  begin: '开始演练',
  breakOff: '中止演练',
  stopped: '演练已中止。',
  failed: '演练因系统故障未能完成，详情见运行日志。',
  months: (count) => `${count} 个月`,
  got: (mails, letters) => `${mails}${letters > 0 ? `（函件 ${letters}）` : ''}`,
  nothing: '没有人会收到邮件。',
  unsureDates: (name, count) => `${name}：${count} 个日期`,
  climbs: (letter, name, items) => `${letter}，收件人${name}：${items} 个事项`,
};
