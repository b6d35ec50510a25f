/** The API process: reads its environment once, serves, and ends in good order. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { createServer } from './server.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';
import type { Context } from '../client/context.ts';
import { sweepUploads } from '../client/evidence/evidence.ts';
import { scanWaiting } from '../client/quarantine.ts';
import { anchorLedger } from '../client/anchors.ts';
import { markBrokenItems } from '../client/broken-items.ts';
import { openContext } from '../client/open.ts';
import { offerSetUp } from '../client/people/account-links.ts';
import { openProvider } from '../client/people/openid-provider.ts';
import { resumeLaunches } from '../client/rounds/launch.ts';
import { installation } from '../client/sample.ts';
import { loggable } from '../core/loggable.ts';
import { parseConfig, type Config } from '../core/config.ts';
import { enLabels } from '../core/i18n/en/labels.ts';
import { zhLabels } from '../core/i18n/zh/labels.ts';
import { configProblemText } from '../core/i18n/config-problem.ts';

const read = parseConfig(process.env, 'RECTIFY_SEAL_KEY_FILE', 'RECTIFY_PAYLOAD_KEYS_FILE');
if ('problems' in read) {
  for (const problem of read.problems)
    process.stderr.write(`${configProblemText(problem, 'zh-CN')}\n${configProblemText(problem, 'en')}\n`);
  process.exit(2);
}
const { config } = read;
const logger = pino({ level: config.logLevel, name: 'api', serializers: { err: loggable } });
const context = openContext(config, process.env, { logger });
const pages = join(import.meta.dirname, '..', 'dist', 'web');
const provider = config.openid === null ? null : openProvider(config.openid, config, logger);
const server = await createServer(context, { config, logger, pages, provider });

const retryMs = 10_000;
/** How long the ready line waits for the schedules: where Temporal is up, they are there in a blink. */
const patienceMs = 3_000;
let retry: NodeJS.Timeout | undefined;
let isSettled = false;
let isStopping = false;

/** What must run on the Temporal server; tried again while that is away, for reading works without it. */
async function settle(): Promise<void> {
  try {
    await context.temporal.ensureSchedules();
    const resumed = await resumeLaunches(context);
    isSettled = true;
    if (resumed > 0) logger.info({ resumed }, 'launches resumed');
  } catch (error) {
    if (isStopping) return;
    logger.warn({ err: error, retryMs }, 'the Temporal server is not ready for the schedules yet');
    retry = globalThis.setTimeout(() => void settle(), retryMs);
  }
}

async function stop(reason: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  logger.info({ reason }, 'stopping');
  clearTimeout(retry);
  await server.close();
  await context.pool.end();
  // A connection that still waits for its server cannot be closed: the SDK would try again on it and fail.
  if (isSettled) await context.temporal.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop('SIGTERM'));
process.once('SIGINT', () => void stop('SIGINT'));
process.once('disconnect', () => void stop('the process that started this one is gone'));

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const scanEveryMs = 5 * 60_000;
// No upload takes longer than a day; what is older was cut off.
await context.store.sweep(dayMs);

/** Now and again and again; where the database is away, the next time will do. */
function keepUp(everyMs: number, work: () => Promise<void>): void {
  const once = (): void => {
    work().catch((error: unknown) => logger.warn({ err: error }, 'upkeep waits for its next time'));
  };
  once();
  setInterval(once, everyMs).unref();
}
keepUp(dayMs, async () => {
  const files = await sweepUploads(context);
  if (files > 0) logger.info({ files }, 'files that were never handed in are removed');
});
if (context.scanner !== null)
  keepUp(scanEveryMs, async () => {
    const { clean, infected, trouble } = await scanWaiting(context);
    if (infected > 0) logger.error({ infected }, 'the virus scanner found infected files');
    if (trouble !== null) logger.error({ trouble }, 'files wait for the virus scanner');
    if (clean > 0) logger.info({ clean }, 'files are found clean');
  });
// Each hour, for the process that would have done it may have died.
keepUp(hourMs, async () => {
  const anchor = await anchorLedger(context);
  if (anchor === null) return;
  logger.info({ digest: anchor.digest }, 'the ledger is anchored');
  const broken = await markBrokenItems(context);
  if (broken > 0) logger.error({ broken }, 'items are not as they were written');
});

await server.listen({ host: config.host, port: config.port });
await Promise.race([settle(), setTimeout(patienceMs, undefined, { ref: false })]);
const lines = await readyLines(context, config).catch(withoutLines);
if (process.send === undefined) for (const line of lines) process.stdout.write(`${line}\n`);
else process.send({ ready: true, lines });

/** A database that is away comes back; until then every page says so. */
function withoutLines(error: unknown): string[] {
  logger.warn({ err: error }, 'the database is not ready yet');
  return [];
}

/** How to go on from here, in both languages: for the terminal that waited. */
async function readyLines(ready: Context, config: Config): Promise<string[]> {
  const token = await offerSetUp(ready);
  const setUp = token === null ? [] : [`${zh.setUp} · ${en.setUp}`, `${config.webUrl}/set-up#${token}`];
  return [...setUp, ...(await sampleLines(ready, config))];
}

async function sampleLines(ready: Context, { sampleAllowed }: Config): Promise<string[]> {
  if (!sampleAllowed) return [];
  const { empty, sampleAccounts } = await installation(ready, sampleAllowed);
  const accounts = sampleAccounts.map(
    ({ role, name, email, password }) =>
      `${zhLabels.roles[role]} ${enLabels.roles[role]}  ${name}  ${email}  ${password}`,
  );
  return empty ? [`${zh.sampleOffer} · ${en.sampleOffer}`, ...accounts] : accounts;
}
