/** How much may be uploaded: enough for the films and scans of a hard case, and not for filling a disk. */

/** A file that nobody has handed in for twice as long is swept away; within it, uploads of a person are counted together. */
export const uploadHours = 24;

const gigabyte = 1024 ** 3;

/** Bytes of one item, handed in or not; and of one person within {@link uploadHours}. */
export const mostBytesOf = { item: 4 * gigabyte, person: 2 * gigabyte } as const;
