/** The OpenAPI document and its page, at /api/docs. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { enThings } from '../core/i18n/en/things.ts';
import { zhThings } from '../core/i18n/zh/things.ts';
import { sessionCookie } from './access.ts';

const description = `Sign in with \`POST /api/session\`; the answer sets the session cookie.

Every "no" has the form \`{code, message, facts}\`: \`message\` is a sentence in the language of \`?lang\`, the cookie \`lang\`, the
person or the browser. Requests that change something are JSON (or multipart for files) and must come from this site.
An answer 202 with the code \`outcomeUnknown\` means: sent, not answered yet; repeat it with the same \`commandId\`.`;

export async function serveDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${enThings.product} · ${zhThings.product}`, version: '0.1.0', description },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // Within no frame, from no other base, and with nothing from anybody else, as our own pages.
    transformStaticCSP: (policy) =>
      policy
        .replace("base-uri 'self'", "base-uri 'none'")
        .replace("frame-ancestors 'self'", "frame-ancestors 'none'")
        .replace(' validator.swagger.io', ''),
  });
}
