/** What every answer says about itself to the browser. */
import type { FastifyInstance } from 'fastify';

/** antd writes its styles into the page while it runs; scripts come from our own files alone. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function addHeaders(app: FastifyInstance, isHttps: boolean): void {
  app.addHook('onSend', async (request, reply) => {
    const headers: Record<string, string> = {
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-request-id': request.id,
    };
    if (isHttps) headers['strict-transport-security'] = 'max-age=31536000';
    // A route that is stricter with its own answer, such as a file, keeps what it said.
    if (!reply.hasHeader('content-security-policy')) headers['content-security-policy'] = pagePolicy;
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) headers['cache-control'] = 'no-store';
    void reply.headers(headers);
  });
}
