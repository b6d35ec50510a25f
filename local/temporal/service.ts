/** The Temporal server of an installation: ours, or the one that exists. */
import { join } from 'node:path';
import { logFile } from '../config.ts';
import { checked } from '../outside.ts';
import { answers } from '../ports.ts';
import type { Surroundings } from '../surroundings.ts';
import { findTemporal } from './find.ts';
import { answersFor } from './probe.ts';
import { startTemporal } from './server.ts';
import type { Env } from '../../core/config.ts';

/** @returns TEMPORAL_ADDRESS for worker and API */
export async function temporal(around: Surroundings): Promise<string> {
  const { config, env, say, supervisor, watchers } = around;
  const { temporalAddress } = config.outside;
  if (temporalAddress !== null) {
    say({ code: 'outsideUsed', name: 'TEMPORAL_ADDRESS', address: temporalAddress });
    await checked('TEMPORAL_ADDRESS', temporalAddress, () => askTemporal(temporalAddress, env));
    return temporalAddress;
  }
  const { cacheFolder: cache, temporalSources, dataFolder, ports, isKept } = config;
  const { stopping } = supervisor;
  const search = { cache, sources: temporalSources, searchPath: env['PATH'], say, stopping };
  const program = await supervisor.begin(findTemporal(search));
  const log = logFile(config, 'temporal');
  const { address } = await supervisor.keep({
    name: 'temporal',
    logFile: log,
    leansOn: [],
    begin: () =>
      startTemporal({
        program,
        port: ports.temporal,
        uiPort: isKept ? ports.temporalUi : null,
        dbFile: isKept ? join(dataFolder, 'temporal.db') : null,
        logFile: log,
        watchers,
      }),
  });
  return address;
}

const timeoutMs = 5000;

/**
 * A server that wants TLS or a key is only knocked at: the worker, which has the SDK and its settings, will say what is
 * wrong with them.
 */
async function askTemporal(address: string, env: Env): Promise<void> {
  const namespace = env['TEMPORAL_NAMESPACE'] ?? 'default';
  const [host = '', port = ''] = address.split(/:(?=\d+$)/);
  const isGuarded = Object.keys(env).some((name) => name === 'TEMPORAL_API_KEY' || name.startsWith('TEMPORAL_TLS'));
  const isThere = await (isGuarded
    ? answers(host, Number(port), timeoutMs)
    : answersFor(address, namespace, timeoutMs));
  if (!isThere) throw new Error(`namespace ${namespace}`);
}
