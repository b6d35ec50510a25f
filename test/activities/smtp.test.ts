/** The way to the mail server: nobody listens on it. Real servers, on an address that is not said to be this machine. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { smtpTransport } from '../../activities/smtp.ts';

const mail = {
  messageId: '<1@x>',
  subject: '',
  from: 'office@x.example',
  to: 'wang@x.example',
  bytes: Buffer.from('x'),
};

/** What a server hears from us. @param hides whether it offers no TLS @param address 0.0.0.0 leads here too, and nothing about it says so */
async function heard(hides: boolean, address: string) {
  const said: string[] = [];
  const server = new SMTPServer({
    disabledCommands: hides ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) => {
      said.push(`password ${password}`);
      done(null, { user: 'office' });
    },
    onData: (stream, _session, done) => {
      said.push('mail');
      stream.resume().on('end', () => done());
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const transport = smtpTransport({ smtpUrl: `smtp://office:secret@${address}:${port}` });
  const answer = await transport.deliver(mail);
  transport.close();
  await new Promise<void>((closed) => server.close(() => closed()));
  return { said, answer };
}

test('a server elsewhere that offers no TLS hears neither password nor mail', async () => {
  const { said, answer } = await heard(true, '0.0.0.0');
  expect(said).toEqual([]);
  expect(answer).toMatchObject({
    kind: 'noAnswer',
    mayHaveArrived: false,
    said: expect.stringMatching(/TLS/) as string,
  });
});

test('nor does one whose certificate nobody vouches for', async () => {
  const { said, answer } = await heard(false, '0.0.0.0');
  expect(said).toEqual([]);
  expect(answer).toMatchObject({ kind: 'noAnswer', said: expect.stringMatching(/certificate/i) as string });
});

test.each(['127.0.0.1', 'localhost'])('on this machine (%s) none is asked for', async (address) => {
  const { said, answer } = await heard(true, address);
  expect(answer).toEqual({ kind: 'sent' });
  expect(said).toEqual(['password secret', 'mail']);
});
