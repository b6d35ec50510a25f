/**
 * A virus scanner that speaks clamd's protocol (INSTREAM, over TCP or a Unix socket). It is believed when it says that a
 * stream is clean, whole, in its one known sentence; whatever else happens, the file is as unknown as it was before.
 */
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** away: nobody answers there · slow: no answer in time · cut: it ended in the middle · tooLarge: beyond its limit · unclear: no known sentence */
export type ScanTrouble = 'away' | 'slow' | 'cut' | 'tooLarge' | 'unclear';

export type Verdict =
  | { readonly kind: 'clean' }
  /** `found`: what the scanner calls it. */
  | { readonly kind: 'infected'; readonly found: string }
  | { readonly kind: 'unknown'; readonly because: ScanTrouble };

export interface Scanner {
  scan(bytes: Readable): Promise<Verdict>;
}

interface Patience {
  /** Without a byte going either way. */
  readonly idleMs: number;
  readonly wholeMs: number;
}

/** @param address `tcp://host:port` or `unix:///path` */
export function clamdAt(
  address: string,
  { idleMs, wholeMs }: Patience = { idleMs: 30_000, wholeMs: 180_000 },
): Scanner {
  const url = new URL(address);
  const place =
    url.protocol === 'unix:'
      ? { path: decodeURIComponent(url.pathname) }
      : { host: bare(url.hostname), port: Number(url.port) };
  return {
    async scan(bytes) {
      const socket = connect(place);
      const progress: Progress = { isConnected: false, isWhole: false, isLate: false };
      const giveUp = () => {
        progress.isLate = true;
        socket.destroy();
      };
      socket.once('connect', () => (progress.isConnected = true));
      socket.setTimeout(idleMs, giveUp);
      const whole = setTimeout(giveUp, wholeMs);
      const heard = answerOf(socket);
      const sending = send(bytes, socket, progress).catch(() => socket.destroy());
      try {
        return verdictOf(await heard, progress);
      } finally {
        clearTimeout(whole);
        socket.destroy();
        bytes.destroy();
        await sending;
      }
    },
  };
}

/** An IPv6 address stands in brackets in a URL, and without them in a socket. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

interface Progress {
  isConnected: boolean;
  /** Every byte was sent, and that these were all. */
  isWhole: boolean;
  isLate: boolean;
}

async function send(bytes: Readable, socket: Socket, progress: Progress): Promise<void> {
  const closed = new Promise<void>((over) => socket.once('close', () => over()));
  for await (const frame of frames(bytes, progress)) {
    const isFull = !socket.write(frame);
    if (socket.destroyed) return;
    if (isFull) await Promise.race([closed, new Promise<void>((free) => socket.once('drain', () => free()))]);
  }
}

async function* frames(bytes: Readable, progress: Progress): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  progress.isWhole = true;
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}

/** No answer of a scanner is longer. */
const mostAnswerBytes = 4096;

/** One answer, to its zero byte; null where it does not come, or is more than one. */
const answerOf = (socket: Socket): Promise<string | null> =>
  new Promise((resolve) => {
    let text = '';
    socket.on('data', (part: Buffer) => {
      text += part.toString('latin1');
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end === text.length - 1 ? end : mostAnswerBytes));
      else if (text.length > mostAnswerBytes) resolve(text.slice(0, mostAnswerBytes));
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
  });

function verdictOf(answer: string | null, { isConnected, isWhole, isLate }: Progress): Verdict {
  if (answer === null) return { kind: 'unknown', because: isLate ? 'slow' : isConnected ? 'cut' : 'away' };
  const found = /^stream: ([\x21-\x7e]{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { kind: 'infected', found };
  // Whoever says yes before everything was there has not looked at it.
  if (answer === 'stream: OK' && isWhole) return { kind: 'clean' };
  return { kind: 'unknown', because: answer.includes('size limit exceeded') ? 'tooLarge' : 'unclear' };
}
