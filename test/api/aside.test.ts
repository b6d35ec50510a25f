/** Long work of one caller keeps no other waiting: documents are read, and passwords hashed, beside the thread that answers. */
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { sessionCookie } from '../../api/access.ts';

const house = useApi();
let address: string;
let cookie: string;

beforeAll(async () => {
  await house.api.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(house.api.server.address() as AddressInfo).port}`;
  cookie = `${sessionCookie}=${await house.tokenOf(cast.zhao)}`;
});

const post = (path: string, body: object) =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });

/** The slowest of the answers to somebody who asks all the while, ms. */
async function slowest(until: Promise<unknown>): Promise<{ slowestMs: number; asked: number }> {
  let isOver = false;
  void until.finally(() => (isOver = true));
  const times: number[] = [];
  while (!isOver) {
    const begun = performance.now();
    await (await fetch(`${address}/api/session`, { headers: { cookie } })).text();
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { slowestMs: Math.max(...times), asked: times.length };
}

const sample = readFileSync(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');

describe('somebody else is answered', () => {
  test('while a document of megabytes is read', async () => {
    const source = sample.repeat(Math.ceil(2_000_000 / sample.length));
    const begun = performance.now();
    const reading = post('/api/rounds/preview', { source });
    const { slowestMs, asked } = await slowest(reading);
    const tookMs = performance.now() - begun;
    expect([200, 422]).toContain((await reading).status);
    // What is left on the thread that answers is taking the text in and giving the answer out.
    expect(asked).toBeGreaterThan(20);
    expect(slowestMs, `of ${Math.round(tookMs)} ms`).toBeLessThan(tookMs / 4);
  }, 60_000);

  test('while passwords are guessed by the dozen', async () => {
    const guesses = Array.from({ length: 30 }, (_, index) =>
      post('/api/session', { email: `nobody${index}@x.example`, password: 'wrong' }),
    );
    const { slowestMs, asked } = await slowest(Promise.all(guesses));
    expect(asked).toBeGreaterThan(20);
    // Thirty hashes take three seconds.
    expect(slowestMs).toBeLessThan(500);
  }, 60_000);
});

test('a document that is no notice is refused as before', async () => {
  const response = await post('/api/rounds/preview', { source: '今天天气很好。' });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'noticeUnreadable' });
});
