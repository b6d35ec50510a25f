/** Bodies that are too deep, too large or too slow, over real sockets. */
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { evidenceMaxBytes, useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState } from '../support/story.ts';
import { request, say } from '../support/wire.ts';
import { sessionCookie } from '../../api/access.ts';
import { actBodyLimit } from '../../api/body-limits.ts';
import { isDeeperThan } from '../../api/json.ts';
import { commandTypes } from '../../core/item/acts.ts';

const times = { headersMs: 400, stallMs: 400, bodyMs: 900, slowestBytesPerMs: 32, everyMs: 50 };
const faults: unknown[] = [];
const logger = pino({ level: 'error' }, { write: (line) => void faults.push(JSON.parse(line)) });
const house = useApi({}, { times, logger });
let port: number;
let told: ToldRound;
beforeAll(async () => {
  told = await tellRound(house.context.pool, [inState('inProgress')]);
  await house.api.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = house.api.server.address() as AddressInfo);
});

const post = (path: string, headers: Readonly<Record<string, string>>, body = '') =>
  say(
    port,
    request(
      `POST ${path} HTTP/1.1`,
      { host: `127.0.0.1:${port}`, 'content-type': 'application/json', ...headers },
      body,
    ),
  );
const whole = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  post(path, { 'content-length': String(Buffer.byteLength(body)), ...headers }, body);
const signedIn = async (member: CastMember = cast.zhao) => ({
  cookie: `${sessionCookie}=${await house.tokenOf(member)}`,
});
const codeOf = (body: string) => (JSON.parse(body) as { code: string }).code;

