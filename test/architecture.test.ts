/** The house as docs/architecture.md draws it: imports go along its arrows, files stay small, nothing is left for later. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows, faultsOf, importsOf, mayImport } from './support/arrows.ts';
import { circlesOf } from './support/circles.ts';
import { orphans, untested } from './support/mirror.ts';

const root = join(import.meta.dirname, '..');
const mostLines = 300;
const notOurs = ['node_modules', 'dist'];

/** Every source of the tree, tracked or not; folders with a dot hold data and caches. */
function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || notOurs.includes(entry.name)) return [];
    if (entry.isDirectory()) return sourcesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path.split(sep).join('/')] : [];
  });
}

const sources = sourcesUnder('').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the arrows', () => {
  it('are kept by every import of every source', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(({ path, text }) => faultsOf(path, text))).toEqual([]);
  });

  it.each([
    ['core/item.ts', "import { openPool } from '../db/pool.ts';", 'core may import only itself'],
    ['core/item.ts', "import fs from 'node:fs';", 'core imports no package'],
    ['core/item.ts', "import { z } from 'zod';", 'core imports no package'],
    ['core/item.ts', "export { pool } from '../db/pool.ts';", 'core may import only itself'],
    ['core/item.ts', "import { at } from './time';", 'a relative import ends in .ts or .tsx'],
    ['core/item.ts', "import { at } from './time.js';", 'a relative import ends in .ts or .tsx'],
    [
      'workflows/item.ts',
      "import { commit } from '../activities/contract.ts';",
      'workflows may import only types from activities/contract.ts',
    ],
    [
      'workflows/item.ts',
      "import type { Pool } from '../activities/ledger.ts';",
      'workflows may import only core, itself',
    ],
    [
      'workflows/item.ts',
      "import { Client } from '@temporalio/client';",
      'workflows imports only @temporalio/workflow, @temporalio/common',
    ],
    ['workflows/item.ts', "import 'node:crypto';", 'workflows imports only @temporalio/workflow, @temporalio/common'],
    ['documents/list.ts', "import { readFile } from 'node:fs/promises';", 'documents does not import node:*'],
    ['documents/list.ts', "import { x } from '../db/items.ts';", 'documents may import only core, itself'],
    ['db/items.ts', "import { x } from '../documents/list.ts';", 'db may import only core, itself'],
    ['db/items.ts', "import { Context } from '@temporalio/activity';", 'db does not import @temporalio/*'],
    [
      'activities/round.ts',
      "import { x } from '../workflows/contract.ts';",
      'activities may import only core, db, documents, itself',
    ],
    [
      'worker/main.ts',
      "import { itemWorkflow } from '../workflows/index.ts';",
      'worker may import only activities, db, core, wire, itself',
    ],
    ['client/items.ts', "import { Client } from '@temporalio/client';", 'client does not import @temporalio/client'],
    [
      'client/items.ts',
      "import { LiveItem } from '../workflows/live-item.ts';",
      'client may import only core, db, documents, wire, workflows/contract.ts, itself',
    ],
    [
      'client/items.ts',
      "import { App } from '../web/app.tsx';",
      'client may import only core, db, documents, wire, workflows/contract.ts, itself',
    ],
    [
      'web/app.tsx',
      "import { itemSchema } from '../api/contract.ts';",
      'web may import only types from api/contract.ts',
    ],
    ['web/app.tsx', "import { find } from '../db/items.ts';", 'web may import only core, itself'],
    ['web/app.tsx', "import { join } from 'node:path';", 'web does not import node:*'],
    ['cli/demo/clock.ts', "import { Client } from '@temporalio/client';", 'cli does not import @temporalio/*'],
    [
      'client/items/items.ts',
      "import { server } from '../../api/server.ts';",
      'client may import only core, db, documents, wire, workflows/contract.ts, itself',
    ],
    [
      'api/errors.ts',
      "import type { Pool } from '../db/pool.ts';",
      'api may import only client, core, documents, itself',
    ],
    ['api/main.ts', "import { run } from '../cli/main.ts';", 'api may import only client, core, documents, itself'],
    ['api/server.ts', "import type { Pool } from 'pg';", 'api does not import pg'],
    [
      'cli/demo/clock.ts',
      "import { waitingSlots } from '../../db/mails.ts';",
      'cli may import only client, core, documents, itself',
    ],
    [
      'cli/items.ts',
      "import { acts } from '../api/contract.ts';",
      'cli may import only client, core, documents, itself',
    ],
    ['local/main.ts', "import { openPool } from '../db/pool.ts';", 'local may import only core, itself'],
  ])('would catch %s with %s', (path, line, rule) => {
    const of = importsOf(line)[0]?.of ?? '';
    expect(faultsOf(path, `/** A planted fault. */\n${line}\n`)).toEqual([`${path} imports '${of}': ${rule}`]);
  });

  it.each([
    ['workflows/item.ts', "import type { Batch } from '../activities/contract.ts';"],
    ['workflows/item.ts', "import { sleep } from '@temporalio/workflow';"],
    ['activities/round.ts', "import { Context } from '@temporalio/activity';"],
    ['client/temporal.ts', "import { Client } from '@temporalio/client';"],
    ['client/temporal.ts', "import { refused } from './refused.ts';"],
    ['client/items.ts', "import { connect } from './temporal.ts';"],
    ['api/server.ts', "import { act } from '../client/items/acts.ts';"],
    ['web/app.tsx', "import type { ItemView } from '../api/contract.ts';"],
    ['web/app.tsx', "import './styles/tokens.css';"],
    ['test/api/items.test.ts', "import { server } from '../../api/server.ts';"],
    ['vitest.config.ts', "import { defineConfig } from 'vitest/config';"],
  ])('lets %s with %s pass', (path, line) => {
    expect(faultsOf(path, line)).toEqual([]);
  });

  it('see imports over several lines, for effect alone, dynamic ones and re-exports', () => {
    const text = [
      ...['import {', '  one,', '  two,', "} from './a.ts';", "import './b.css';", "import type { X } from 'c';"],
      ...["export type { Y } from './d.ts';", "const e = await import('./e.ts');", 'const from = "./f.ts";'],
    ];
    expect(importsOf(text.join('\n'))).toEqual([
      { of: './a.ts', isType: false },
      { of: 'c', isType: true },
      { of: './d.ts', isType: true },
      { of: './b.css', isType: false },
      { of: './e.ts', isType: false },
    ]);
  });

  it('ask for a row for every new folder', () => {
    expect(faultsOf('helpers/text.ts', '')).toEqual(['helpers/text.ts: its folder has no row in the table of arrows']);
  });
});

