/**
 * What the processes need to know from their environment: read once, checked whole, never looked up again.
 *
 * The environment is an argument, so the same text is tested without a process. Every problem is told at once.
 */

import type { Locale } from './locale.ts';
import { readMailbox } from './mail-address.ts';
import { nearest } from './nearest.ts';

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
  /**
   * The proxies of ours that stand before the API: how many, or their addresses and networks. What they say of a request is
   * believed, and nothing that was said before them.
   */
  readonly proxies: number | readonly string[];
}

export interface OpenidConfig {
  /** As the provider names itself: `https://…`, on this machine alone `http://…`, too. */
  readonly issuer: string;
  readonly clientId: string;
  /** The file with the client's secret and nothing else. */
  readonly clientSecretFile: string;
  /** What people know it by: on the button. */
  readonly name: string;
}

export interface ConfigProblem {
  readonly name: string;
  readonly code:
    | 'missing'
    | 'unknownName'
    | 'misspeltName'
    | 'notAPort'
    | 'notAWholeNumber'
    | 'notOneOf'
    | 'notAnAddress'
    | 'notProxies';
  /** What would have been right: a range, the choices, an example, the name that was meant. */
  readonly allowed: string;
  /** Empty for addresses: they may hold passwords. */
  readonly given: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

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
    proxies: read.proxies('RECTIFY_PROXIES'),
  };
  for (const name of needed)
    if (read.given(name) === undefined) problems.push({ name, code: 'missing', allowed: keyFiles[name], given: '' });
  return databaseUrl === null || problems.length > 0 ? { problems } : { config: { databaseUrl, ...config } };
}

const openidExamples = {
  RECTIFY_OPENID_ISSUER: 'https://login.example.cn',
  RECTIFY_OPENID_CLIENT_ID: 'rectify',
  RECTIFY_OPENID_CLIENT_SECRET_FILE: 'secrets/openid',
} as const;

/** All three of them, or none. */
function readOpenid(read: SettingsReader, problems: ConfigProblem[]): OpenidConfig | null {
  const pattern = /^(https:\/\/[^/\s]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(?=\/|$))/;
  const issuer = read.address('RECTIFY_OPENID_ISSUER', pattern, openidExamples.RECTIFY_OPENID_ISSUER);
  const clientId = read.textOrNull('RECTIFY_OPENID_CLIENT_ID');
  const clientSecretFile = read.textOrNull('RECTIFY_OPENID_CLIENT_SECRET_FILE');
  const name = read.textOrNull('RECTIFY_OPENID_NAME');
  if (issuer !== null && clientId !== null && clientSecretFile !== null)
    return { issuer, clientId, clientSecretFile, name: name ?? issuer.replace(/^\w+:\/\/([^/]+).*$/, '$1') };
  if ([issuer, clientId, clientSecretFile, name].some((value) => value !== null))
    for (const [missing, allowed] of Object.entries(openidExamples))
      if (read.given(missing) === undefined) problems.push({ name: missing, code: 'missing', allowed, given: '' });
  return null;
}

const databaseExample = 'postgres://rectify:secret@db.example:5432/rectify';

/** Where the services of others are; null where none is named. */
export const readServices = (read: SettingsReader) => ({
  databaseUrl: read.address('DATABASE_URL', /^postgres(ql)?:\/\/.+/, databaseExample),
  temporalAddress: read.address('TEMPORAL_ADDRESS', /^[^\s/]+:\d+$/, 'temporal.example:7233'),
  smtpUrl: read.address('SMTP_URL', /^smtps?:\/\/[^/\s]+/, 'smtps://user:secret@mail.example:465'),
});

export type SettingsReader = ReturnType<typeof readerOf>;

/** Reads single settings; what is wrong with one is added to `problems`. `local/` reads its own settings with it. */
export function readerOf(env: Env, problems: ConfigProblem[]) {
  // A variable set to nothing (`PORT=`) is how compose files leave one out.
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

  const whole = (name: string, byDefault: number, least: number, most: number, code: ConfigProblem['code']): number => {
    const value = given(name);
    if (value === undefined) return byDefault;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    problems.push({ name, code, allowed: `${least}–${most}`, given: value });
    return byDefault;
  };

  const address = (name: string, pattern: RegExp, example: string): string | null => {
    const value = given(name);
    if (value === undefined) return null;
    if (!pattern.test(value)) problems.push({ name, code: 'notAnAddress', allowed: example, given: '' });
    return value;
  };

  return {
    address,
    text: (name: string, byDefault: string): string => given(name) ?? byDefault,
    given,
    textOrNull: (name: string): string | null => given(name) ?? null,
    /** A sender or recipient as a mail has it; a sender that cannot be would keep every mail from leaving. */
    mailbox: (name: string): string | undefined => {
      const value = given(name);
      if (value !== undefined && readMailbox(value) === null)
        problems.push({ name, code: 'notAnAddress', allowed: 'Office <name@example.cn>', given: '' });
      return value;
    },
    port: (name: string, byDefault: number): number => whole(name, byDefault, 1, 65_535, 'notAPort'),
    whole: (name: string, byDefault: number, least: number, most: number): number =>
      whole(name, byDefault, least, most, 'notAWholeNumber'),
    /** A count, or addresses and networks between commas. */
    proxies: (name: string): number | readonly string[] => {
      const value = given(name) ?? '0';
      if (/^[0-9]$/.test(value)) return Number(value);
      const networks = value.split(',').map((network) => network.trim());
      if (networks.every((network) => /^([\d.]+|[\da-f:.]*:[\da-f:.]*)(\/\d{1,3})?$/i.test(network))) return networks;
      problems.push({ name, code: 'notProxies', allowed: '0–9, 10.0.0.0/8', given: value });
      return 0;
    },
    oneOf: <Choice extends string>(name: string, choices: readonly Choice[], byDefault: Choice): Choice => {
      const value = given(name);
      if (value === undefined) return byDefault;
      const chosen = choices.find((choice) => choice === value);
      if (chosen !== undefined) return chosen;
      problems.push({ name, code: 'notOneOf', allowed: choices.join(', '), given: value });
      return byDefault;
    },
  };
}

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
