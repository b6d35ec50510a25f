/** Ports of this machine. */
import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/**
 * Whether nobody listens on this port of this machine. Both ways are tried: on some systems a listener on all
 * addresses does not stop a second one on 127.0.0.1.
 */
export async function isFree(port: number): Promise<boolean> {
  return !(await answers('127.0.0.1', port)) && (await canListen(port));
}

/** Whether somebody accepts connections there within `timeoutMs`. */
export function answers(host: string, port: number, timeoutMs = 1000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)));
  });
}

/**
 * Below the ports that systems give to outgoing connections (Linux from 32768, macOS and Windows from 49152): one of those can be
 * taken by any connection of anybody while its server is away for a moment.
 */
const firstPort = 10_240;
const lastPort = 32_000;
const given = new Set<number>();

/**
 * A port that was free a moment ago, for servers that cannot pick one themselves; nobody in this process is given the same. It stays
 * free for a server that is begun again.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(firstPort, lastPort + 1);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}
