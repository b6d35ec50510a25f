/** How much may be uploaded: enough for the films and scans of a hard case, and not for filling a disk. */

import { instant, millis, type Instant } from '../time.ts';

const dayMs = 24 * 3_600_000;

/** Since when uploads of a person are counted together; and what is handed in counts as uploaded no earlier. */
export const uploadDayBegan = (now: Instant): Instant => instant(millis(now) - dayMs);

/** What was uploaded before, and is not handed in, is swept away: a day more, so that none goes while it is on its way. */
export const sweptBefore = (now: Instant): Instant => instant(millis(now) - 2 * dayMs);

const gigabyte = 1024 ** 3;

/** Bytes of one item, handed in or not; and of one person since {@link uploadDayBegan}. */
export const mostBytesOf = { item: 4 * gigabyte, person: 2 * gigabyte } as const;
