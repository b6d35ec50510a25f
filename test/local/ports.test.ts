import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, isFree } from '../../local/ports.ts';

describe('ports', () => {
  it('are given once each, and none that an outgoing connection could take', async () => {
    const ports = await Promise.all(Array.from({ length: 500 }, freePort));
    expect(new Set(ports).size).toBe(500);
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('sees a listener on %s', async (host) => {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    const server = createServer().listen(port, host);
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});
