import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCatcher, type Catcher } from '../../../local/mail/catcher.ts';
import type { MailSummary } from '../../../local/mail/store.ts';
import { freePort } from '../../../local/ports.ts';
import { until } from '../../../local/until.ts';

let folder: string;
let options: { folder: string; smtpPort: number; webPort: number; limit: number };
let catcher: Catcher;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rectify-mails-'));
  options = { folder, smtpPort: await freePort(), webPort: await freePort(), limit: 60 };
  catcher = await startCatcher(options);
});
afterAll(async () => {
  await catcher.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => void (await fetch(`${catcher.page}/clear`, { method: 'POST' })));

const send = (mail: SendMailOptions) =>
  nodemailer
    .createTransport(catcher.url)
    .sendMail({ from: '整改办 <office@example.cn>', to: 'wang@example.cn', ...mail });
const get = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(catcher.page + path, { headers })).text();
const caught = async (query = '') => (await (await fetch(`${catcher.page}/api/mails${query}`)).json()) as MailSummary[];

describe('the mail catcher', () => {
  it('says that there are no mails yet, in the reader’s language', async () => {
    expect(await get('/')).toContain('还没有邮件');
    expect(await get('/', { 'accept-language': 'en-GB' })).toContain('No mails yet');
    expect(await get('/?lang=en')).toContain('No mails yet');
  });

  it('lists the newest first, with everyone it went to', async () => {
    await send({ subject: '第一封' });
    await send({ subject: '第二封', bcc: 'blind@example.cn' });
    expect((await caught()).map(({ subject, to }) => ({ subject, to }))).toEqual([
      { subject: '第二封', to: ['wang@example.cn', 'blind@example.cn'] },
      { subject: '第一封', to: ['wang@example.cn'] },
    ]);
    const page = await get('/');
    expect(page.indexOf('第二封')).toBeLessThan(page.indexOf('第一封'));
    expect((await caught('?q=blind')).map(({ subject }) => subject)).toEqual(['第二封']);
  });

  it('shows a mail’s HTML in a frame that runs no script, its text and its headers', async () => {
    await send({ subject: '<b>粗</b>', html: '<p>正文</p><script>alert(1)</script>', text: '正文 <纯文本>' });
    const [mail] = await caught();
    const page = await get(`/mails/${mail?.id}`);
    expect(page).toContain('&lt;b&gt;粗&lt;/b&gt;');
    expect(page).toContain('正文 &lt;纯文本&gt;');
    expect(page).toContain('X-Envelope-To: wang@example.cn');
    expect(page).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const frame = await fetch(`${catcher.page}/mails/${mail?.id}/html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    expect(await frame.text()).toContain('<p>正文</p>');
  });

  it('hands out attachments to be saved, never to be opened', async () => {
    await send({ subject: '督办函', text: '见附件', attachments: [{ filename: '督办函.docx', content: 'bytes' }] });
    const [mail] = await caught();
    expect(mail?.attachments).toEqual(['督办函.docx']);
    const file = await fetch(`${catcher.page}/mails/${mail?.id}/files/0`);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('督办函.docx')}`,
    );
    expect(file.headers.get('content-type')).toMatch(/^application\/octet-stream/);
    expect(await file.text()).toBe('bytes');
  });

  it('deletes all by a button only, pressed on its own page', async () => {
    await send({ subject: '一' });
    expect((await fetch(`${catcher.page}/clear`)).status).toBe(404);
    const foreign = await fetch(`${catcher.page}/clear`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(405);
    expect(await caught()).toHaveLength(1);
    expect((await fetch(`${catcher.page}/clear`, { method: 'POST', headers: { origin: catcher.page } })).ok).toBe(true);
    expect(await caught()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('answers to no name but its own, since mails hold sign-in links', async () => {
    const status = await new Promise((resolve) => {
      request(catcher.page, { headers: { host: 'elsewhere.example' } }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(421);
  });

  it('finds nothing under a made-up id, nor outside of its folder', async () => {
    for (const id of ['20260101T000000000-0000', '..%2F..%2Fpasswd']) {
      expect((await fetch(`${catcher.page}/mails/${id}`)).status).toBe(404);
    }
  });

  it('keeps mails over a restart and drops the oldest beyond its limit', async () => {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: options.smtpPort, pool: true });
    for (let number = 1; number <= 62; number += 1) {
      await transport.sendMail({ from: 'a@example.cn', to: 'b@example.cn', subject: `第 ${number} 封`, text: '正文' });
    }
    // The pool's line is still open: stopping does not wait for it.
    await catcher.stop();
    transport.close();
    catcher = await startCatcher(options);
    // Our own client first has to notice that its line was cut.
    await until(async () => (await get('/').catch(() => '')) !== '', { timeoutMs: 3000 });
    const subjects = (await caught()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(60);
    expect([subjects[0], subjects.at(-1)]).toEqual(['第 62 封', '第 3 封']);
    expect(await get('/')).toContain('第 1 页，共 2 页');
    expect(await get('/?page=2')).toContain('第 3 封');
  });
});
