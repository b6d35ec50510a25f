/** TLS in front of a server that speaks none, as a proxy before Temporal does it; asks for a client's certificate when told to. */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import type { Authority, Certified } from './certificates.ts';

export interface TlsFront {
  readonly address: string;
  /** How many lines came through to the server behind. */
  readonly passed: number;
  stop(): void;
}

export async function tlsFront(behind: string, server: Certified, clients: Authority | null): Promise<TlsFront> {
  let passed = 0;
  const [host, port] = behind.split(':');
  const front = createServer(
    {
      cert: server.certificate,
      key: server.key,
      ALPNProtocols: ['h2'],
      ...(clients === null ? {} : { ca: clients.certificate, requestCert: true, rejectUnauthorized: true }),
    },
    (line) => {
      passed += 1;
      const inner = connect(Number(port), host);
      line.pipe(inner).pipe(line);
      line.on('error', () => inner.destroy());
      inner.on('error', () => line.destroy());
    },
  ).listen(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    address: `127.0.0.1:${(front.address() as AddressInfo).port}`,
    get passed() {
      return passed;
    },
    stop: () => void front.close(),
  };
}
