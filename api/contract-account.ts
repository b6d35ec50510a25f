/** What the doors of an account take and answer: the first page, signing in, links, sessions, a second factor. */
import { z } from 'zod';
import { provenPassword, typedCode } from '../client/people/people-bodies.ts';
import { id, instant, locale, role } from '../client/primitives.ts';
import { accountLinkKinds } from '../core/people/account-link.ts';
import type { OpenidState } from '../core/people/openid.ts';

/** Whose account, in the address of a route. */
export const personParams = z.object({ personId: z.string().max(60) });

export const person = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale,
  roles: z.array(role),
  unitId: id.nullable(),
  phone: z.string().nullable(),
  isChief: z.boolean(),
  inInspectionOffice: z.boolean(),
  hasLeft: z.boolean(),
});
export type Person = z.infer<typeof person>;

/** `code`: of a second factor, shown by a device or kept for when that is lost. */
export const signIn = provenPassword.extend({ email: z.string().max(254), code: typedCode.optional() });
export type SignIn = z.infer<typeof signIn>;

/** What a link to a password is for; nobody yet where it is the first admin's. */
export const accountLink = z.object({
  kind: z.enum(accountLinkKinds),
  name: z.string().nullable(),
  email: z.string().nullable(),
});
export type AccountLink = z.infer<typeof accountLink>;

/** One of one's own, the newest first. */
export const ownSession = z.object({ createdAt: instant, expiresAt: instant, isCurrent: z.boolean() });
export type OwnSession = z.infer<typeof ownSession>;

/** Who is signed in. With a second factor owed they reach their own account alone. */
export const ownPerson = person.extend({ owesSecondFactor: z.boolean() });
export type OwnPerson = z.infer<typeof ownPerson>;

const openidState = z.enum(['off', 'allowed', 'linked'] satisfies OpenidState[]);

/** Whether one may sign in at the identity provider. */
export const ownOpenid = z.object({ state: openidState });
export type OwnOpenid = z.infer<typeof ownOpenid>;

/** Where the browser goes. */
export const begunOpenid = z.object({ address: z.string() });
export type BegunOpenid = z.infer<typeof begunOpenid>;

/** What stood behind the question mark of the address that the provider sent the browser back to. */
export const openidAnswer = z.object({ answer: z.string().max(7000) });
export type OpenidAnswer = z.infer<typeof openidAnswer>;

/** From the provider, under the name that OpenID Connect Back-Channel Logout 1.0 §2.5 gives it. */
export const logoutToken = z.object({ logout_token: z.string().max(7000) });

export const openidLink = z.object({ personId: id, state: openidState });
export type OpenidLink = z.infer<typeof openidLink>;

/** Where the browser signs out at the provider, too. */
export const signedOut = z.object({ address: z.string() });
export type SignedOut = z.infer<typeof signedOut>;

export const ownSecondFactor = z.object({
  isOn: z.boolean(),
  /** By an admin, of everybody who decides. */
  isDemanded: z.boolean(),
  recoveryCodesLeft: z.number().int(),
});
export type OwnSecondFactor = z.infer<typeof ownSecondFactor>;

/** Base32 for typing, and the same as an otpauth address for a QR code. */
export const begunSecondFactor = z.object({ secret: z.string(), uri: z.string() });
export type BegunSecondFactor = z.infer<typeof begunSecondFactor>;

/** Told once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

export const demand = z.object({ isDemanded: z.boolean() });
export type Demand = z.infer<typeof demand>;

/** `personIds`: whose is on. */
export const secondFactors = demand.extend({ personIds: z.array(id) });
export type SecondFactors = z.infer<typeof secondFactors>;

/** The installation before anything was imported: what the first page offers. */
export const installation = z.object({
  empty: z.boolean(),
  /** Whether the sample may be installed here at all. */
  sampleAllowed: z.boolean(),
  /** Those of the sample that is here, or on an empty installation those it would bring; their passwords are public. */
  sampleAccounts: z.array(z.object({ role, name: z.string(), email: z.string(), password: z.string() })),
  mailPage: z.string().nullable(),
  /** The identity provider beside the accounts here, by the name that people know; null where none is set up. */
  openid: z.object({ name: z.string() }).nullable(),
});
export type Installation = z.infer<typeof installation>;

export const installSample = z.object({ launch: z.boolean().default(false) });
