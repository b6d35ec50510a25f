/** The mail page's HTML: the list, one mail, and what stands where there is none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';
import type { MailSummary } from './store.ts';
import { mailPageWords } from './words.ts';
import { dateTime, list } from '../../core/i18n/format.ts';
import { localeNames, otherLocale } from '../../core/i18n/locale-names.ts';
import type { Locale } from '../../core/locale.ts';

export const style = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

export const mailsOnPage = 50;

/** The list of mails, newest first. */
export function listPage(
  view: { mails: readonly MailSummary[]; total: number; page: number; search: string },
  locale: Locale,
): string {
  const words = mailPageWords(locale);
  const { mails, total, page, search } = view;
  const last = Math.max(1, Math.ceil(total / mailsOnPage));
  const link = (to: number, text: string) =>
    `<a href="/?${escape(new URLSearchParams({ q: search, page: String(to) }).toString())}">${text}</a>`;
  const rows = mails.map(
    (mail) => `<li><a href="/mails/${mail.id}">
      <span class="subject">${escape(mail.subject) || words.noSubject}</span>
      <time datetime="${mail.caughtAt}">${dateTime(mail.caughtAt, locale)}</time>
      <span class="to">${escape(words.to(list(mail.to, locale)))}</span>
      ${mail.attachments.length > 0 ? `<span class="files">${words.files(mail.attachments.length)}</span>` : ''}
    </a></li>`,
  );
  const empty = `<p class="paper empty">${search === '' ? words.none : words.noneFound}</p>`;
  return frame(
    words.title,
    locale,
    `<h1>${words.title}</h1>
    <p class="lead">${words.lead}${words.count(total)}</p>
    <div class="tools">
      <form method="get" action="/"><div><label for="q">${words.search}</label>
        <input id="q" name="q" type="search" value="${escape(search)}"></div><button>${words.searchButton}</button></form>
      ${total > 0 && search === '' ? `<form method="post" action="/clear"><button class="danger">${words.clear}</button></form>` : ''}
    </div>
    ${rows.length > 0 ? `<ul class="mails paper">${rows.join('')}</ul>` : empty}
    ${last > 1 ? `<nav class="pages" aria-label="${words.pages}">${page > 1 ? link(page - 1, words.newer) : ''}<span class="quiet">${words.pageOf(page, last)}</span>${page < last ? link(page + 1, words.older) : ''}</nav>` : ''}`,
  );
}

/** One mail: who, when, the rendered part, the plain text and every header. */
export function mailPage(summary: MailSummary, mail: ParsedMail, locale: Locale): string {
  const words = mailPageWords(locale);
  const subject = summary.subject || words.noSubject;
  const facts: [string, string][] = [
    [words.from, escape(summary.from)],
    [words.recipient, escape(list(summary.to, locale))],
    [words.date, `<time datetime="${summary.caughtAt}">${dateTime(summary.caughtAt, locale)}</time>`],
  ];
  const files = mail.attachments
    .map((file, index) => ({ file, index }))
    .filter(({ file }) => !file.related)
    .map(
      ({ file, index }) =>
        `<a href="/mails/${summary.id}/files/${index}">${escape(file.filename ?? words.unnamed)}</a>`,
    );
  if (files.length > 0) facts.push([words.attachments, files.join('<br>')]);
  const rendered = `<h2>${words.rendered}</h2><div class="paper"><iframe title="${words.rendered}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${summary.id}/html"></iframe></div>`;
  return frame(
    subject,
    locale,
    `<p><a href="/">${words.back}</a></p>
    <h1>${escape(subject)}</h1>
    <dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
    ${typeof mail.html === 'string' ? rendered : ''}
    ${mail.text === undefined ? '' : `<h2>${words.plain}</h2><div class="paper"><pre class="text">${escape(mail.text)}</pre></div>`}
    <details><summary>${words.headers}</summary><div class="paper"><pre>${escape(mail.headerLines.map(({ line }) => line).join('\n'))}</pre></div></details>`,
  );
}

export function missingPage(locale: Locale): string {
  const words = mailPageWords(locale);
  return frame(
    words.missing,
    locale,
    `<h1>${words.missing}</h1><p class="lead">${words.missingWhy}</p><p><a href="/">${words.back}</a></p>`,
  );
}

function frame(title: string, locale: Locale, main: string): string {
  const words = mailPageWords(locale);
  const other = otherLocale(locale);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(title)} · Rectify</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><header><div><a class="name" href="/">${words.name}</a><a class="language" href="?lang=${other}" lang="${other}">${localeNames[other]}</a></div></header>
<main>${main}</main></body></html>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
