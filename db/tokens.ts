/** Secrets that a browser or a mail holds: random, and known to the ledger by their hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses one, so a fast hash is enough. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
