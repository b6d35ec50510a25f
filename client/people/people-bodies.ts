/** What an admin sends to add or change people and units. */
import { z } from 'zod';
import { date, id, locale, role, text } from '../primitives.ts';
import { bindings } from '../../core/item/binding.ts';

const name = z.string().trim().min(1).max(100);
const newId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'a-z 0-9 - (1–40)');
export const newUnit = z.object({
  id: newId.optional(),
  name,
  position: z.int32().default(0),
  liaisonId: id.nullable().default(null),
});
export type NewUnit = z.output<typeof newUnit>;
export const unitChange = z.object({ name, position: z.int32(), liaisonId: id.nullable() }).partial();
export type UnitChange = z.infer<typeof unitChange>;

const commandId = z.string().regex(/^[A-Za-z0-9._-]{8,60}$/, 'A-Z a-z 0-9 . _ - (8–60)');
const as = z.array(z.enum(bindings)).min(1).max(bindings.length);
/** What of a person's goes to whom: items, by what they are bound as, and the units that have them as liaison. */
export const handOverAll = z.object({
  /** One for the press: sent again after a breakdown it does what is left. */
  commandId,
  reason: text,
  moves: z.array(z.object({ itemId: id, as, toId: id })).max(1000),
  units: z.array(z.object({ unitId: id, toId: id })).max(100),
});
export type HandOverAll = z.infer<typeof handOverAll>;

/** Of oneself where nobody else is named. */
export const newAbsence = z.object({
  personId: id.optional(),
  substituteId: id,
  from: date,
  to: date,
  reason: text,
});
export type NewAbsence = z.infer<typeof newAbsence>;

/** Whether it is an address is asked where it is written, by core/mail-address.ts. */
const email = z.string().trim().meta({ format: 'email' });

const personFields = z.object({
  name,
  email,
  locale,
  roles: z.array(role).min(1),
  unitId: id.nullable(),
  phone: z.string().max(50).nullable(),
  isChief: z.boolean(),
  inInspectionOffice: z.boolean(),
});
export const newPerson = personFields
  .partial()
  .required({ name: true, email: true, roles: true })
  .extend({
    id: newId.optional(),
    /** Without one the person gets mails but cannot sign in. */
    password: z.string().max(200).optional(),
  });
export type NewPerson = z.infer<typeof newPerson>;
export const personChange = personFields.partial();
export type PersonChange = z.infer<typeof personChange>;
export const newPassword = z.object({ password: z.string().max(200) });
const token = z.string().max(100);
export const askReset = z.object({ email: z.string().max(254) });
export const linkToken = z.object({ token });
export const chosenPassword = newPassword.extend({ token });
/** The first admin of an empty installation. */
export const setUp = chosenPassword.extend({ name, email, locale: locale.optional() });
export type SetUp = z.infer<typeof setUp>;
/** One's own, once more, before a secret changes. */
export const provenPassword = z.object({ password: z.string().max(200) });
/** Six digits, or a recovery code with its dashes. */
export const typedCode = z.string().max(40);
export const givenCode = z.object({ code: typedCode });
export const endSecondFactor = provenPassword.extend({ code: typedCode });
export const ownPassword = newPassword.extend({ current: z.string().max(200) });
