/** What the worker and the API are told: where things are, and what holds on one machine only. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { here, localNames, type LocalConfig } from '../config.ts';
import { payloadKeys } from './payload-keys.ts';
import { sealKeys } from './seal-keys.ts';
import { installedAt, testServer } from '../temporal/install.ts';
import type { Env } from '../../core/config.ts';

/** Where the services are that worker and API need. */
export interface Found {
  readonly databaseUrl: string;
  /** Null where there is none for rehearsals. */
  readonly rehearsalUrl: string | null;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
}

export function programEnv(config: LocalConfig, env: Env, found: Found): NodeJS.ProcessEnv {
  const { outside, dataFolder, ports } = config;
  // Our own server wants no TLS, no key and no other namespace, whatever the person's profile for another one says.
  const isOurTemporal = outside.temporalAddress === null;
  const kept = Object.entries(env).filter(
    ([name]) => !localNames.includes(name) && !(isOurTemporal && name.startsWith('TEMPORAL_')),
  );
  return {
    RECTIFY_EVIDENCE_DIR: join(dataFolder, 'evidence'),
    ...sealKeys(dataFolder),
    ...payloadKeys(dataFolder),
    ...(outside.databaseUrl === null ? { RECTIFY_SAMPLE: 'on' } : {}),
    ...(outside.smtpUrl === null ? { RECTIFY_MAIL_PAGE: here(config, 'mails') } : {}),
    ...(found.rehearsalUrl === null
      ? {}
      : {
          RECTIFY_REHEARSAL_DATABASE_URL: found.rehearsalUrl,
          RECTIFY_REHEARSAL_SERVER: installedAt(testServer, config.cacheFolder),
        }),
    // A file that is not there: the SDK's reader takes that for "no profile", but cannot read an empty one.
    ...(isOurTemporal ? { TEMPORAL_CONFIG_FILE: join(dataFolder, 'no-temporal-profile.toml') } : {}),
    ...Object.fromEntries(kept.filter(([, value]) => value !== undefined && value !== '')),
    DATABASE_URL: found.databaseUrl,
    TEMPORAL_ADDRESS: found.temporalAddress,
    SMTP_URL: found.smtpUrl,
    PORT: String(ports.web),
  };
}

/** Where the command line finds what runs here. It holds the database's password, so only its owner may read it. */
export async function writeAddresses({ dataFolder }: LocalConfig, env: NodeJS.ProcessEnv): Promise<void> {
  const names = [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_CONFIG_FILE',
    'SMTP_URL',
    'RECTIFY_EVIDENCE_DIR',
    'RECTIFY_SCANNER',
    'RECTIFY_SEAL_KEY_FILE',
    'RECTIFY_PAYLOAD_KEYS_FILE',
    'RECTIFY_REHEARSAL_DATABASE_URL',
    'RECTIFY_REHEARSAL_SERVER',
  ];
  const addresses = Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  await writeFile(join(dataFolder, 'addresses.json'), `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
}
