/** What a virus scanner may do, over a real connection: only its one clear sentence about the whole file counts as a yes. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startClamd, type Behaviour, type Clamd } from '../support/clamd.ts';
import { clamdAt, type Verdict } from '../../client/scanner.ts';

let clamd: Clamd | null = null;
afterEach(() => clamd?.close());

const file = randomBytes(700_000);
/** As a file is read: piece by piece. */
const stream = (bytes = file) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) => bytes.subarray(at * 65_536, (at + 1) * 65_536)),
  );
const patience = { idleMs: 300, wholeMs: 900 };

async function verdictOf(behave?: Behaviour, bytes = file, path?: string): Promise<Verdict> {
  clamd = await startClamd(behave, path);
  return clamdAt(clamd.address, patience).scan(stream(bytes));
}

const whole =
  (answer: string): Behaviour =>
  (socket, _, isWhole) => {
    if (isWhole) socket.write(answer);
  };

describe('a file that the scanner', () => {
  it('finds clean was sent to it byte for byte, and is clean', async () => {
    expect(await verdictOf()).toEqual({ kind: 'clean' });
    expect(clamd?.last.equals(file)).toBe(true);
  });

  it('reads from a Unix socket is judged like any other', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'rectify-clamd-')), 'clamd.sock');
    expect(await verdictOf(undefined, Buffer.from('HARMFUL'), path)).toEqual({
      kind: 'infected',
      found: 'Test-Signature',
    });
  });

  it.each<[string, Behaviour, Verdict]>([
    [
      'names something in',
      whole('stream: Win.Test.EICAR_HDB-1 FOUND\0'),
      { kind: 'infected', found: 'Win.Test.EICAR_HDB-1' },
    ],
    [
      'finds too large, and hangs up on',
      (socket, bytes) => {
        if (bytes.length > 100_000) socket.end('INSTREAM size limit exceeded. ERROR\0');
      },
      { kind: 'unknown', because: 'tooLarge' },
    ],
    ['never answers about', () => undefined, { kind: 'unknown', because: 'slow' }],
    ['does not even read', (socket) => void socket.pause(), { kind: 'unknown', because: 'slow' }],
    [
      'talks about without an end',
      (socket, _, isWhole) => {
        if (isWhole) setInterval(() => socket.writable && socket.write('.'), 50).unref();
      },
      { kind: 'unknown', because: 'slow' },
    ],
    [
      'drops in the middle',
      (socket, bytes) => void (bytes.length > 100_000 && socket.destroy()),
      { kind: 'unknown', because: 'cut' },
    ],
    [
      'answers with half a sentence',
      (socket, _, isWhole) => void (isWhole && socket.end('stream: OK')),
      { kind: 'unknown', because: 'cut' },
    ],
    ['answers about twice', whole('stream: OK\0stream: Worm FOUND\0'), { kind: 'unknown', because: 'unclear' }],
    ['calls clean and more', whole('stream: OK FOUND nothing\0'), { kind: 'unknown', because: 'unclear' }],
    ['could not look at', whole('stream: Can’t allocate memory ERROR\0'), { kind: 'unknown', because: 'unclear' }],
    ['drowns in words', whole('x'.repeat(100_000)), { kind: 'unknown', because: 'unclear' }],
  ])('%s is no other', async (_, behave, verdict) => {
    expect(await verdictOf(behave)).toEqual(verdict);
  });

  it('calls clean before it had it all is no other', async () => {
    const spoken = new Set<Socket>();
    const early: Behaviour = (socket) => {
      socket.pause();
      if (!spoken.has(socket)) socket.write('stream: OK\0');
      spoken.add(socket);
    };
    // More than the connection holds by itself.
    expect(await verdictOf(early, randomBytes(32_000_000))).toEqual({ kind: 'unknown', because: 'unclear' });
  });

  it('cannot be asked about is as unknown as before', async () => {
    clamd = await startClamd();
    const { address } = clamd;
    await clamd.close();
    expect(await clamdAt(address, patience).scan(stream())).toEqual({ kind: 'unknown', because: 'away' });
  });
});
