/** What nobody would notice if it ceased to be: small promises of docs/asvs.md that no other test holds. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { rates } from '../../api/rate.ts';
import { acceptedExtensions } from '../../client/evidence/kinds.ts';
import { mostBytesOf } from '../../core/item/evidence-quota.ts';
import { weaknessOf } from '../../core/people/password.ts';

const house = useApi();
const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });
const served = globSync('{activities,api,client,core,db,documents,wire,worker,workflows}/**/*.ts', { cwd: root }).map(
  read,
);
/** They play in processes of their own, which are forked from files of ours by their names. */
const isNoRehearsal = ({ path }: { readonly path: string }) =>
  !/^client\/rehearsal\/(?:rehearse|stage)\.ts$/.test(path);
const rehearsing = served.filter(({ path }) => path.startsWith('client/rehearsal/'));
const shown = globSync('web/**/*.{ts,tsx}', { cwd: root }).map(read);

describe('the sources', () => {
  test.each<[string, readonly { readonly path: string; readonly text: string }[], RegExp]>([
    ['of the server start no program but the two of a rehearsal', served.filter(isNoRehearsal), /child_process/],
    ['of a rehearsal start programs of ours alone', rehearsing, /\b(?:exec|execFile|spawn)(?:Sync)?\(|shell:/],
    ['of the server ask no address by themselves', served, /\bfetch\(|^import (?!type).* from 'node:https?'/m],
    ['of the pages put no markup into a page', shown, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
  ])('%s', (_, sources, unwanted) => {
    expect(sources.length).toBeGreaterThan(sources === rehearsing ? 5 : 100);
    expect(sources.filter(({ text }) => unwanted.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a request', () => {
  test('by TRACE, which would say back what it was sent, is answered by nobody', async () => {
    for (const url of ['/', '/api/session']) {
      // The types know no such method; whoever tries it does.
      const method = 'TRACE' as 'GET';
      const { statusCode, body } = await house.as(cast.wang, { method, url, headers: { 'x-secret': 'said back' } });
      expect({ statusCode, isSaidBack: body.includes('said back') }).toEqual({ statusCode: 404, isSaidBack: false });
    }
  });

  test('with one thing said twice is refused, not read by one of them', async () => {
    const { statusCode } = await house.as(cast.wang, { method: 'GET', url: '/api/items?limit=1&limit=200' });
    expect(statusCode).toBe(400);
  });

  test.each(['{"__proto__":{"roles":["admin"]}}', '{"constructor":{"prototype":{"roles":["admin"]}}}'])(
    'with a body that reaches for the prototypes is refused: %s',
    async (payload) => {
      const headers = { 'content-type': 'application/json' };
      const { statusCode } = await house.as(cast.zhao, { method: 'POST', url: '/api/units', headers, payload });
      expect(statusCode).toBe(400);
      expect(({} as { roles?: unknown }).roles).toBeUndefined();
    },
  );

  test('is answered with what the answer is, and in which letters', async () => {
    const typeOf = async (url: string) => (await house.as(cast.wang, { method: 'GET', url })).headers['content-type'];
    expect(await typeOf('/api/items')).toBe('application/json; charset=utf-8');
    expect(await typeOf('/api/nothing')).toBe('application/json; charset=utf-8');
    expect(await typeOf('/api/docs')).toBe('text/html; charset=utf-8');
  });
});

test('a password may have 64 characters and more', () => {
  const long = Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  for (const length of [64, 100]) expect(weaknessOf(long.slice(0, length), cast.wang)).toBeNull();
});

test('the papers say what may be sent, and how much of it', () => {
  const { text } = read('docs/api.md');
  const gigabytes = (bytes: number) => `${bytes / 1024 ** 3} GiB`;
  for (const said of [
    `${rates.person} requests a minute`,
    `${rates.address} requests a minute`,
    `${gigabytes(mostBytesOf.item)} of files`,
    `${gigabytes(mostBytesOf.person)} of files`,
    acceptedExtensions.map((extension) => `\`${extension}\``).join(' '),
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
});
