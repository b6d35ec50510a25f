import type { IncomingMessage, ServerResponse } from 'node:http';
import { listPage, mailPage, mailsOnPage, missingPage, style } from './page.ts';
import type { MailStore, MailSummary } from './store.ts';
import type { Locale } from '../../core/locale.ts';

interface Reply {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** What every page may load: its own style and frames, nothing else, and no scripts at all. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A mail is a stranger's HTML: no scripts, no loading from elsewhere, its links open outside of the frame. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** Answers one request of the mail page. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  store: MailStore,
  port: number,
): Promise<void> {
  let reply: Reply;
  try {
    reply = await replyTo(request, store, port);
  } catch {
    reply = { status: 500, type: 'text/plain', body: 'error' };
  }
  response.writeHead(reply.status, {
    'content-type': `${reply.type}; charset=utf-8`,
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...reply.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

async function replyTo(request: IncomingMessage, store: MailStore, port: number): Promise<Reply> {
  // Mails hold sign-in links. A foreign name that was pointed at this machine (DNS rebinding) must not read them.
  if (!isOurs(request.headers.host, port)) return { status: 421, type: 'text/plain', body: 'unknown host' };
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const locale = localeOf(request, url);
  if (request.method === 'POST') return url.pathname === '/clear' ? clear(request, store, port) : notAllowed;
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed;
  const reply = await read(url, store, locale);
  const chosen = url.searchParams.get('lang');
  return chosen === null
    ? reply
    : { ...reply, headers: { ...reply.headers, 'set-cookie': `lang=${locale}; Path=/; SameSite=Strict; HttpOnly` } };
}

const notAllowed: Reply = {
  status: 405,
  type: 'text/plain',
  body: 'method not allowed',
  headers: { allow: 'GET, HEAD' },
};

async function read(url: URL, store: MailStore, locale: Locale): Promise<Reply> {
  if (url.pathname === '/style.css') return { status: 200, type: 'text/css', body: style };
  if (url.pathname === '/') return html(listPage(await view(url, store), locale));
  if (url.pathname === '/api/mails') {
    return { status: 200, type: 'application/json', body: JSON.stringify(matching(await store.list(), searchOf(url))) };
  }
  const [, id = '', part, index] = /^\/mails\/([^/]+)(?:\/(html|files)(?:\/(\d+))?)?$/.exec(url.pathname) ?? [];
  const found = id === '' ? undefined : await store.read(id);
  if (found === undefined) return html(missingPage(locale), 404);
  const { summary, mail } = found;
  if (part === undefined) return html(mailPage(summary, mail, locale));
  if (part === 'html' && typeof mail.html === 'string') {
    return { ...html(`<base target="_blank">${mail.html}`), headers: { 'content-security-policy': mailPolicy } };
  }
  const file = part === 'files' ? mail.attachments[Number(index)] : undefined;
  if (file === undefined) return html(missingPage(locale), 404);
  const name = encodeURIComponent(file.filename ?? 'file').replaceAll("'", '%27');
  return {
    status: 200,
    type: 'application/octet-stream',
    body: file.content,
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  };
}

async function view(url: URL, store: MailStore) {
  const search = searchOf(url);
  const all = matching(await store.list(), search);
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1);
  return { mails: all.slice((page - 1) * mailsOnPage, page * mailsOnPage), total: all.length, page, search };
}

function searchOf(url: URL): string {
  return url.searchParams.get('q')?.trim() ?? '';
}

function matching(mails: MailSummary[], search: string): MailSummary[] {
  const wanted = search.toLowerCase();
  return mails.filter(({ subject, to }) => [subject, ...to].some((text) => text.toLowerCase().includes(wanted)));
}

/** Deletes all, when a person pressed the button on our own page. */
async function clear(request: IncomingMessage, store: MailStore, port: number): Promise<Reply> {
  const { origin } = request.headers;
  if (origin !== undefined && !isOurs(URL.canParse(origin) ? new URL(origin).host : '', port)) return notAllowed;
  await store.clear();
  return { status: 303, type: 'text/plain', body: '', headers: { location: '/' } };
}

function isOurs(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function localeOf(request: IncomingMessage, url: URL): Locale {
  const cookie = /(?:^|;\s*)lang=(zh-CN|en)/.exec(request.headers.cookie ?? '')?.[1];
  const asked = url.searchParams.get('lang') ?? cookie ?? request.headers['accept-language'] ?? 'zh';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function html(body: string, status = 200): Reply {
  return { status, type: 'text/html', body };
}
