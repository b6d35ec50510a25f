/** Makes the SDK fetch its development server into a folder: `node ask-sdk.ts FOLDER VERSION`. See `download.ts`. */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , downloadDir, version] = process.argv;
if (downloadDir === undefined || version === undefined) throw new Error('usage: ask-sdk.ts FOLDER VERSION');
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version }, log: { format: 'pretty', level: 'error' } },
});
await environment.teardown();
