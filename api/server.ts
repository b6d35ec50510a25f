/** The HTTP server, put together: guards first, then the routes of each resource, then the pages. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { guardAccess, knowCallers } from './access.ts';
import type { Api } from './api.ts';
import { bodyLimits } from './body-limits.ts';
import { serveDocs } from './docs.ts';
import { answerErrors, refusalOf, refuse } from './errors.ts';
import { addHeaders } from './headers.ts';
import { admitHosts } from './host.ts';
import { readJson } from './json.ts';
import { servePages } from './pages.ts';
import { absenceRoutes } from './routes/absences.ts';
import { accountLinkRoutes } from './routes/account-links.ts';
import { actRoutes } from './routes/acts.ts';
import { bundleRoutes } from './routes/bundles.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { bulletinRoutes } from './routes/bulletin.ts';
import { formRoutes } from './routes/forms.ts';
import { paperRoutes } from './routes/papers.ts';
import { healthRoutes } from './routes/health.ts';
import { installationRoutes } from './routes/installation.ts';
import { itemRoutes } from './routes/items.ts';
import { mailRoutes } from './routes/mails.ts';
import { openidRoutes } from './routes/openid.ts';
import { openidLogoutRoutes } from './routes/openid-logout.ts';
import { ruleRoutes } from './routes/rules.ts';
import { runRoutes } from './routes/runs.ts';
import { peopleRoutes } from './routes/people.ts';
import { rehearsalRoutes } from './routes/rehearsals.ts';
import { roundRoutes } from './routes/rounds.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { sessionRoutes } from './routes/session.ts';
import { limitRates, rates, type Rates } from './rate.ts';
import { limitTime, serverTimes, timeLimits, type TimeLimits } from './time-limits.ts';
import { validate } from './validate.ts';
import type { Context } from '../client/context.ts';
import { randomLetters } from '../client/ids.ts';
import type { Provider } from '../client/people/openid-provider.ts';
import type { Config } from '../core/config.ts';

export interface ServerOptions {
  readonly config: Pick<Config, 'webUrl' | 'proxies' | 'evidenceMaxBytes' | 'sampleAllowed' | 'mailPage'>;
  readonly logger: Logger;
  /** Where the web build lies. */
  readonly pages: string;
  /** The identity provider beside the accounts here, where one is set up. */
  readonly provider?: Provider | null;
  /** Others for tests, which do not wait. */
  readonly times?: TimeLimits;
  /** Others for tests, which are many callers in one. */
  readonly rates?: Rates;
}

export async function createServer(
  context: Context,
  { config, logger, pages, provider = null, times = timeLimits, rates: most = rates }: ServerOptions,
): Promise<Api> {
  const isHttps = config.webUrl.startsWith('https:');
  const log: FastifyBaseLogger = logger;
  const api: Api = Fastify({
    loggerInstance: log,
    // Addresses of requests name items and search words; what we log of a request stands below.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void refuse(request, reply, refusalOf(error, request), null),
    trustProxy: trusted(config.proxies),
    genReqId: newReference,
    bodyLimit: bodyLimits.fields,
    ...serverTimes(times),
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validate);
  api.setSerializerCompiler(serializerCompiler);
  api.removeContentTypeParser('text/plain');
  readJson(api);
  api.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, log } = request;
    const ms = Math.round(reply.elapsedTime);
    log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'answered');
  });

  limitTime(api, times, Math.max(config.evidenceMaxBytes, bodyLimits.document));
  admitHosts(api, config.webUrl);
  await api.register(cookie);
  // One byte more than a file may have: whoever counts sees that it is too large.
  const limits = { files: 1, fileSize: config.evidenceMaxBytes + 1, fields: 10, fieldSize: 10_000 };
  await api.register(multipart, { limits, throwFileSizeLimit: false });
  answerErrors(api, context);
  addHeaders(api, isHttps);
  knowCallers(api, context);
  await limitRates(api, most);
  guardAccess(api);
  await serveDocs(api);

  healthRoutes(api, context);
  installationRoutes(api, context, config, provider);
  sessionRoutes(api, context, provider, isHttps);
  openidRoutes(api, context, provider, isHttps);
  await openidLogoutRoutes(api, context, provider);
  secondFactorRoutes(api, context);
  accountLinkRoutes(api, context);
  roundRoutes(api, context);
  rehearsalRoutes(api, context);
  itemRoutes(api, context);
  actRoutes(api, context);
  evidenceRoutes(api, context);
  paperRoutes(api, context);
  bundleRoutes(api, context);
  bulletinRoutes(api, context);
  formRoutes(api, context);
  peopleRoutes(api, context);
  absenceRoutes(api, context);
  mailRoutes(api, context);
  ruleRoutes(api, context);
  runRoutes(api, context);
  await servePages(api, pages);
  return api;
}

/** Counted from us outwards: what a caller wrote into the header stands before what our proxies added, and is not read. */
const trusted = (proxies: Config['proxies']): string[] | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'number' ? (_, hop) => hop < proxies : [...proxies];

/** `7F3K-29QD`: short enough to be read out on the telephone. */
const newReference = (): string => `${randomLetters(4)}-${randomLetters(4)}`.toUpperCase();
