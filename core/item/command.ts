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

export type CommandOf<Type extends CommandType> = Type extends CommandType ? Asked<Type> & FilledIn<Type> : never;

export type ItemCommand = CommandOf<CommandType>;

type FieldNames<Type extends CommandType> = Type extends CommandType ? keyof FieldsOf<Type> : never;

/** What commands carry beside who asks: the fields of their forms. */
export type CommandField = FieldNames<CommandType>;
