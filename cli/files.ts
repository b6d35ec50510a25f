/** Files named on the command line. */
import { readFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';
import type { Words } from './words.ts';

export async function readText(path: string, words: Words): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new BadInput(words.unreadable(path, whyOf(error)), { cause: error });
  }
}

export const readJson = async (path: string, words: Words): Promise<unknown> =>
  jsonOf(await readText(path, words), path, words);

export function jsonOf(text: string, name: string, words: Words): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(words.notJson(name), { cause: error });
  }
}

/** In the system's own word for it: ENOENT, EACCES. */
export const whyOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
