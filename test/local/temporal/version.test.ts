import { describe, expect, it } from 'vitest';
import { isRecent, parseVersion } from '../../../local/temporal/version.ts';

describe('the version of a Temporal CLI', () => {
  it('is read from what it says', () => {
    expect(parseVersion('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)')).toEqual({
      cli: '1.9.1',
      server: '1.32.0',
    });
    expect(parseVersion('temporal version DEV')).toBeNull();
  });

  it.each([
    ['1.9.1', '1.32.0', true],
    ['1.10.0', '1.33.0', true],
    ['2.0.0', '1.32.0', true],
    ['1.9.0', '1.32.0', false],
    ['1.9.1', '1.31.9', false],
  ])('%s with server %s is recent enough: %s', (cli, server, recent) => {
    expect(isRecent({ cli, server })).toBe(recent);
  });
});