describe('circles of imports', () => {
  it('are nowhere in the tree, neither of files nor of rooms, types included', () => {
    expect(circlesOf(sources)).toEqual([]);
  });

  it('of files would be seen, through types and re-exports alone', () => {
    const planted = [
      { path: 'core/item/decide.ts', text: "import type { Clock } from './tick.ts';" },
      { path: 'core/item/tick.ts', text: "export { wake } from './wake.ts';" },
      { path: 'core/item/wake.ts', text: "import { decide } from './decide.ts';" },
    ];
    expect(circlesOf(planted.slice(0, 2))).toEqual([]);
    expect(circlesOf(planted)).toEqual([
      'core/item/: core/item/decide.ts imports core/item/tick.ts, core/item/tick.ts imports core/item/wake.ts, ' +
        'core/item/wake.ts imports core/item/decide.ts',
    ]);
  });

  it('of rooms would be seen though their files form none, wherever the rooms lie', () => {
    const planted = [
      { path: 'client/rounds/launch.ts', text: "import { act } from '../items/acts.ts';" },
      { path: 'client/items/acts.ts', text: '' },
      { path: 'client/items/items.ts', text: "import type { Round } from '../rounds/rounds.ts';" },
      { path: 'client/context.ts', text: "import type { Store } from './evidence/store.ts';" },
      { path: 'client/evidence/evidence.ts', text: "import type { Context } from '../context.ts';" },
    ];
    expect(circlesOf(planted)).toEqual([
      'client/: client/rounds/launch.ts imports client/items/acts.ts, client/items/items.ts imports client/rounds/rounds.ts',
      'client/: client/context.ts imports client/evidence/store.ts, client/evidence/evidence.ts imports client/context.ts',
    ]);
  });
});

