/** 外出与代办的中文说法。 */
import type * as en from '../en/absence.ts';

export const absence: typeof en.absence = {
  from: '外出首日',
  to: '外出末日',
  inForce: '正在代办',
  substituteAway: '代办人同期外出',
};

export const unfitnesses: typeof en.unfitnesses = {
  self: '与外出人员为同一人',
  hasLeft: '此人已离任',
  notSupervisor: '外出人员承担审核，而此人不承担',
  notOfOffice: '不属于巡察办',
  away: '同期也在外出',
};

export const doer: typeof en.doer = (who, forWhom) => `${who}（代${forWhom}）`;
