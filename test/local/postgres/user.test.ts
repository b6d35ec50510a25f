import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent, type Say } from '../../../local/progress.ts';
import { hydrateLinks } from '../../../local/postgres/binaries.ts';
import { placeFor } from '../../../local/postgres/folder.ts';
import { canReach } from '../../../local/postgres/user.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'rectify-user-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const stranger = { uid: 4_000_000, gid: 4_000_000 };

describe('the user PostgreSQL runs as', () => {
  it('reaches a folder when each one above lets strangers pass', () => {
    const inner = join(root, 'checkout', 'data');
    mkdirSync(inner, { recursive: true });
    chmodSync(root, 0o711);
    expect(canReach(inner, stranger)).toBe(true);
    chmodSync(root, 0o700);
    expect(canReach(inner, stranger)).toBe(false);
    expect(canReach(inner, undefined)).toBe(true);
    const owner = { uid: lstatSync(root).uid, gid: 4_000_000 };
    expect(canReach(inner, owner)).toBe(true);
  });

  it('may pass by way of its group', () => {
    chmodSync(root, 0o710);
    expect(canReach(root, { uid: 4_000_000, gid: lstatSync(root).gid })).toBe(true);
    expect(canReach(root, stranger)).toBe(false);
  });

  it('leaves the data where they are asked for when it can reach them', () => {
    chmodSync(root, 0o711);
    const said: unknown[] = [];
    const say: Say = (code) => said.push(code);
    expect(placeFor(join(root, 'postgres'), stranger, say)).toBe(join(root, 'postgres'));
    expect(placeFor(join(root, 'postgres'), undefined, silent)).toBe(join(root, 'postgres'));
    expect(said).toEqual([]);
  });
});

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
