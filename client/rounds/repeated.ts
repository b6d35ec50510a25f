/** The same document twice is mostly a mistake: it is noticed by its bytes and by what it says, and imported only when that is meant. */
import { createHash } from 'node:crypto';
import { Refused } from '../refused.ts';
import type { RoundToImport } from './round-bodies.ts';
import type { ImportedFile } from '../../core/round/imported.ts';
import { earlierImport, lockImports } from '../../db/imports.ts';
import type { Db } from '../../db/pool.ts';

const sha256 = (given: string | Uint8Array): string => createHash('sha256').update(given).digest('hex');

/** As long as a name of a file is on any system. */
const mostCharacters = 255;

export const fileOf = (name: string, bytes: Uint8Array): ImportedFile => ({
  name: [...name].slice(0, mostCharacters).join(''),
  sha256: sha256(bytes),
});

/** Whoever saves a file anew, or copies its text, changes blanks and the width of signs, and says the same. */
export const textSha256 = (source: string): string =>
  sha256(
    source
      .normalize('NFKC')
      .replaceAll(/[\s\p{P}\p{Cf}]+/gu, '')
      .toLowerCase(),
  );

/** In the transaction that imports. @throws Refused alreadyImported, unless it is meant */
export async function refuseRepeated(db: Db, { file, source, again }: RoundToImport): Promise<void> {
  await lockImports(db);
  if (again === true) return;
  const earlier = await earlierImport(db, { file: file?.sha256 ?? null, text: textSha256(source) });
  if (earlier !== null) throw new Refused({ code: 'alreadyImported', ...earlier });
}
