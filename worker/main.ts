/** The process that runs workflows and activities. */
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { workflowBundle } from './bundle.ts';
import { itemsAtHand } from './memory.ts';
import { startWorker } from './run.ts';
import { createActivities } from '../activities/index.ts';
import { MailHolder } from '../activities/mail-holder.ts';
import { trustedKeysOf } from '../activities/seal.ts';
import { smtpTransport } from '../activities/smtp.ts';
import { loggable } from '../core/loggable.ts';
import { parseConfig } from '../core/config.ts';
import { configProblemText } from '../core/i18n/config-problem.ts';
import { temporalTroubleText } from '../core/i18n/temporal-trouble.ts';
import { taskQueue } from '../core/ids.ts';
import { openPool } from '../db/pool.ts';
import { accessOf } from '../wire/access.ts';
import { dataConverterOf } from '../wire/data-converter.ts';
import { troubleOf } from '../wire/trouble.ts';

const read = parseConfig(process.env, 'RECTIFY_TRUSTED_KEYS_FILE', 'RECTIFY_PAYLOAD_KEYS_FILE');
if ('problems' in read) {
  for (const problem of read.problems)
    process.stderr.write(`${configProblemText(problem, 'zh-CN')}\n${configProblemText(problem, 'en')}\n`);
  process.exit(2);
}
const { config } = read;
const logger = pino({ name: 'worker', level: config.logLevel, serializers: { err: loggable } });

// One log for our code and the SDK's, with its native core's words in it.
Runtime.install({
  logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
    const name = level === 'TRACE' ? 'trace' : level === 'DEBUG' ? 'debug' : level === 'WARN' ? 'warn' : null;
    logger[name ?? (level === 'ERROR' ? 'error' : 'info')](meta ?? {}, message);
  }),
  // Signals are ours: the process also ends when the one that started it is gone.
  shutdownSignals: [],
});

/** At the end, for what is known of mails and not yet in the ledger. */
const markingMs = 10_000;

const pool = openPool(config.databaseUrl, logger);
const transport = smtpTransport(config);
const holder = new MailHolder({ pool, logger });
const access = accessOf(config, process.env);
const worker = await startWorker({
  access,
  taskQueue,
  bundlePath: await workflowBundle(join(import.meta.dirname, '..', '.cache'), new DefaultLogger('WARN')),
  cachedItems: itemsAtHand(),
  dataConverter: dataConverterOf(config),
  activities: createActivities({
    pool,
    logger,
    holder,
    transport,
    mail: config,
    taskQueue,
    keys: trustedKeysOf(config),
  }),
}).catch(withoutTemporal);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, worker.stop);
process.once('disconnect', worker.stop);
process.send?.({ ready: true });
logger.info({ taskQueue }, 'worker is ready');

await worker.done;
const unmarked = await holder.drain(markingMs);
if (unmarked > 0) logger.error({ mails: unmarked }, 'the ledger does not know what became of these mails');
transport.close();
await pool.end();
logger.info('worker has stopped');
process.exit(0);

/** Whoever started it begins it again; the sentences stand last, where they are looked for. */
function withoutTemporal(error: unknown): never {
  const trouble = troubleOf(error, access);
  if (trouble === null) throw error;
  logger.error({ err: error, trouble }, 'the Temporal server cannot be worked with');
  const place = { address: access.connection.address, namespace: access.namespace };
  for (const locale of ['zh-CN', 'en'] as const)
    process.stderr.write(`${temporalTroubleText(trouble, place, locale)}\n`);
  process.exit(1);
}
