/** What people ask of an item. One command leaves one event or is refused; see decide.ts. */
import type { Actor } from '../actor.ts';
import type { acts, CommandType, FieldValues } from './acts.ts';

interface Asked<Type extends string> {
  readonly type: Type;
  readonly actor: Actor;
  /** Made when the dialog opens, so that pressing twice is harmless. At most 64 characters. */
  readonly commandId: string;
}

type FieldsOf<Type extends CommandType> = (typeof acts)[Type]['fields'];

/** What the act carries, by the kinds of its fields. */
export type FilledIn<Type extends CommandType> = {
  readonly [Name in keyof FieldsOf<Type>]: FieldsOf<Type>[Name] extends {
    readonly kind: infer Kind extends keyof FieldValues;
  }
    ? FieldValues[Kind]
    : never;
};

/** What the ledger's record of an upload says of the file: looked up behind the door, never said by whoever presses. */
export interface RecordedFile {
  readonly sha256: string;
  readonly name: string;
}

/** The acts that hand in a file. */
export type BringingFile = 'addEvidence' | 'recordProgress';

/** What a command carries beside what was pressed, so that it can be decided without asking anybody. */
type LookedUp<Type extends CommandType> = Type extends BringingFile ? { readonly file: RecordedFile } : unknown;

export type PressOf<Type extends CommandType> = Type extends CommandType ? Asked<Type> & FilledIn<Type> : never;

/** An act as it comes in at a door. */
export type Press = PressOf<CommandType>;

export type CommandOf<Type extends CommandType> = Type extends CommandType ? PressOf<Type> & LookedUp<Type> : never;

export type ItemCommand = CommandOf<CommandType>;

type FieldNames<Type extends CommandType> = Type extends CommandType ? keyof FieldsOf<Type> : never;

/** What commands carry beside who asks: the fields of their forms. */
export type CommandField = FieldNames<CommandType>;
