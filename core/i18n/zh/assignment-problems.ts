/** 事项为何不能这样交办，是句子的一部分。 */
import type { AssignmentFault } from '../../assignment-fault.ts';

export const zhAssignmentProblems: Readonly<Record<AssignmentFault['problem'], (given: string) => string>> = {
  unknownItem: () => '本轮次没有此事项',
  twice: () => '出现了两次',
  unknownUnit: (given) => `没有单位“${given}”`,
  unknownHandler: (given) => `没有承办人“${given}”`,
  unknownLeadLeader: (given) => `没有牵头领导“${given}”`,
  handlerNotStaff: (given) => `承办人“${given}”不是经办人员`,
  handlerOfOtherUnit: (given) => `承办人“${given}”不属于该责任单位`,
  leadLeaderNotSupervisor: (given) => `牵头领导“${given}”不是审核人员`,
  samePerson: (given) => `承办人和牵头领导不能同为“${given}”`,
  handlerHasLeft: (given) => `承办人“${given}”已离任`,
  leadLeaderHasLeft: (given) => `牵头领导“${given}”已离任`,
};
