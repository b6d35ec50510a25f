import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { answer } from './web.ts';
import { openStore, type MailStore } from './store.ts';

export interface CatcherOptions {
  folder: string;
  smtpPort: number;
  webPort: number;
  limit?: number;
}

export interface Catcher {
  url: string;
  page: string;
  stop(): Promise<void>;
}

/** Catches every mail sent to it, keeps it, and shows it on a page. Nothing is ever sent on. */
export async function startCatcher(options: CatcherOptions): Promise<Catcher> {
  const store = openStore(options.folder, options.limit === undefined ? {} : { limit: options.limit });
  const smtp = smtpServer(store);
  const sockets = new Set<Socket>();
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const web = createServer((request, response) => void answer(request, response, store, options.webPort));
  const stop = async () => {
    // A sender's pool keeps its line open for ever; it notices a cut and comes again.
    for (const socket of sockets) socket.destroy();
    web.closeAllConnections();
    await Promise.all([new Promise<void>((resolve) => smtp.close(() => resolve())), closed(web)]);
  };
  try {
    smtp.listen(options.smtpPort, '127.0.0.1');
    await once(smtp.server, 'listening');
    web.listen(options.webPort, '127.0.0.1');
    await once(web, 'listening');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `smtp://127.0.0.1:${options.smtpPort}`, page: `http://127.0.0.1:${options.webPort}`, stop };
}

function smtpServer(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    banner: 'Rectify local mails',
    onAuth: (_auth, _session, done) => done(null, { user: 'local' }),
    onData(stream, session, done) {
      keep(store, stream, session).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // Broken lines of single senders; a listener must be there or they would end the whole process.
  server.on('error', () => undefined);
  return server;
}

async function keep(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const { mailFrom, rcptTo } = session.envelope;
  await store.add(Buffer.concat(chunks), {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