describe('the tests', () => {
  it('mirror the tree, or say what they stand for', () => {
    expect(orphans(sources)).toEqual([]);
  });

  it('hold every source of core that decides something', () => {
    expect(untested(sources)).toEqual([]);
  });

  it('that stand for nothing, and sources without one, would be seen', () => {
    const decides = 'export const next = (one: number): number => one + 1;';
    const planted = [
      { path: 'core/item/decide.ts', text: decides },
      { path: 'core/item/wake.ts', text: decides },
      { path: 'core/item/names.ts', text: 'export const names: readonly ((one: string) => string)[] = [];' },
      { path: 'test/core/item/decide-assign.test.ts', text: '' },
      { path: 'test/core/item/decided.test.ts', text: '' },
    ];
    expect(orphans(planted, { 'test/gone.test.ts': ['core/item/', 'core/gone.ts'] })).toEqual([
      'test/core/item/decided.test.ts stands for no source',
      'test/gone.test.ts is told of and not there',
      'test/gone.test.ts stands for core/gone.ts, which is not there',
    ]);
    expect(untested(planted)).toEqual(['core/item/wake.ts']);
    // Told to be held by a test that does not come near it.
    expect(untested(planted, { 'core/item/wake.ts': 'test/core/item/decided.test.ts' })).toEqual(['core/item/wake.ts']);
  });
});

describe('every source', () => {
  it(`has at most ${mostLines} lines`, () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > mostLines);
    expect(long).toEqual([]);
  });

  it('opens connections to PostgreSQL only where their errors are heard, or one that is lost would end the process', () => {
    const opens = /new (?:pg\.)?(?:Client|Pool)\(/;
    const ours = sources.filter(({ path, text }) => !path.startsWith('test/') && /from 'pg'/.test(text));
    expect(ours.filter(({ text }) => opens.test(text)).map(({ path }) => path)).toEqual([
      'db/pool.ts',
      'local/postgres/connection.ts',
    ]);
  });

  it('makes nothing up where a row, an element or a last one must be there', () => {
    const madeUp = /(?:\.at\(-?\d+\)|\[(?:\d+|[\w.]+ [-+%] [\w.]+)\](?:\??\.\w+)?) \?\? (?:''|""|\d+|\[\]|false)/;
    for (const planted of [
      'rows[0]?.count ?? 0',
      "months[month - 1] ?? ''",
      'rows[0]?.empty ?? false',
      "parts.at(-1) ?? ''",
    ])
      expect(madeUp.test(planted), planted).toBe(true);
    const ours = sources.filter(({ path }) => /^(?:core|workflows|activities|client|db|worker)\//.test(path));
    expect(ours.filter(({ text }) => madeUp.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('leaves no mark of work put off', () => {
    const mark = new RegExp(`\\b(?:${['TO', 'FIX'].join('DO|')}ME)\\b`);
    expect(mark.test(['TO', 'DO'].join('')) && mark.test(['FIX', 'ME'].join(''))).toBe(true);
    expect(sources.filter(({ text }) => mark.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the papers', () => {
  it('of the architecture draw the arrows as they are enforced', () => {
    const rows = readFileSync(join(root, 'docs/architecture.md'), 'utf8').matchAll(/^\| `(\w+)\/` .* \| (.*?) *\|$/gm);
    // What stands behind a semicolon is said for people: "never db".
    const drawn = [...rows].map(([, folder = '', column = '']) => [folder, column.split(';')[0]]);
    const folders = Object.keys(arrows).filter((place) => !place.includes('.'));
    const enforced = folders.map((folder) => [folder, folder === 'test' ? 'all' : mayImport(folder)]);
    expect(drawn.toSorted()).toEqual([...enforced, ['docs', '']].toSorted());
  });

  it('pin all parts of the Temporal SDK to one exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<
      Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
    >;
    const pinned = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
      name.startsWith('@temporalio/'),
    );
    const versions = [...new Set(pinned.map(([, version]) => version))];
    expect(pinned.length).toBeGreaterThan(5);
    expect(versions).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });
});
