/**
 * What the processes need to know from their environment: read once, checked whole, never looked up again.
 *
 * The environment is an argument, so the same text is tested without a process. Every problem is told at once.
 */

import type { Locale } from './locale.ts';
import { nearest } from './nearest.ts';
import { readOpenid, readRehearsal, type OpenidConfig, type RehearsalConfig } from './optional-config.ts';
import { readerOf, type ConfigProblem, type Env, type SettingsReader } from './settings-reader.ts';

export type { ConfigProblem, Env, OpenidConfig, RehearsalConfig };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

export interface Config {
  readonly databaseUrl: string;
  /** `host:port`. TLS, API key and the rest of a Temporal profile are read by `@temporalio/envconfig`. */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Null where no mail can leave: only the worker needs it. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** An address behind which a person answers; the sender's own when absent. */
  readonly replyTo?: string;
  /** A telephone number or a room, printed under every mail. */
  readonly contact?: string;
  /** Before the number of a letter. */
  readonly letterPrefix?: string;
  /** The most mails that the mail server accepts in any sixty seconds. */
  readonly mailsPerMinute?: number;
  /** The address people reach the web page under, without a slash at the end: links in mails start with it. */
  readonly webUrl: string;
  readonly host: string;
  readonly port: number;
  /** The file with the private key that commands are sealed with (Ed25519, PEM): the API and the command line need it. */
  readonly sealKeyFile: string | null;
  /** The file with the public keys whose seals the ledger believes, one or several (PEM): only the worker needs it. */
  readonly trustedKeysFile: string | null;
  /** The file with the keys that payloads are encrypted with on their way through Temporal: the first for new ones, all to read. */
  readonly payloadKeysFile: string | null;
  /** A session that nobody uses for so long ends. */
  readonly sessionIdleMs: number;
  readonly evidenceDir: string;
  readonly evidenceMaxBytes: number;
  /** Where a virus scanner listens for clamd's protocol: `tcp://host:port` or `unix:///path`. Null: nothing is scanned. */
  readonly scanner: string | null;
  readonly locale: Locale;
  /** Sample accounts have public passwords: allowed on one machine only. */
  readonly sampleAllowed: boolean;
  /** The page of the local mail catcher, shown on the first page. */
  readonly mailPage: string | null;
  /** Signing in at an identity provider (OpenID Connect) beside the accounts here; null where none is set up. */
  readonly openid: OpenidConfig | null;
  readonly logLevel: LogLevel;
  /** What a rehearsal runs on; null where none is set up. */
  readonly rehearsal: RehearsalConfig | null;
  /**
   * The proxies of ours that stand before the API: how many, or their addresses and networks. What they say of a request is
   * believed, and nothing that was said before them.
   */
  readonly proxies: number | readonly string[];
}

const ownNames = [
  'RECTIFY_PORT',
  'RECTIFY_HOST',
  'RECTIFY_WEB_URL',
  'RECTIFY_MAIL_FROM',
  'RECTIFY_MAIL_REPLY_TO',
  'RECTIFY_MAIL_CONTACT',
  'RECTIFY_LETTER_PREFIX',
  'RECTIFY_MAILS_PER_MINUTE',
  'RECTIFY_MAIL_PAGE',
  'RECTIFY_SEAL_KEY_FILE',
  'RECTIFY_TRUSTED_KEYS_FILE',
  'RECTIFY_PAYLOAD_KEYS_FILE',
  'RECTIFY_EVIDENCE_DIR',
  'RECTIFY_EVIDENCE_MAX_MB',
  'RECTIFY_SCANNER',
  'RECTIFY_LANG',
  'RECTIFY_SAMPLE',
  'RECTIFY_SESSION_IDLE_MINUTES',
  'RECTIFY_LOG_LEVEL',
  'RECTIFY_OPENID_ISSUER',
  'RECTIFY_OPENID_CLIENT_ID',
  'RECTIFY_OPENID_CLIENT_SECRET_FILE',
  'RECTIFY_OPENID_NAME',
  'RECTIFY_PROXIES',
  'RECTIFY_REHEARSAL_DATABASE_URL',
  'RECTIFY_REHEARSAL_SERVER',
] as const;

/** Read by `local/` and the CLI alone; a shell that sets them may still start the worker or the API by hand. */
const othersNames = [
  'RECTIFY_AS',
  'RECTIFY_POSTGRES_PORT',
  'RECTIFY_TEMPORAL_PORT',
  'RECTIFY_TEMPORAL_UI_PORT',
  'RECTIFY_SMTP_PORT',
  'RECTIFY_MAILS_PORT',
  'RECTIFY_DATA_DIR',
  'RECTIFY_CACHE_DIR',
  'RECTIFY_TEMPORAL_SOURCES',
] as const;

export const knownNames: readonly string[] = [...ownNames, ...othersNames];

/** What only some processes cannot do without, with an example. */
const keyFiles = {
  RECTIFY_SEAL_KEY_FILE: 'secrets/seal.pem',
  RECTIFY_TRUSTED_KEYS_FILE: 'secrets/trusted.pem',
  RECTIFY_PAYLOAD_KEYS_FILE: 'secrets/payload.keys',
} as const;

