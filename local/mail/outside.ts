/** Checks that a mail server takes our greeting and, if the address has one, our password. */
import nodemailer from 'nodemailer';
import { checked, withoutPassword } from '../outside.ts';

const timeoutMs = 5000;

export async function checkMail(url: string): Promise<void> {
  const transport = nodemailer.createTransport({ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs });
  try {
    await checked('SMTP_URL', withoutPassword(url), () => transport.verify());
  } finally {
    transport.close();
  }
}
