/** Bodies of uploads that are cut, doubled or no upload at all are refused as what they are. */
import { readdirSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { inState } from '../support/story.ts';
import { loggable } from '../../core/loggable.ts';
import { sessionCookie } from '../../api/access.ts';
import { until } from '../../local/until.ts';

interface Line {
  readonly msg: string;
  readonly level: number;
}
const logged: Line[] = [];
const logger = pino(
  { level: 'info', serializers: { err: loggable } },
  { write: (line) => logged.push(JSON.parse(line) as Line) },
);
const house = useApi({}, { logger });
let url = '';
beforeAll(async () => {
  const { itemIds } = await tellRound(house.context.pool, [inState('inProgress')]);
  url = `/api/items/${itemIds[0]}/evidence-files`;
});

const leftovers = () =>
  readdirSync(house.context.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

const head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 words';
const headers = { 'content-type': 'multipart/form-data; boundary=edge' };

describe('an upload', () => {
  test.each([
    ['is empty', ''],
    ['has no end', head],
    ['ends within its head', '--edge\r\nContent-Disposition: form-'],
    ['has an end and nothing before', '--edge--\r\n'],
    ['has no boundary', '%PDF-1.7'],
    [
      'has a field instead of a file',
      '--edge\r\nContent-Disposition: form-data; name="file"\r\n\r\nwords\r\n--edge--\r\n',
    ],
    ['has a hostile head', `--edge\r\n${'X: y\r\n'.repeat(3000)}\r\n\r\nx\r\n--edge--\r\n`],
  ])('that %s is refused', async (_, payload) => {
    const response = await house.as(cast.wang, { method: 'POST', url, headers, payload });
    expect(response.statusCode, response.body).toBeGreaterThanOrEqual(400);
    expect(response.statusCode, response.body).toBeLessThan(500);
    expect(leftovers()).toEqual([]);
  });

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'x'.repeat(300)}`,
  ])('as %s is refused', async (type) => {
    const response = await house.as(cast.wang, {
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload: head,
    });
    expect(response.statusCode, response.body).toBeGreaterThanOrEqual(400);
    expect(response.statusCode, response.body).toBeLessThan(500);
  });

  test('whose sender hangs up leaves nothing behind', async () => {
    await house.api.listen({ host: '127.0.0.1', port: 0 });
    const { port } = house.api.server.address() as AddressInfo;
    const token = await house.tokenOf(cast.wang);
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${url} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${sessionCookie}=${token}\r\nContent-Type: ${headers['content-type']}\r\nContent-Length: 60000\r\n\r\n${head}`,
    );
    const says = (msg: string) => logged.some((line) => line.msg === msg);
    await setTimeout(200);
    socket.destroy();
    expect(await until(() => Promise.resolve(says('the caller has gone')), { timeoutMs: 2000, everyMs: 20 })).toBe(
      true,
    );
    expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
    expect(leftovers()).toEqual([]);
  });
});
