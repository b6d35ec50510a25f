/** Last lines of PostgreSQL's log as its servers wrote them, and what a person is told. */
import { describe, expect, it } from 'vitest';
import { whyNot } from '../../../local/postgres/why-not.ts';

const attempted = { folder: '/data/postgres', port: 55432, log: '/data/logs/postgres.log', heldSeconds: 30 };
const at = '2026-03-02 01:00:00.000 UTC';
const codeOf = (...lines: string[]) => whyNot(lines.join('\n'), 'code 1', attempted).code;

describe('a server that did not start', () => {
  it.each([
    [
      'because a part of an earlier one still lives',
      'databaseHeld',
      `${at} [7] F0001 FATAL:  pre-existing shared memory block (key 131, ID 4) is still in use\n${at} [7] F0001 HINT:  Terminate any old server processes associated with data directory "/data/postgres".`,
    ],
    [
      'because an earlier one still lives',
      'databaseHeld',
      `${at} [7] F0001 FATAL:  lock file "postmaster.pid" already exists`,
    ],
    [
      'because the disk is full, whatever that breaks',
      'diskFull',
      `${at} [8] 53100 PANIC:  could not write to file "pg_wal/xlogtemp.8": No space left on device`,
    ],
    [
      'because memory is short',
      'memoryShort',
      `${at} [7] 53200 FATAL:  could not map anonymous shared memory: Cannot allocate memory`,
    ],
    [
      'because its port is taken',
      'portBusy',
      `${at} [7] 00000 LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\n${at} [7] XX000 FATAL:  could not create any TCP/IP sockets`,
    ],
    [
      'because it may not have its port',
      'childDied',
      `${at} [7] 00000 LOG:  could not bind IPv4 address "127.0.0.1": Permission denied\n${at} [7] XX000 FATAL:  could not create any TCP/IP sockets`,
    ],
    [
      'because its folder is open to all',
      'databaseRights',
      `${at} [7] 55000 FATAL:  data directory "/data/postgres" has invalid permissions`,
    ],
    [
      'because it may not read a file that is whole',
      'databaseRights',
      'postgres: could not find the database system\nExpected to find it in the directory "/data/postgres",\nbut could not open file "/data/postgres/global/pg_control": Permission denied',
    ],
    [
      'because of a setting',
      'databaseSettings',
      `${at} [7] F0000 FATAL:  configuration file "/data/postgres/postgresql.conf" contains errors`,
    ],
    [
      'because its settings are gone',
      'databaseSettings',
      'postgres: could not access the server configuration file "/data/postgres/postgresql.conf": No such file or directory',
    ],
    [
      'because of damage: a control file cut off',
      'databaseDamaged',
      `${at} [7] XX001 PANIC:  could not read file "global/pg_control": read 7 of 296`,
    ],
    [
      'because of damage: a control file changed',
      'databaseDamaged',
      `${at} [7] 55000 FATAL:  incorrect checksum in control file`,
    ],
    [
      'because of damage: a control file lost',
      'databaseDamaged',
      'postgres: could not find the database system\nExpected to find it in the directory "/data/postgres",\nbut could not open file "/data/postgres/global/pg_control": No such file or directory',
    ],
    [
      'because of damage: a log lost',
      'databaseDamaged',
      `${at} [8] XX000 PANIC:  could not locate a valid checkpoint record at 0/1B81208\n${at} [7] 00000 LOG:  startup process (PID 8) was terminated by signal 6: Aborted`,
    ],
    [
      'because of damage: transactions lost',
      'databaseDamaged',
      `${at} [8] 58P01 FATAL:  could not access status of transaction 756\n${at} [8] 58P01 DETAIL:  Could not open file "pg_xact/0000": No such file or directory.`,
    ],
    [
      'because of damage: a database lost',
      'databaseDamaged',
      '3D000 database "postgres" does not exist The database subdirectory "base/5" is missing.',
    ],
    [
      'because it was killed while it replayed its log',
      'childDied',
      `${at} [7] 00000 LOG:  database system was interrupted; last known up at ${at}`,
    ],
    [
      'because of a library',
      'childDied',
      'postgres: error while loading shared libraries: libicui18n.so.68: cannot open shared object file',
    ],
    ['and said nothing', 'childDied', ''],
  ])('%s', (_why, code, lines) => {
    expect(codeOf(lines)).toBe(code);
  });

  it('names what a person needs to act', () => {
    expect(whyNot('Address already in use could not bind x: Address already in use', 'code 1', attempted)).toEqual({
      code: 'portBusy',
      port: 55432,
      service: 'PostgreSQL',
      name: 'RECTIFY_POSTGRES_PORT',
    });
    expect(whyNot('', 'SIGKILL', attempted)).toMatchObject({ how: 'SIGKILL', log: '/data/logs/postgres.log' });
  });
});
