/**
 * The body of each act: the command less its type, which stands in the address, and its actor, whom the server knows.
 *
 * Here stands what is carried at all. What is too long, too late or not there is for core to say: its limits are narrower.
 */
import { z } from 'zod';
import { commandTypes, rulesOfAct, type CommandType, type FieldValues } from '../../core/item/acts.ts';
import { bindings } from '../../core/item/binding.ts';
import { findingSources, measureKinds, measureStates, riskGrades } from '../../core/item/item.ts';
import type { FilledIn } from '../../core/item/command.ts';
import { movedDates } from '../../core/item/date-move.ts';
import { date, id, text } from '../primitives.ts';

/** The product's own ids hold a slash. */
const commandId = z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/, 'A-Z a-z 0-9 . _ : - (8–64)');

const measureId = z.string().max(10);
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).max(100);

const schemas: { readonly [Kind in keyof FieldValues]: z.ZodType<FieldValues[Kind]> } = {
  id,
  text,
  date: z.string().max(10),
  bindings: z.array(z.enum(bindings)).max(bindings.length),
  pastDateOrNone: z.string().max(10).nullable().default(null),
  pastDate: z.string().max(10),
  letterKind: z.string().max(40),
  letterSeq: z.number().int().min(1).max(1_000_000),
  measureIds: list(measureId),
  measures: list(
    z.object({
      ...{ text, ownerId: id.nullable(), dueOn: date.nullable() },
      kind: z.enum(measureKinds).nullable().default(null),
      asks: list(text).default([]),
    }),
  ),
  measureStatuses: list(z.object({ measureId, status: z.enum(measureStates) })),
  yesOrNo: z.boolean().nullable(),
  grade: z.enum(riskGrades),
  sources: list(z.enum(findingSources)),
  moves: list(z.object({ date: z.enum(movedDates), from: date, to: date })),
  rulesVersion: z.object({ policy: z.int(), calendar: z.int() }),
  unproven: list(z.object({ measureId, reason: text })),
};

type ActBody<Type extends CommandType> = { readonly commandId: string } & FilledIn<Type>;

const bodyOf = (type: CommandType) => {
  const fields = Object.entries(rulesOfAct(type).fields).map(([name, { kind }]) => [name, schemas[kind]] as const);
  return z.object({ commandId, ...Object.fromEntries(fields) });
};

export const actBodies = Object.fromEntries(commandTypes.map((type) => [type, bodyOf(type)])) as unknown as {
  readonly [Type in CommandType]: z.ZodType<ActBody<Type>>;
};
