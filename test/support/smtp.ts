import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail as it came in: who it was really handed to, the bytes, and what they say. */
export interface SunkMail {
  from: string;
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

export interface SmtpSink {
  /** `smtp://127.0.0.1:PORT`, for SMTP_URL. */
  url: string;
  port: number;
  /** Everything accepted so far, oldest first. */
  mails: SunkMail[];
  /** Answers this recipient with a code such as 450 (try later) or 550 (never) until `accept`. */
  reject(recipient: string, code: number, message?: string): void;
  accept(recipient: string): void;
  /** Answers the next `count` mails with this code after their bytes have arrived. */
  rejectNextData(code: number, count?: number): void;
  /**
   * SMTP's ambiguous window: takes in the next `count` mails whole and cuts the line without an answer. They count
   * as received, and the sender cannot know.
   */
  dropAfterData(count?: number): void;
  /** Waits until this many mails are in. */
  received(count: number, timeoutMs?: number): Promise<SunkMail[]>;
  /** Mails that have this recipient. */
  to(recipient: string): SunkMail[];
  clear(): void;
  stop(): Promise<void>;
}

/** A mail server in this process that sends nothing on and can be made to fail in every way a sender must bear. */
export async function startSmtpSink(options: { port?: number } = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const rejections = new Map<string, Error>();
  const sockets = new Map<string, Socket>();
  let dataRejections: Error[] = [];
  let drops = 0;

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const refusal = dataRejections.shift();
    if (refusal !== undefined) throw refusal;
    const bytes = Buffer.concat(chunks);
    const { mailFrom, rcptTo } = session.envelope;
    mails.push({
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map((recipient) => recipient.address),
      raw: bytes.toString(),
      parsed: await simpleParser(bytes),
    });
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    // A password is as good as any other here; without TLS it would be refused otherwise.
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onRcptTo: ({ address }, _session, done) => done(rejections.get(address.toLowerCase()) ?? null),
    onData(stream, session, done) {
      take(stream, session).then(
        () => {
          if (drops === 0) return done();
          drops -= 1;
          sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const key = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(key, socket);
    socket.once('close', () => sockets.delete(key));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    reject: (recipient, code, message) => void rejections.set(recipient.toLowerCase(), refusalOf(code, message)),
    accept: (recipient) => void rejections.delete(recipient.toLowerCase()),
    rejectNextData: (code, count = 1) => {
      dataRejections = Array.from({ length: count }, () => refusalOf(code));
    },
    dropAfterData: (count = 1) => {
      drops = count;
    },
    async received(count, timeoutMs = 10_000) {
      const end = Date.now() + timeoutMs;
      while (mails.length < count) {
        if (Date.now() > end) throw new Error(`${mails.length} of ${count} mails came within ${timeoutMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails;
    },
    to: (recipient) => mails.filter((mail) => mail.to.some((one) => one.toLowerCase() === recipient.toLowerCase())),
    clear() {
      mails.length = 0;
      rejections.clear();
      dataRejections = [];
      drops = 0;
    },
    async stop() {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function refusalOf(code: number, message = code < 500 ? 'try again later' : 'no such recipient'): Error {
  return Object.assign(new Error(message), { responseCode: code });
}
