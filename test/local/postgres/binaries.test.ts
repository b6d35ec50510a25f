import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hydrateLinks } from '../../../local/postgres/binaries.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'rectify-binaries-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the programs npm brought', () => {
  it('get the links a package cannot carry when install scripts were off', () => {
    const home = join(root, 'native');
    mkdirSync(join(home, 'lib'), { recursive: true });
    writeFileSync(join(home, 'lib', 'libpq.so.5.18'), '');
    writeFileSync(
      join(home, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    hydrateLinks(home);
    hydrateLinks(home);
    expect(readlinkSync(join(home, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(existsSync(join(home, 'lib', 'libpq.so.5'))).toBe(true);
  });
});
