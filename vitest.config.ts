import { defineConfig } from 'vitest/config';

const servers = {
  setupFiles: ['test/support/seed.ts'],
  globalSetup: ['test/support/servers.ts'],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * Four groups: pure ones, those that need the servers of test/support/servers.ts, the workflows once more with every task a
 * replay, and those that start their own servers.
 * Files run one after the other where they share servers or skip time, so that figures and orders can be relied on. The first
 * and the last run beside the others (`test:all`): they share nothing with them but the machine.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    reporters: process.env['CI'] === undefined ? ['default'] : ['verbose'],
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles: ['test/support/seed.ts'],
          include: [
            'test/core/**/*.test.ts',
            'test/documents/**/*.test.ts',
            'test/wire/**/*.test.ts',
            'test/architecture.test.ts',
            'test/docs.test.ts',
            'test/words.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'servers',
          include: ['test/{activities,db,workflows,client,api,cli,replay,worker}/**/*.test.ts'],
          ...servers,
          provide: { maxCachedWorkflows: 100 },
        },
      },
      {
        test: {
          name: 'no cache',
          include: ['test/workflows/**/*.test.ts'],
          ...servers,
          provide: { maxCachedWorkflows: 0 },
        },
      },
      {
        test: {
          name: 'machine',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/{local,e2e,bench,faults,web}/**/*.test.ts', 'test/lanes.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
