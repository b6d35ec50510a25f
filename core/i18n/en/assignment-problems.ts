/** Why an item cannot be given to these people, as part of a sentence. */
import type { AssignmentFault } from '../../assignment-fault.ts';

export const enAssignmentProblems: Readonly<Record<AssignmentFault['problem'], (given: string) => string>> = {
  unknownItem: () => 'this round has no such item',
  twice: () => 'named twice',
  unknownUnit: (given) => `there is no unit "${given}"`,
  unknownHandler: (given) => `there is no handler "${given}"`,
  unknownLeadLeader: (given) => `there is no lead leader "${given}"`,
  handlerNotStaff: (given) => `the handler "${given}" is not staff`,
  handlerOfOtherUnit: (given) => `the handler "${given}" is not of that unit`,
  leadLeaderNotSupervisor: (given) => `the lead leader "${given}" is not a supervisor`,
  samePerson: (given) => `"${given}" cannot be both handler and lead leader`,
  handlerHasLeft: (given) => `the handler "${given}" has left`,
  leadLeaderHasLeft: (given) => `the lead leader "${given}" has left`,
};
