import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { connectTemporal } from '../../client/temporal.ts';
import { configOf } from '../support/context.ts';
import { keyFiles } from '../support/seals.ts';

test('a server that is not there is found out within seconds', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const address = `127.0.0.1:${port}`;
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1/none', TEMPORAL_ADDRESS: address, ...keyFiles };
  const temporal = connectTemporal(configOf(env), env);
  expect(await temporal.health()).toEqual({ runs: 'away', worker: 'unknown', failingRuns: null });
  await temporal.close();
  silent.close();
});
