/** What people ask of an item. One command leaves one event or is refused; see decide.ts. */
import type { Assignment } from './event.ts';
import type { Measure, Unproven } from './item.ts';
import type { Actor } from '../actor.ts';
import type { LocalDate } from '../time.ts';

interface Asked<Type extends string> {
  readonly type: Type;
  readonly actor: Actor;
  /** Made when the dialog opens, so that pressing twice is harmless. At most 64 characters. */
  readonly commandId: string;
}

export type PlannedMeasure = Omit<Measure, 'id'>;

export type ItemCommand =
  | (Asked<'assign'> & Assignment)
  | Asked<'signFor'>
  | (Asked<'disown'> & { readonly reason: string })
  | (Asked<'submitPlan'> & { readonly rootCause: string; readonly measures: readonly PlannedMeasure[] })
  | Asked<'approvePlan'>
  | (Asked<'returnPlan'> & { readonly reason: string })
  | (Asked<'reportProgress'> & { readonly text: string })
  | (Asked<'addEvidence'> & { readonly sha256: string; readonly name: string; readonly measureIds: readonly string[] })
  | (Asked<'requestClosure'> & { readonly statement: string; readonly unproven: readonly Unproven[] })
  | (Asked<'return'> & { readonly measureIds: readonly string[]; readonly reason: string; readonly dueOn: LocalDate })
  | (Asked<'endorse'> & { readonly opinion: string })
  | (Asked<'approveClosure'> & { readonly opinion: string })
  | (Asked<'acceptInterim'> & { readonly opinion: string; readonly checkpointOn: LocalDate })
  | (Asked<'acceptStanding'> & { readonly opinion: string; readonly reviewOn: LocalDate })
  | (Asked<'requestExtension'> & { readonly until: LocalDate; readonly reason: string; readonly progress: string })
  | Asked<'grantExtension'>
  | (Asked<'refuseExtension'> & { readonly reason: string })
  | (Asked<'cancel'> & { readonly reason: string })
  | (Asked<'reopen'> & { readonly reason: string; readonly dueOn: LocalDate });

export type CommandType = ItemCommand['type'];

export type CommandOf<Type extends CommandType> = Extract<ItemCommand, { readonly type: Type }>;

type FieldsOf<Command> = Command extends ItemCommand ? Exclude<keyof Command, keyof Asked<string>> : never;

/** What commands carry beside who asks: the fields of their forms. */
export type CommandField = FieldsOf<ItemCommand>;

export const commandTypes = [
  'assign',
  'signFor',
  'disown',
  'submitPlan',
  'approvePlan',
  'returnPlan',
  'reportProgress',
  'addEvidence',
  'requestClosure',
  'return',
  'endorse',
  'approveClosure',
  'acceptInterim',
  'acceptStanding',
  'requestExtension',
  'grantExtension',
  'refuseExtension',
  'cancel',
  'reopen',
] as const satisfies readonly CommandType[];
