/** The mail catcher as a thread: `service.ts` starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { startCatcher, type CatcherOptions } from './catcher.ts';

if (parentPort === null) throw new Error('the mail catcher is started by local/mail/service.ts');
const port = parentPort;
const catcher = await startCatcher(workerData as CatcherOptions);
port.on('message', (message) => {
  if (message === 'stop') void catcher.stop().then(() => port.close());
});
port.postMessage('ready');
