/** HTTP spoken by hand over real sockets: what no well-behaved client sends. */
import { connect, type Socket } from 'node:net';

export interface Wire {
  readonly socket: Socket;
  /** All that came back until the server closed the line. */
  readonly closed: Promise<string>;
  /** The first answer: its status and body. */
  readonly answer: Promise<{ readonly status: number; readonly body: string }>;
}

/** Opens a line to this machine and says `text`, as it is. */
export function say(port: number, text: string): Wire {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  const answered = Promise.withResolvers<{ status: number; body: string }>();
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    if (Buffer.byteLength(body) >= length && heard.includes('\r\n\r\n'))
      answered.resolve({ status: Number(head.split(' ')[1]), body });
  });
  // A line that the server cuts ends with an error here: it is closed all the same.
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  void closed.then(() => answered.resolve({ status: 0, body: '' }));
  socket.write(text);
  return { socket, closed, answer: answered.promise };
}

export const request = (first: string, headers: Readonly<Record<string, string>>, body = ''): string =>
  [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
