/** Every "no" and every fault leave the API in one form, in the reader's language. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './locale.ts';
import type { Problem } from './contract.ts';
import { statusOf } from './status.ts';
import type { Context } from '../client/context.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { outageOf } from '../client/outage.ts';
import { Refused, type AnyRefusal } from '../client/refused.ts';
import type { Names } from '../core/i18n/names.ts';
import type { Locale } from '../core/locale.ts';

/** PostgreSQL recovers, and a server begins again, within seconds. */
const retryAfterSeconds = 10;

export function answerErrors(app: FastifyInstance, context: Context): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = refusalOf(error, request);
    if (refusal.code === 'partAway')
      request.log.error({ err: error, route: request.routeOptions.url, part: refusal.part }, 'a part is away');
    // Whoever hung up in the middle is no fault of ours, and reads no answer.
    if (request.raw.socket.destroyed) request.log.info({ route: request.routeOptions.url }, 'the caller has gone');
    else if (refusal.code === 'ours')
      request.log.error({ err: error, route: request.routeOptions.url }, 'fault of ours');
    await refuse(request, reply, refusal, refusal.code === 'ours' || refusal.code === 'partAway' ? null : context);
  });
}

/** @param context where the names of people in the sentence are looked up; null where that must not be tried */
export async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: AnyRefusal,
  context: Context | null,
): Promise<FastifyReply> {
  const { code } = refusal;
  const names = context !== null && namesPeople(refusal) ? await namesOfAll(context) : {};
  if (code === 'partAway') void reply.header('retry-after', String(retryAfterSeconds));
  if (code === 'tooManyAttempts' || code === 'tooManyRequests')
    void reply.header('retry-after', String(refusal.seconds));
  return reply.status(statusOf[code]).send(problemOf(refusal, localeOf(request), names));
}

export function problemOf(refusal: AnyRefusal, locale: Locale, names: Partial<Names>): Problem {
  const { code, ...facts } = refusal;
  return { code, message: anyRefusalText(refusal, locale, names), facts };
}

/** Our own refusals pass; the framework's become ours; all else is a fault of ours, told by its reference alone. */
export function refusalOf(error: FastifyError, request: FastifyRequest): AnyRefusal {
  if (error instanceof Refused) return error.refusal;
  if (isCut(error)) return { code: 'uploadCut' };
  const outage = outageOf(error);
  if (outage !== null) return outage;
  const given = request.headers['content-type'] ?? '';
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'wrongMediaType', allowed: 'application/json', given };
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return { code: 'wrongMediaType', allowed: 'multipart/form-data', given };
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return { code: 'notFound', what: 'page', id: request.url.slice(0, 200) };
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'bodyTooLarge', mostBytes: request.routeOptions.bodyLimit };
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return { code: 'severalFiles', given: 2 };
  }
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  if (isCallers) return { code: 'badInput', faults: [{ path: '', allowed: 'JSON', given: '' }] };
  return { code: 'ours', reference: request.id };
}

/** What the reader of multipart bodies says of one that ends in the middle or is none; it gives its errors no code. */
const isCut = ({ code, message }: FastifyError): boolean =>
  code === 'ERR_STREAM_PREMATURE_CLOSE' ||
  /^(?:Unexpected end of (?:form|file|multipart data)|Malformed part header|Part terminated early|Multipart: Boundary|The needle cannot)/.test(
    message,
  );

const namesPeople = (refusal: AnyRefusal): boolean =>
  'by' in refusal ||
  'personId' in refusal ||
  'applicantId' in refusal ||
  'reviewerId' in refusal ||
  'requesterId' in refusal;
