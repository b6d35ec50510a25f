/** How our processes reach the Temporal server. */
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import type { Config, Env } from '../core/config.ts';

/** Address and namespace are ours; TLS, API key and a TOML profile come in by Temporal's own variables. */
export function accessOf(config: Config, env: Env): ClientConnectConfig['connectionOptions'] {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { connectionOptions } = loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(given) });
  return { ...connectionOptions, address: connectionOptions.address ?? config.temporalAddress };
}
