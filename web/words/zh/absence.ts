/** 外出与代办页面的中文用语，逐项对应 en/absence.ts。 */
import { zhLabels } from '../../../core/i18n/zh/labels.ts';
import type { absence as en } from '../en/absence.ts';

export const absence: typeof en = {
  title: `${zhLabels.things.absence}与${zhLabels.things.substitute}`,
  lead: '外出期间，代办人可代为办理，记录中写明双方姓名，邮件同时发送给双方。',
  who: '外出人员',
  line: (who, substitute, from, to) => `${who}：${from}至${to}外出，由${substitute}代办`,
  enter: '登记外出',
  end: '提前结束',
  all: '外出安排',
  standingIn: (name) => `代${name}办理`,
  nothing: '没有等待办理的事项。',
};
