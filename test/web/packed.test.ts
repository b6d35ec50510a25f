/** The built pages leave packed, for whoever can unpack them, and what staff need is small. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePages } from '../../api/pages.ts';
import { buildWeb } from '../../web/build.ts';
import { launchBrowser, visit } from './browser.ts';
import { startFixture } from './fixture/server.ts';

const dist = join(import.meta.dirname, '../../dist/web');
const app = Fastify();

beforeAll(async () => {
  await buildWeb();
  await servePages(app, dist);
  await app.ready();
});
afterAll(() => app.close());

const entry = () => /\/assets\/index-[\w-]+\.js/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[0] ?? '';

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a script is sent as %s, and kept for good', async (encoding, unpack) => {
  const plain = await app.inject({ url: entry() });
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await app.inject({ url: entry(), headers: { 'accept-encoding': encoding } });
  expect(packed.headers).toMatchObject({
    'content-encoding': encoding,
    vary: expect.stringMatching(/accept-encoding/i) as string,
  });
  expect(packed.headers['cache-control']).toContain('immutable');
  expect(packed.headers['content-type']).toMatch(/javascript/);
  expect(unpack(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
});

it('staff load at most 250 kB to see what they have to do', async () => {
  const [browser, server] = await Promise.all([launchBrowser(), startFixture()]);
  const page = await visit(browser, { url: `${server.url}/nowhere.txt`, who: 'wang' });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}/todo`);
  await page.waitForLoadState('networkidle');
  await browser.close();
  await server.close();
  const assets = loaded.filter((path) => path.startsWith('/assets/') && /\.(js|css)$/.test(path));
  expect(assets.length).toBeGreaterThan(1);
  const sizeOf = (path: string): number => {
    const packed = statSync(join(dist, `${path}.br`), { throwIfNoEntry: false });
    return (packed ?? statSync(join(dist, path))).size;
  };
  const kilobytes = assets.reduce((sum, path) => sum + sizeOf(path), 0) / 1024;
  expect(kilobytes).toBeLessThan(250);
});
