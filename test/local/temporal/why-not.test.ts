/** Last lines of Temporal's log as its server wrote them, and what a person is told. */
import { expect, it } from 'vitest';
import { whyNot } from '../../../local/temporal/why-not.ts';

const attempted = { dbFile: '/data/temporal.db', port: 7233, uiPort: 8233, log: '/data/logs/temporal.log' };

it.each([
  [
    'failed creating namespaces: unable to create SQLite admin DB: file is not a database (26)',
    { code: 'temporalDamaged', file: '/data/temporal.db' },
  ],
  ['failed setting up schema: database disk image is malformed (11)', { code: 'temporalDamaged' }],
  [
    'failed creating namespaces: error creating namespace "default": SQL logic error: no such table: namespaces (1)',
    { code: 'temporalDamaged' },
  ],
  ['failed setting up schema: database or disk is full (13)', { code: 'diskFull', folder: '/data' }],
  [
    'failed setting up schema: unable to create SQLite admin DB: unable to open database file (14)',
    { code: 'folderUnwritable', folder: '/data' },
  ],
  [
    "can't set frontend port 7233: listen tcp 127.0.0.1:7233: bind: address already in use",
    { code: 'portBusy', port: 7233, name: 'RECTIFY_TEMPORAL_PORT' },
  ],
  [
    "can't set UI port 8233: listen tcp 127.0.0.1:8233: bind: address already in use",
    { code: 'portBusy', port: 8233, name: 'RECTIFY_TEMPORAL_UI_PORT' },
  ],
  ['database is locked (5)', { code: 'childDied', how: 'code 1' }],
])('%s', (line, problem) => {
  expect(whyNot(`Error: failed starting server: ${line}`, 'code 1', attempted)).toMatchObject(problem);
});

it('has no file to call damaged when it keeps everything in memory', () => {
  expect(whyNot('no such table: namespaces (1)', 'code 1', { ...attempted, dbFile: null }).code).toBe('childDied');
});
