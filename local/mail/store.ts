import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';

/** What the list shows of a mail. */
export interface MailSummary {
  id: string;
  /** When it was caught, as an ISO string. */
  caughtAt: string;
  from: string;
  to: string[];
  subject: string;
  attachments: string[];
}

export interface MailStore {
  add(raw: Buffer, envelope: { from: string; to: readonly string[] }): Promise<void>;
  /** Newest first. */
  list(): Promise<MailSummary[]>;
  read(id: string): Promise<{ summary: MailSummary; mail: ParsedMail } | undefined>;
  clear(): Promise<void>;
}

const idPattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})-\d{4}$/;

/**
 * Keeps mails as .eml files, which any mail program opens, named by the moment they were caught. Only `limit` are kept:
 * rehearsals write many. The names are the order; nothing else has to be kept in step with the files.
 */
export function openStore(folder: string, options: { limit?: number; now?: () => Date } = {}): MailStore {
  const { limit = 2000, now = () => new Date() } = options;
  mkdirSync(folder, { recursive: true });
  let ids = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -4))
    .filter((id) => idPattern.test(id))
    .sort();
  let caught = 0;
  const summaries = new Map<string, MailSummary>();
  const fileOf = (id: string) => join(folder, `${id}.eml`);

  const load = async (id: string) => {
    const mail = await simpleParser(await readFile(fileOf(id)));
    const summary = summaryOf(id, mail);
    summaries.set(id, summary);
    return { summary, mail };
  };

  return {
    async add(raw, envelope) {
      const id = `${now()
        .toISOString()
        .replaceAll(/[-:.Z]/g, '')}-${String(caught++ % 10_000).padStart(4, '0')}`;
      // Blind copies and the true sender are in no header; a delivering server notes them at the top, and so do we.
      const head = `X-Envelope-From: ${envelope.from}\r\nX-Envelope-To: ${envelope.to.join(',\r\n ')}\r\n`;
      await writeFile(`${fileOf(id)}.new`, Buffer.concat([Buffer.from(head), raw]));
      await rename(`${fileOf(id)}.new`, fileOf(id));
      ids.push(id);
      const surplus = ids.slice(0, Math.max(0, ids.length - limit));
      ids = ids.slice(surplus.length);
      for (const old of surplus) summaries.delete(old);
      await Promise.all(surplus.map((old) => rm(fileOf(old), { force: true })));
    },
    async list() {
      const list: MailSummary[] = [];
      for (const id of ids.toReversed()) {
        if (summaries.has(id) || existsSync(fileOf(id))) list.push(summaries.get(id) ?? (await load(id)).summary);
      }
      return list;
    },
    async read(id) {
      return ids.includes(id) && existsSync(fileOf(id)) ? load(id) : undefined;
    },
    async clear() {
      const gone = ids;
      ids = [];
      summaries.clear();
      await Promise.all(gone.map((id) => rm(fileOf(id), { force: true })));
    },
  };
}

function summaryOf(id: string, mail: ParsedMail): MailSummary {
  const [, year, month, day, hour, minute, second, milli] = idPattern.exec(id) ?? [];
  const envelopeTo =
    mail.headerLines.find(({ key }) => key === 'x-envelope-to')?.line.slice('X-Envelope-To:'.length) ?? '';
  return {
    id,
    caughtAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`,
    from: mail.from?.text ?? '',
    to: envelopeTo
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    subject: mail.subject ?? '',
    attachments: mail.attachments.filter(({ related }) => !related).map(({ filename }) => filename ?? ''),
  };
}
