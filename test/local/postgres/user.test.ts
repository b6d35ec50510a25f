import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    expect(canReach(inner, null)).toBe(true);
    const owner = { uid: lstatSync(root).uid, gid: 4_000_000 };
    expect(canReach(inner, owner)).toBe(true);
  });

  it('may pass by way of its group', () => {
    chmodSync(root, 0o710);
    expect(canReach(root, { uid: 4_000_000, gid: lstatSync(root).gid })).toBe(true);
    expect(canReach(root, stranger)).toBe(false);
  });
});
