/** The use cases on servers that a test started. */
import pino from 'pino';
import { openContext, type OpenContext } from '../../client/open.ts';
import { parseConfig, type Config } from '../../core/config.ts';

/** @throws when the variables are not a configuration */
export function configOf(env: Readonly<Record<string, string>>): Config {
  const read = parseConfig(env);
  if ('problems' in read) throw new Error(`bad configuration: ${JSON.stringify(read.problems)}`);
  return read.config;
}

export const contextOn = (env: Readonly<Record<string, string>>): OpenContext =>
  openContext(configOf(env), env, { logger: pino({ level: 'silent' }) });
