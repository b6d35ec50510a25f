/** Ids that people can read out: short, lowercase, without letters that look alike. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../core/time.ts';

const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** `length` letters, evenly drawn. */
export function randomLetters(length: number): string {
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(length * 2))
      if (byte < 248 && text.length < length) text += letters.charAt(byte % letters.length);
  return text;
}

/** `r-2026-k3f9` */
export const newRoundId = (now: Instant): string => `r-${now.slice(0, 4)}-${randomLetters(4)}`;

/** `r-2026-k3f9-07`: as many digits as the last item of the round needs, two at least, so that ids sort as printed. */
export const itemIdAt = (roundId: string, position: number, itemCount: number): string =>
  `${roundId}-${String(position).padStart(Math.max(2, String(itemCount).length), '0')}`;

export const newPersonId = (): string => `p-${randomLetters(8)}`;
export const newAbsenceId = (): string => `a-${randomLetters(8)}`;
export const newUnitId = (): string => `u-${randomLetters(8)}`;
/** Of the record of an upload. */
export const newEvidenceId = (): string => `f-${randomLetters(10)}`;

/** For an act that no button pressed. */
export const newCommandId = (): string => randomUUID();
