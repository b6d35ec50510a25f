/** Nobody judges what is their own, and nobody judges twice: who may not do an act on this item, whatever their role. */
import type { CommandType } from './command.ts';
import type { Item } from './item.ts';

/** Whose work the act would judge. Of an application: the applicant, and everybody whose evidence stands in it. */
export function authorsOf(item: Item, act: CommandType): readonly string[] {
  switch (act) {
    case 'endorse':
    case 'return':
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding':
      // An earlier applicant who has changed sides is among those with evidence in it.
      return [...by(item.application), ...item.evidence.flatMap(by)];
    case 'approvePlan':
    case 'returnPlan':
      return by(item.plan);
    case 'grantExtension':
    case 'refuseExtension':
      return by(item.extensionRequest);
    default:
      return [];
  }
}

/** Who has judged already what the act would judge a second time. */
export function reviewersOf(item: Item, act: CommandType): readonly string[] {
  switch (act) {
    case 'approveClosure':
    case 'acceptInterim':
    case 'acceptStanding':
      return by(item.endorsement);
    default:
      return [];
  }
}

const by = (deed: { readonly by: string } | null): readonly string[] => (deed === null ? [] : [deed.by]);
