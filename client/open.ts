/** Opens what the use cases work with, as the configuration names it. */
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { clamdAt } from './scanner.ts';
import { openEvidenceStore } from './evidence/store.ts';
import { sealerWith, signerOf } from './seal.ts';
import { connectTemporal, type FastTemporal } from './temporal.ts';
import type { Config, Env } from '../core/config.ts';
import { instant, type Instant } from '../core/time.ts';
import { vaultWith } from './vault.ts';
import { payloadKeysOf } from '../wire/payload-keys.ts';
import { openPool } from '../db/pool.ts';

export interface OpenContext extends Context {
  readonly temporal: FastTemporal;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly logger: Pick<Logger, 'error'>;
  /** To the database, at most. */
  readonly connections?: number;
  /** Another clock than the machine's. */
  readonly now?: () => Instant;
}

/** Connects nowhere yet: each part is reached when it is first used. */
export function openContext(config: Config, env: Env, { logger, connections, now = clock }: OpenOptions): OpenContext {
  const pool = openPool(config.databaseUrl, logger, connections);
  const temporal = connectTemporal(config, env);
  const signer = signerOf(config);
  return {
    pool,
    temporal,
    store: openEvidenceStore(config.evidenceDir, config.evidenceMaxBytes),
    scanner: config.scanner === null ? null : clamdAt(config.scanner),
    seal: sealerWith(signer),
    signer,
    vault: vaultWith(payloadKeysOf(config)),
    rehearsal: config.rehearsal,
    sessionIdleMs: config.sessionIdleMs,
    now,
    close: async () => {
      await temporal.close();
      await pool.end();
    },
  };
}

const clock = (): Instant => instant(Date.now());
