/** Where mails go: to the catcher, or to the mail server that exists. */
import { join } from 'node:path';
import { logFile, portSettings } from '../config.ts';
import { withoutPassword } from '../outside.ts';
import { LocalProblem } from '../problem.ts';
import { howItEnded } from '../processes/launch.ts';
import { startThread } from '../processes/thread.ts';
import type { Life } from '../services/service.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CatcherOptions } from './catcher.ts';

/** @returns SMTP_URL for the worker */
export async function mails(around: Surroundings): Promise<string> {
  const { config, say, supervisor } = around;
  const { smtpUrl } = config.outside;
  if (smtpUrl !== null) {
    say({ code: 'outsideUsed', name: 'SMTP_URL', address: withoutPassword(smtpUrl) });
    // Only here: what it loads is not needed where mails are caught.
    const { checkMail } = await import('./outside.ts');
    await checkMail(smtpUrl);
    return smtpUrl;
  }
  const options: CatcherOptions = {
    folder: join(config.dataFolder, 'mails'),
    smtpPort: config.ports.smtp,
    webPort: config.ports.mails,
  };
  const log = logFile(config, 'mails');
  await supervisor.keep({ name: 'mails', logFile: log, leansOn: [], begin: () => startCatcherThread(options, log) });
  return `smtp://127.0.0.1:${options.smtpPort}`;
}

async function startCatcherThread(options: CatcherOptions, log: string): Promise<Life> {
  const thread = startThread({ file: join(import.meta.dirname, 'thread.ts'), data: options, logFile: log });
  const outcome = await thread.ready;
  if (outcome === 'ready') return { process: thread, stop: () => thread.stop(5000) };
  const tail = thread.tail();
  const taken = /EADDRINUSE.*:(\d+)/.exec(tail)?.[1];
  if (taken === undefined)
    throw new LocalProblem({ code: 'childDied', service: 'mails', how: howItEnded(outcome), tail, log });
  const port = Number(taken);
  const isSmtp = port === options.smtpPort;
  const name = isSmtp ? portSettings.smtp.name : portSettings.mails.name;
  throw new LocalProblem({ code: 'portBusy', port, service: isSmtp ? 'SMTP' : 'mails', name });
}
