/**
 * The worker of a rehearsal: the product's workflows and activities on a server of its own, whose time passes when it is told.
 *
 * It reads a configuration like any worker, but it opens no connection to a mail server: what would leave is accepted and
 * noted, and that is all. Whoever began it says how long to sleep, and is told what the clock shows then.
 */
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { workflowBundle } from './bundle.ts';
import { workOn } from './run.ts';
import { indexedTypes } from './search-attributes.ts';
import { createActivities } from '../activities/index.ts';
import { MailHolder } from '../activities/mail-holder.ts';
import { trustedKeysOf } from '../activities/seal.ts';
import { parseConfig } from '../core/config.ts';
import { taskQueue } from '../core/ids.ts';
import { searchAttributes } from '../core/item/lease.ts';
import { openPool } from '../db/pool.ts';
import { dataConverterOf } from '../wire/data-converter.ts';

const read = parseConfig(process.env, 'RECTIFY_TRUSTED_KEYS_FILE', 'RECTIFY_PAYLOAD_KEYS_FILE');
if ('problems' in read) throw new Error(read.problems.map(({ name, code }) => `${name}: ${code}`).join(', '));
const { config } = read;
const logger = pino({ name: 'rehearsal', level: 'error' });

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

const namespace = 'default';
const server = await TestWorkflowEnvironment.createTimeSkipping({
  server: {
    executable: { type: 'existing-path', path: join(import.meta.dirname, 'rehearsal-server.sh') },
  },
});
// This server knows how to add them, and not how to list them.
await server.nativeConnection.operatorService.addSearchAttributes({
  namespace,
  searchAttributes: indexedTypes(Object.values(searchAttributes)),
});
const pool = openPool(config.databaseUrl, logger);
const worker = await workOn(server.nativeConnection, namespace, {
  taskQueue,
  bundlePath: await workflowBundle(join(import.meta.dirname, '..', '.cache'), new DefaultLogger('WARN')),
  cachedItems: 400,
  dataConverter: dataConverterOf(config),
  activities: createActivities({
    pool,
    logger,
    holder: new MailHolder({ pool, logger }),
    transport: { deliver: () => Promise.resolve({ kind: 'sent' }) },
    mail: config,
    taskQueue,
    keys: trustedKeysOf(config),
  }),
});

process.on('message', ({ sleepMs }: { readonly sleepMs: number }) => {
  server
    .sleep(sleepMs)
    .then(() => server.currentTimeMs())
    .then((nowMs) => process.send?.({ nowMs }), end);
});
// Nothing here is worth a graceful end: the server goes with us, and the next rehearsal begins with an empty ledger.
process.once('disconnect', end);
process.send?.({ address: server.address, nowMs: await server.currentTimeMs() });
await worker.done.finally(end);

function end(): void {
  process.exit(0);
}
