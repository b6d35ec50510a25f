/** The thread of write-aside.ts: facts in, the bytes of one file out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Writing } from './write-aside.ts';
import { reviewWorkbook } from '../../documents/sheets/review.ts';
import { roundWorkbook } from '../../documents/sheets/round-sheet.ts';

const write = (writing: Writing): Promise<Uint8Array> =>
  writing.file === 'roundSheet' ? roundWorkbook(writing.sheet, writing.facts) : reviewWorkbook(writing.facts);

parentPort?.postMessage(await write(workerData as Writing));
