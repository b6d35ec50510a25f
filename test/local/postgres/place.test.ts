import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent, type Note } from '../../../local/notes.ts';
import { holdsDatabase, placeFor } from '../../../local/postgres/place.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'rectify-place-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the place of the data', () => {
  it('is the one asked for when PostgreSQL’s user can reach it', () => {
    chmodSync(root, 0o711);
    const said: Note[] = [];
    const asked = join(root, 'postgres');
    expect(placeFor(asked, { uid: 4_000_000, gid: 4_000_000 }, (note) => void said.push(note))).toBe(asked);
    expect(placeFor(asked, null, silent)).toBe(asked);
    expect(said).toEqual([]);
  });
});

describe('what lies there', () => {
  it('is nothing in a folder that is empty or missing', () => {
    expect(holdsDatabase(join(root, 'nowhere'))).toBe(false);
    expect(holdsDatabase(root)).toBe(false);
  });

  it('is a database of ours', () => {
    writeFileSync(join(root, 'PG_VERSION'), '18\n');
    expect(holdsDatabase(root)).toBe(true);
  });

  it.each([
    ['of another version', { PG_VERSION: '17\n' }, 'databaseVersion'],
    ['that has lost a part', { 'global/pg_control': '' }, 'databaseDamaged'],
    ['not at all, but somebody’s letters', { 'letter.txt': '' }, 'databaseForeign'],
  ])('is a database %s', (_what, files, code) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    expect(() => holdsDatabase(root)).toThrow(new RegExp(`"code":"${code}"`));
  });
});