describe('a deep body', () => {
  test.each(['[', '{"a":'])('of %s is refused before anything walks it', async (open) => {
    const deep = open.repeat(1000);
    const { status, body } = await whole('/api/session', `{"email":${deep}`).answer;
    expect([status, codeOf(body)]).toEqual([400, 'tooDeep']);
    for (const path of ['/api/rounds/preview', '/api/rounds']) {
      const large = await whole(path, `{"source":${open.repeat(3000)}`, await signedIn()).answer;
      expect([large.status, codeOf(large.body)]).toEqual([400, 'tooDeep']);
    }
  });

  test('of a million brackets keeps nobody waiting', async () => {
    const begun = performance.now();
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    const heavy = [whole('/api/session', deep), whole('/api/rounds/preview', deep, await signedIn())];
    const quick = say(port, request('GET /healthz HTTP/1.1', { host: `127.0.0.1:${port}` })).answer;
    expect((await quick).status).toBe(200);
    const [anonymous, known] = await Promise.all(heavy.map(({ answer }) => answer));
    expect(anonymous?.status).toBe(413);
    expect(known?.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('is one whose brackets are open at once; those within texts do not count', () => {
    expect(isDeeperThan(32, `${'['.repeat(32)}${']'.repeat(32)}`)).toBe(false);
    expect(isDeeperThan(32, `${'['.repeat(33)}${']'.repeat(33)}`)).toBe(true);
    expect(isDeeperThan(32, JSON.stringify(Array.from({ length: 100 }, () => [{}])))).toBe(false);
    expect(isDeeperThan(32, JSON.stringify({ text: `"\\${'[{'.repeat(50)}` }))).toBe(false);
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(8), (value, most) => {
        expect(isDeeperThan(most, JSON.stringify(value))).toBe(depthOf(value) > most);
      }),
    );
  });
});

describe('a large body', () => {
  test('is refused at its announcement, and where it hides its length', async () => {
    const announced = post('/api/session', { 'content-length': '9000' });
    expect(await announced.answer).toMatchObject({ status: 413 });
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    const hidden = post('/api/session', { 'transfer-encoding': 'chunked' }, chunk + chunk);
    expect(await hidden.answer).toMatchObject({ status: 413 });
  });

  test('tells how much is read', async () => {
    const { body } = await post('/api/session?lang=en', { 'content-length': '9000' }).answer;
    expect(JSON.parse(body)).toMatchObject({ message: expect.stringContaining('At most 8 kB are read.') as string });
  });

  test('has the room that its texts need, and no act more than a plan', () => {
    const text = '整'.repeat(4000);
    const measures = Array.from({ length: 50 }, () => ({ text, ownerId: 'wang', dueOn: '2026-07-01' }));
    const plan = JSON.stringify({ commandId: 'x'.repeat(64), rootCause: text, measures });
    expect(Buffer.byteLength(plan)).toBeLessThan(actBodyLimit('submitPlan'));
    const twoTexts = JSON.stringify({
      reason: '整'.repeat(20_000),
      progress: '整'.repeat(20_000),
      until: '2026-07-01',
    });
    expect(Buffer.byteLength(twoTexts)).toBeLessThan(actBodyLimit('requestExtension'));
    expect(Math.max(...commandTypes.map(actBodyLimit))).toBe(actBodyLimit('submitPlan'));
  });
});

describe('a slow caller', () => {
  test('who says nothing at all, or never ends the headers, is not waited for', async () => {
    const begun = performance.now();
    const lines = [say(port, ''), say(port, `GET /healthz HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n`)];
    await Promise.all(lines.map(({ closed }) => closed));
    expect(performance.now() - begun).toBeLessThan(2500);
  });

  test('who stalls is told so and cut off: a hundred of them, while others are served', async () => {
    const begun = performance.now();
    const stalled = Array.from({ length: 100 }, () => post('/api/session', { 'content-length': '100' }, '{"email":'));
    const { answer } = say(port, request('GET /healthz HTTP/1.1', { host: `127.0.0.1:${port}` }));
    expect((await answer).status).toBe(200);
    const heard = await Promise.all(stalled.map(({ closed }) => closed));
    expect(performance.now() - begun).toBeLessThan(2500);
    for (const said of heard) expect(said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"tooSlow"/);
  });

  test('who drips is cut off as well, when the whole takes too long', async () => {
    const begun = performance.now();
    const { socket, closed } = post('/api/session', { 'content-length': '1000' });
    const drip = setInterval(() => socket.write(' '), 50);
    expect(await closed).toContain('408');
    clearInterval(drip);
    expect(performance.now() - begun).toBeGreaterThan(800);
    expect(performance.now() - begun).toBeLessThan(2500);
  });

  test('who is refused, and goes on sending, is cut off too', async () => {
    const begun = performance.now();
    const { socket, closed } = post('/api/rounds/preview', { 'content-length': '5000' }, '{');
    const drip = setInterval(() => socket.write(' '), 50);
    expect(await closed).toContain('401');
    clearInterval(drip);
    expect(performance.now() - begun).toBeLessThan(2500);
  });

  const upload = async (bytes: number) => {
    const boundary = 'line';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.txt"\r\n\r\n`;
    const length = Buffer.byteLength(head) + bytes + `\r\n--${boundary}--\r\n`.length;
    const headers = {
      ...(await signedIn(cast.wang)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(length),
    };
    return { ...post(`/api/items/${told.itemIds[0]}/evidence-files`, headers, head), end: `\r\n--${boundary}--\r\n` };
  };

  test('of a file is cut off when it stalls, and that is no fault of ours in the log', async () => {
    const { closed } = await upload(1000);
    expect(await closed).toContain('408');
    await pause(50);
    expect(faults).toEqual([]);
  });

  test('of a file is waited for while it comes, as long as its size takes', async () => {
    const pieces = 20;
    const bytes = Math.floor(evidenceMaxBytes / pieces);
    const { socket, answer, end } = await upload(pieces * bytes);
    const begun = performance.now();
    for (let piece = 0; piece < pieces; piece += 1) {
      socket.write('x'.repeat(bytes));
      await pause(70);
    }
    socket.write(end);
    expect(performance.now() - begun).toBeGreaterThan(times.bodyMs + 100);
    expect(await answer).toMatchObject({ status: 201 });
  });
});
