/** A virus scanner as a test wants it: a real server that speaks clamd's protocol, or lies in it. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the whole stream brought, once its end was said. */
export type Behaviour = (socket: Socket, bytes: Buffer, isWhole: boolean) => void;

/** Says no to what holds this word, and yes to all else, once all of it is there. */
export const harmful = 'HARMFUL';
export const honest: Behaviour = (socket, bytes, isWhole) => {
  if (isWhole) socket.write(bytes.includes(harmful) ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0');
};

export interface Clamd {
  readonly address: string;
  /** What the last stream brought. */
  readonly last: Buffer;
  behave: Behaviour;
  close(): Promise<void>;
}

/** @param path of a Unix socket; a port of this machine without one */
export async function startClamd(behave: Behaviour = honest, path?: string): Promise<Clamd> {
  const sockets = new Set<Socket>();
  let last: Buffer = Buffer.alloc(0);
  const server = createServer((socket) => {
    let taken: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      taken = Buffer.concat([taken, part]);
      const { bytes, isWhole } = read(taken);
      last = bytes;
      clamd.behave(socket, bytes, isWhole);
    });
  });
  await new Promise<void>((ready) =>
    path === undefined ? server.listen(0, '127.0.0.1', ready) : server.listen(path, ready),
  );
  const clamd: Clamd = {
    address: path === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix://${path}`,
    get last() {
      return last;
    },
    behave,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return clamd;
}

/** `zINSTREAM`, then chunks behind their lengths, then a length of nothing. */
function read(taken: Buffer): { readonly bytes: Buffer; readonly isWhole: boolean } {
  const command = Buffer.from('zINSTREAM\0');
  const chunks: Buffer[] = [];
  if (!taken.subarray(0, command.length).equals(command)) return { bytes: Buffer.alloc(0), isWhole: false };
  for (let at = command.length; at + 4 <= taken.length;) {
    const length = taken.readUInt32BE(at);
    if (length === 0) return { bytes: Buffer.concat(chunks), isWhole: true };
    chunks.push(taken.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { bytes: Buffer.concat(chunks), isWhole: false };
}
