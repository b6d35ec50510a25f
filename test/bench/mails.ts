/**
 * A morning of mails against a bare pool of nodemailer: same mail server, same connections, same process, taking turns.
 *
 * Ours begins with the lines in the outbox and ends when the ledger knows of every mail that it left: gathered, claimed,
 * written, named, handed over, marked, by the relay's own workflow on a real server. The bare pool sends mails of the same
 * text and HTML that are there already.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import pino from 'pino';
import { verdictOf, type Verdict } from './figures.ts';
import { addCast } from '../support/ledger-cast.ts';
import { firstSlot, mailSettings } from '../support/slots.ts';
import { planMorning } from '../support/morning.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startSinkProcess, type SinkProcess } from '../support/sink-process.ts';
import { startTestTemporal } from '../support/temporal.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import { createMailActivities, type MailTransport } from '../../activities/mail.ts';
import { connections } from '../../activities/mail-pass.ts';
import { smtpTransport } from '../../activities/smtp.ts';
import { migrate } from '../../db/migrate.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import type { MailRelayStart, MailRelayWorkflow } from '../../workflows/contract.ts';

const target = 0.6;
const taskQueue = 'bench-mails';

export async function benchMails(mails: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const postgres = await startTestPostgres({ durable: true });
  const temporal = await startTestTemporal();
  const sink = await startSinkProcess();
  await migrate(postgres.url);
  const logger = pino({ level: 'silent' });
  const pool = openPool(postgres.url, logger);
  await addCast(pool);
  const connection = await NativeConnection.connect({ address: temporal.address });
  const client = new Client({ connection: await Connection.connect({ address: temporal.address }) });
  const smtp = smtpTransport({ smtpUrl: sink.url });
  let sample: Buffer | null = null;
  const transport: MailTransport = {
    deliver(mail) {
      sample ??= mail.bytes;
      return smtp.deliver(mail);
    },
  };
  const holder = new MailHolder({ pool, logger });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: {
      codePath: await workflowBundle(join(import.meta.dirname, '..', '..', '.cache'), new DefaultLogger('WARN')),
    },
    activities: { ...createMailActivities({ pool, holder, transport, settings: mailSettings, logger }) },
  });
  const running = worker.run();
  const ours: number[] = [];
  const bare: number[] = [];
  try {
    // One unmeasured turn of each: first connections, first plans, first compiled code.
    await ourTurn(client, pool, sink, 300);
    if (sample === null) throw new Error('no mail left');
    const pooled = barePool(sink, sample);
    await (await pooled).turn(300);
    for (let turn = 1; turn <= turns; turn += 1) {
      bare.push(await (await pooled).turn(mails));
      ours.push(await ourTurn(client, pool, sink, mails));
      say(`turn ${turn}: ours ${(ours.at(-1) ?? 0).toFixed(0)}/s, bare ${(bare.at(-1) ?? 0).toFixed(0)}/s`);
    }
    (await pooled).close();
  } finally {
    worker.shutdown();
    await running;
    smtp.close();
    await client.connection.close();
    await connection.close();
    await pool.end();
    await sink.stop();
    await temporal.stop();
    await postgres.stop();
  }
  return verdictOf('mails', target, ours, bare);
}

/** @returns mails a second */
async function ourTurn(client: Client, pool: Pool, sink: SinkProcess, mails: number): Promise<number> {
  await planMorning(pool, mails);
  const before = (await sink.report()).mails;
  const begun = performance.now();
  const options = { taskQueue, workflowId: `mail-relay/${randomUUID()}` };
  const start: MailRelayStart = { now: firstSlot };
  const { sent } = await client.workflow.execute<MailRelayWorkflow>('mailRelayWorkflow', { ...options, args: [start] });
  const perSecond = (mails * 1000) / (performance.now() - begun);
  const arrived = (await sink.report()).mails - before;
  if (sent !== mails || arrived !== mails) throw new Error(`${sent} of ${mails} mails left, ${arrived} arrived`);
  return perSecond;
}

/** What anybody would write who only wants to send these mails. */
async function barePool(sink: SinkProcess, sample: Buffer) {
  const { subject, text, html } = await simpleParser(sample);
  const transport = createTransport({ pool: true, host: '127.0.0.1', port: sink.port, maxConnections: connections });
  const send = (index: number) =>
    transport.sendMail({
      from: mailSettings.mailFrom,
      to: { name: `王小明${index}`, address: `p-${index}@yunling.example` },
      subject,
      text,
      html: html === false ? undefined : html,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  return {
    async turn(mails: number): Promise<number> {
      const begun = performance.now();
      let left = mails;
      const senders = Array.from({ length: connections }, async () => {
        while (left > 0) await send((left -= 1));
      });
      await Promise.all(senders);
      return (mails * 1000) / (performance.now() - begun);
    },
    close: () => transport.close(),
  };
}
