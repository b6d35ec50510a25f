/** The thread of read-form.ts: a workbook in, the rows of one template out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FormReading, GivenForm } from './read-form.ts';
import { formReaders } from '../../documents/forms/read.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';
import { bookOf } from '../../documents/readers/text-of.ts';

function read({ form, bytes }: GivenForm): FormReading {
  try {
    return formReaders[form](bookOf(bytes));
  } catch (error) {
    if (error instanceof UnreadableNotice) return { unreadable: error.facts };
    throw error;
  }
}

parentPort?.postMessage(read(workerData as GivenForm));