/**
 * Reads the environment: the whole configuration, or every problem there is with it.
 *
 * @param needed the files of keys that this process must have
 */
export function parseConfig(
  env: Env,
  ...needed: readonly (keyof typeof keyFiles)[]
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = misspelt(env);
  const read = readerOf(env, problems);
  const port = read.port('RECTIFY_PORT', read.port('PORT', 3000));
  const host = read.text('RECTIFY_HOST', '127.0.0.1');
  const webUrl =
    read.address('RECTIFY_WEB_URL', /^https?:\/\/[^/\s]+/, 'https://rectify.example') ?? `http://${host}:${port}`;
  const mailsPerMinute = read.whole('RECTIFY_MAILS_PER_MINUTE', 0, 0, 100_000);
  const { databaseUrl, temporalAddress, smtpUrl } = readServices(read);
  if (read.given('DATABASE_URL') === undefined)
    problems.push({ name: 'DATABASE_URL', code: 'missing', allowed: databaseExample, given: '' });
  const config: Omit<Config, 'databaseUrl'> = {
    temporalAddress: temporalAddress ?? '127.0.0.1:7233',
    temporalNamespace: read.text('TEMPORAL_NAMESPACE', 'default'),
    smtpUrl,
    mailFrom: read.mailbox('RECTIFY_MAIL_FROM') ?? '整改督办 Rectify <rectify@localhost>',
    ...optional('replyTo', read.mailbox('RECTIFY_MAIL_REPLY_TO')),
    ...optional('contact', read.given('RECTIFY_MAIL_CONTACT')),
    ...optional('letterPrefix', read.given('RECTIFY_LETTER_PREFIX')),
    ...(mailsPerMinute === 0 ? {} : { mailsPerMinute }),
    webUrl: webUrl.replace(/\/+$/, ''),
    host,
    port,
    sealKeyFile: read.textOrNull('RECTIFY_SEAL_KEY_FILE'),
    trustedKeysFile: read.textOrNull('RECTIFY_TRUSTED_KEYS_FILE'),
    payloadKeysFile: read.textOrNull('RECTIFY_PAYLOAD_KEYS_FILE'),
    sessionIdleMs: read.whole('RECTIFY_SESSION_IDLE_MINUTES', 60, 5, 720) * 60_000,
    evidenceDir: read.text('RECTIFY_EVIDENCE_DIR', '.data/evidence'),
    evidenceMaxBytes: read.whole('RECTIFY_EVIDENCE_MAX_MB', 50, 1, 1024) * 1024 * 1024,
    scanner: read.address('RECTIFY_SCANNER', /^(tcp:\/\/[^\s/]+:\d{1,5}|unix:\/\/\/\S+)$/, 'tcp://127.0.0.1:3310'),
    locale: read.oneOf('RECTIFY_LANG', ['zh-CN', 'zh', 'en'] as const, 'zh-CN') === 'en' ? 'en' : 'zh-CN',
    sampleAllowed: read.oneOf('RECTIFY_SAMPLE', ['on', 'off'] as const, 'off') === 'on',
    mailPage: read.address('RECTIFY_MAIL_PAGE', /^https?:\/\/[^/\s]+/, 'http://127.0.0.1:8025'),
    openid: readOpenid(read, problems),
    logLevel: read.oneOf('RECTIFY_LOG_LEVEL', logLevels, 'info'),
    rehearsal: readRehearsal(read, problems),
    proxies: read.proxies('RECTIFY_PROXIES'),
  };
  for (const name of needed)
    if (read.given(name) === undefined) problems.push({ name, code: 'missing', allowed: keyFiles[name], given: '' });
  return databaseUrl === null || problems.length > 0 ? { problems } : { config: { databaseUrl, ...config } };
}

const databaseExample = 'postgres://rectify:secret@db.example:5432/rectify';

/** Where the services of others are; null where none is named. */
export const readServices = (read: SettingsReader) => ({
  databaseUrl: read.address('DATABASE_URL', /^postgres(ql)?:\/\/.+/, databaseExample),
  temporalAddress: read.address('TEMPORAL_ADDRESS', /^[^\s/]+:\d+$/, 'temporal.example:7233'),
  smtpUrl: read.address('SMTP_URL', /^smtps?:\/\/[^/\s]+/, 'smtps://user:secret@mail.example:465'),
});

const optional = <Field extends string>(
  field: Field,
  value: string | undefined,
): { readonly [Name in Field]?: string } =>
  value === undefined ? {} : ({ [field]: value } as { readonly [Name in Field]?: string });

/** An unknown RECTIFY_ name is most likely a typo, and would otherwise be ignored in silence. */
export function misspelt(env: Env): ConfigProblem[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('RECTIFY_') && !knownNames.includes(name))
    .map((name) => {
      const [meant] = nearest(name, knownNames);
      return meant === undefined
        ? { name, code: 'unknownName', allowed: ownNames.join(', '), given: name }
        : { name, code: 'misspeltName', allowed: meant, given: name };
    });
}
