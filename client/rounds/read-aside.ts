/** A document that an admin hands in → what it says, or a refusal. */
import { readOnThread, type ReadDocument } from './read-on-thread.ts';
import { Refused } from '../refused.ts';

/** @param given a text, or the bytes of a file of any kind. @throws Refused noticeUnreadable */
export async function readAside(given: string | Uint8Array): Promise<ReadDocument> {
  const reading = await readOnThread(given);
  if ('unreadable' in reading) throw new Refused({ code: 'noticeUnreadable', unreadable: reading.unreadable });
  return reading;
}
