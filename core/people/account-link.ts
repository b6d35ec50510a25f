/** Links by which people come to their password, and the product to its first admin: each opens once, for a day. */

/** setUp: the first admin of an empty installation */
export type AccountLinkKind = 'invitation' | 'passwordReset' | 'setUp';

/** From when its mail is written, or it is printed: a mail that had to wait is as good as a quick one. */
export const linkHours = 24;

/** A person who is asked for with more links than this within an hour gets no further one: their mailbox is not for others to fill. */
export const mostLinksAnHour = 3;
