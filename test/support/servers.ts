/** The servers of a test run, started once: PostgreSQL with a migrated template, Temporal, and the workflow bundle. */
import { join } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';
import { createDatabase, startTestPostgres } from './postgres.ts';
import { startTestTemporal, testServerPath } from './temporal.ts';
import { migrate } from '../../db/migrate.ts';
import { workflowBundle } from '../../worker/bundle.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly ownerUrl: string;
    readonly adminUrl: string;
    readonly temporalAddress: string;
    readonly testServer: string;
    readonly workflowBundle: string;
    /** 0 makes every task a replay from the beginning: the cheapest detector of code that is not deterministic. */
    readonly maxCachedWorkflows: number;
  }
}

export const templateDatabase = 'template_ledger';

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const temporal = await startTestTemporal();
  await migrate(await createDatabase(postgres.adminUrl, postgres.url, templateDatabase));
  provide('ownerUrl', postgres.url);
  provide('adminUrl', postgres.adminUrl);
  provide('temporalAddress', temporal.address);
  provide('testServer', await testServerPath());
  provide(
    'workflowBundle',
    await workflowBundle(join(import.meta.dirname, '..', '..', '.cache'), new DefaultLogger('WARN')),
  );
  return async () => {
    await temporal.stop();
    await postgres.stop();
  };
}
