import nodemailer from 'nodemailer';
import { detailOf, LocalProblem } from './problem.ts';
import { answers } from './ports.ts';
import { withConnection } from './postgres/connection.ts';
import { answersFor } from './temporal/probe.ts';

const timeoutMs = 5000;

/** Checks that a database that exists elsewhere lets us in. */
export async function checkDatabase(url: string): Promise<void> {
  try {
    await withConnection(url, (connection) => connection.query('select 1'), timeoutMs);
  } catch (error) {
    throw new LocalProblem('outside-silent', {
      name: 'DATABASE_URL',
      address: withoutPassword(url),
      detail: detailOf(error),
    });
  }
}

/** Checks that a mail server takes our greeting and, if the address has one, our password. */
export async function checkMail(url: string): Promise<void> {
  const transport = nodemailer.createTransport({ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs });
  try {
    await transport.verify();
  } catch (error) {
    throw new LocalProblem('outside-silent', {
      name: 'SMTP_URL',
      address: withoutPassword(url),
      detail: detailOf(error),
    });
  } finally {
    transport.close();
  }
}

/**
 * Checks that a Temporal server answers. One that wants TLS or a key is only knocked at: the worker, which has the
 * SDK and its settings, will say what is wrong with them.
 */
export async function checkTemporal(address: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const namespace = env['TEMPORAL_NAMESPACE'] ?? 'default';
  const [host = '', port = ''] = address.split(/:(?=\d+$)/);
  const guarded = Object.keys(env).some((name) => name === 'TEMPORAL_API_KEY' || name.startsWith('TEMPORAL_TLS'));
  const well = guarded ? await answers(host, Number(port), timeoutMs) : await answersFor(address, namespace, timeoutMs);
  if (!well)
    throw new LocalProblem('outside-silent', { name: 'TEMPORAL_ADDRESS', address, detail: `namespace ${namespace}` });
}

/** An address that may be shown on a screen. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  return url.href;
}
