/** Links by which people come to their password, and the product to its first admin: each opens once, for a day. */

import { instant, millis, type Instant } from '../time.ts';

/** setUp: the first admin of an empty installation */
export const accountLinkKinds = ['invitation', 'passwordReset', 'setUp'] as const;

export type AccountLinkKind = (typeof accountLinkKinds)[number];

/** From when its mail is written, or it is printed: a mail that had to wait is as good as a quick one. */
export const linkHours = 24;

export const linkExpiresAt = (written: Instant): Instant => instant(millis(written) + linkHours * 3_600_000);

/** A person who is asked for with more links than this within an hour gets no further one: their mailbox is not for others to fill. */
export const mostLinksAnHour = 3;
