/** A bundle as whoever gets it has it: unpacked, with its own program run by plain Node. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { signer } from './seals.ts';
import { sha256Of } from './sha256.ts';
import type { Bundle } from '../../client/bundle/bundle.ts';

const safe = /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/;

/** @returns the folder */
export async function unpackedUnder(folder: string, { bytes }: Bundle): Promise<string> {
  const place = mkdtempSync(join(folder, 'one-'));
  for (const [path, content] of Object.entries(unzipSync(await buffer(bytes)))) {
    if (!safe.test(path)) throw new Error(`no name for a file: ${path}`);
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return place;
}

export const verified = (place: string, ...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(place, 'verify.mjs'), ...args], (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    );
  });

interface Listed {
  readonly path: string;
}

/** Lists and seals everything anew, as only whoever has the API's own key could. */
export function resealed(place: string): void {
  const path = join(place, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: Listed[] };
  for (const file of manifest.files) {
    const content = readFileSync(join(place, file.path));
    Object.assign(file, { sha256: sha256Of(content), bytes: content.length });
  }
  writeFileSync(path, JSON.stringify(manifest));
  const seal = signer.sign(`bundle\n${sha256Of(readFileSync(path))}`);
  writeFileSync(join(place, 'manifest.seal.json'), JSON.stringify(seal));
}
