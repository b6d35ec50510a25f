/** All activities, made of what they need: the worker's main supplies it, and a test supplies its own. */
import type { Logger } from 'pino';
import type { Activities } from './contract.ts';
import { createBeginActivities } from './begin.ts';
import { createLedgerActivities } from './ledger.ts';
import { createMailActivities, type MailSettings, type MailTransport } from './mail.ts';
import type { MailHolder } from './mail-holder.ts';
import { createReconcileActivities } from './reconcile.ts';
import { createRoundActivities } from './round.ts';
import type { TrustedKeys } from './seal.ts';
import type { Pool } from '../db/pool.ts';

export interface ActivityDeps {
  readonly pool: Pool;
  readonly logger: Logger;
  /** Outlives the relays, and is drained when the process ends. */
  readonly holder: MailHolder;
  readonly transport: MailTransport;
  readonly mail: MailSettings;
  readonly taskQueue: string;
  readonly keys: TrustedKeys;
}

export const createActivities = ({
  pool,
  logger,
  holder,
  transport,
  mail,
  taskQueue,
  keys,
}: ActivityDeps): Activities => ({
  ...createLedgerActivities(pool, keys),
  ...createBeginActivities({ pool, taskQueue }),
  ...createRoundActivities({ pool, taskQueue }),
  ...createReconcileActivities({ pool, taskQueue }),
  ...createMailActivities({ pool, logger, holder, transport, settings: mail }),
});
