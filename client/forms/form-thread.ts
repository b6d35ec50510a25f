/** The thread of read-form.ts: a workbook in, the rows of one template out. */
import type { FormReading, GivenForm } from './read-form.ts';
import { formReaders } from '../../documents/forms/read.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';
import { bookOf, textOf } from '../../documents/readers/text-of.ts';

export async function work({ form, bytes }: GivenForm): Promise<FormReading> {
  try {
    const found = formReaders[form](bookOf(bytes));
    return 'needed' in found ? found : { ...found, text: await textOf(bytes) };
  } catch (error) {
    if (error instanceof UnreadableNotice) return { unreadable: error.facts };
    throw error;
  }
}
