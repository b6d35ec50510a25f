/** Why one item cannot be given to these people. */
export interface AssignmentFault {
  readonly itemId: string;
  readonly problem:
    | 'unknownItem'
    | 'twice'
    | 'unknownUnit'
    | 'unknownHandler'
    | 'unknownLeadLeader'
    | 'handlerNotStaff'
    | 'handlerOfOtherUnit'
    | 'leadLeaderNotSupervisor'
    | 'samePerson'
    | 'handlerHasLeft'
    | 'leadLeaderHasLeft';
  readonly given: string;
}
