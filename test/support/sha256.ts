/** Of a file or a text, as the ledger names it. */
import { createHash } from 'node:crypto';

export const sha256Of = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
