/**
 * Writes files on a thread of their own: a ledger of ten thousand rows takes a second, in which a process that answers people
 * must go on answering. Each file has a thread to itself, which ends with it; one is written at a time.
 */
import pLimit from 'p-limit';
import { startThread } from '../thread.ts';
import type { Locale } from '../../core/locale.ts';
import type { BulletinForm } from '../../core/round/bulletin.ts';
import type { RoundSheet } from '../../core/round/sheets.ts';
import type { Instant } from '../../core/time.ts';
import type { WrittenBulletin } from '../../documents/bulletin/file.ts';
import type { ProgressSheetFacts } from '../../documents/forms/progress-template.ts';
import type { BlankForm } from '../../documents/forms/template.ts';
import type { ReviewFacts, RoundFacts } from '../../documents/sheets/facts.ts';

/** A file and what it is made of: plain JSON, for it crosses to another thread. */
export type Writing =
  | { readonly file: 'roundSheet'; readonly sheet: RoundSheet; readonly facts: RoundFacts }
  | { readonly file: 'reviewFile'; readonly facts: ReviewFacts }
  | { readonly file: 'template'; readonly form: BlankForm; readonly locale: Locale; readonly madeAt: Instant }
  | { readonly file: 'progressSheet'; readonly facts: ProgressSheetFacts }
  | { readonly file: 'bulletin'; readonly form: BulletinForm; readonly facts: WrittenBulletin };

/** The heap of a thread, MB. */
const mostHeapMb = 1024;

const oneAtATime = pLimit(1);

export const writeAside = (writing: Writing): Promise<Uint8Array> =>
  oneAtATime(async () => {
    const thread = await startThread<Uint8Array>(new URL('./write-thread.ts', import.meta.url), writing, mostHeapMb);
    return thread.answer;
  });
