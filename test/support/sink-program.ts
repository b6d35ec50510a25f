/** The program of sink-process.ts. A mail counts as accepted when its last byte is in, before the sender hears of it. */
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { SinkReport } from './sink-process.ts';

const answerAfterMs = Number(process.argv[2] ?? 0);
const accepted: Record<string, number> = {};
let mails = 0;
let bytes = 0;

async function take(stream: SMTPServerDataStream): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const mail = Buffer.concat(chunks);
  const messageId = /^message-id:\s*(<[^>]*>)/im.exec(mail.subarray(0, 4096).toString('latin1'))?.[1] ?? 'none';
  accepted[messageId] = (accepted[messageId] ?? 0) + 1;
  mails += 1;
  bytes += mail.length;
  if (answerAfterMs > 0) await sleep(answerAfterMs);
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _session, done) => void take(stream).then(() => done(), done),
});
// A sender that is killed leaves its connection broken.
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
process.on('message', () => process.send?.({ accepted, mails, bytes } satisfies SinkReport));
process.on('disconnect', () => process.exit(0));
