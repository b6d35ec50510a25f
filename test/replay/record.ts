/**
 * Records golden histories of today's workflows: `node test/replay/record.ts LABEL` through `npm run -s record -- LABEL`.
 *
 * Files are added, never overwritten: a history once recorded may be open somewhere for years.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';

export async function record(name: string, history: temporal.api.history.v1.IHistory): Promise<boolean> {
  const path = new URL(`${name}.json`, import.meta.url);
  if (existsSync(path)) return false;
  await writeFile(path, `${JSON.stringify(historyToJSON(history))}\n`);
  return true;
}
