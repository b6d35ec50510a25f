/** A mail server in a process of its own, which is not killed with those who send: it counts what it accepted, by Message-ID. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface SinkReport {
  /** How often each Message-ID was accepted. */
  readonly accepted: Readonly<Record<string, number>>;
  readonly mails: number;
  readonly bytes: number;
}

export interface SinkProcess {
  readonly port: number;
  readonly url: string;
  report(): Promise<SinkReport>;
  /** Waits until so many mails are in. */
  received(mails: number, timeoutMs: number): Promise<SinkReport>;
  stop(): Promise<void>;
}

/** @param answerAfterMs how long the server thinks between accepting a mail and saying so: SMTP's own window, held open */
export async function startSinkProcess({ answerAfterMs = 0 } = {}): Promise<SinkProcess> {
  const program = fileURLToPath(new URL('./sink-program.ts', import.meta.url));
  const child = fork(program, [String(answerAfterMs)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [port] = (await once(child, 'message')) as [number];
  const report = async (): Promise<SinkReport> => {
    const answer = once(child, 'message') as Promise<[SinkReport]>;
    child.send('report');
    return (await answer)[0];
  };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    report,
    async received(mails, timeoutMs) {
      for (const end = Date.now() + timeoutMs; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
        const found = await report();
        if (found.mails >= mails) return found;
        if (Date.now() > end) throw new Error(`${found.mails} of ${mails} mails came within ${timeoutMs} ms`);
      }
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
