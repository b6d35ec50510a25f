/** The language of an answer: asked for in the address, chosen in the browser, the person's own, the browser's, Chinese. */
import type { FastifyRequest } from 'fastify';
import { locales, type Locale } from '../core/locale.ts';

export function localeOf(request: FastifyRequest): Locale {
  // An address that cannot be decoded has no query, and still gets an answer that can be read.
  const lang = (request.query as { readonly lang?: unknown } | null)?.lang;
  return (
    known(lang) ??
    known(request.cookies?.['lang']) ??
    request.caller?.person.locale ??
    accepted(request.headers['accept-language']) ??
    'zh-CN'
  );
}

function known(value: unknown): Locale | undefined {
  if (value === 'zh') return 'zh-CN';
  return locales.find((locale) => locale === value);
}

/** The first language of the header that is one of ours; browsers list what they like best first. */
const accepted = (header: string | undefined): Locale | undefined =>
  header
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .map((language) => (language === 'en' ? 'en' : language === 'zh' ? 'zh-CN' : undefined))
    .find((locale) => locale !== undefined);
