import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, isFree, until } from '../../local/ports.ts';

describe('ports', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('sees a listener on %s', async (host) => {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    const server = createServer().listen(port, host);
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('gives up asking when there is no hope', async () => {
    expect(await until(async () => false, { timeoutMs: 60_000, gaveUp: () => true })).toBe(false);
    expect(await until(async () => false, { timeoutMs: 30, everyMs: 5 })).toBe(false);
  });
});
