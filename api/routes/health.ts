/** For whoever watches the process: is it up, and can it do its work. */
import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Context } from '../../client/context.ts';

const readiness = z.object({ database: z.boolean(), temporal: z.boolean() });

export function healthRoutes(api: Api, { pool, temporal }: Context): void {
  api.get(
    '/healthz',
    {
      config: { access: 'anyone' },
      schema: { tags: ['health'], summary: 'The process is up', response: { 200: z.object({ up: z.boolean() }) } },
    },
    () => ({ up: true }),
  );

  api.get(
    '/readyz',
    {
      config: { access: 'anyone' },
      schema: {
        tags: ['health'],
        summary: 'Database and Temporal answer',
        response: { 200: readiness, 503: readiness },
      },
    },
    async (_request, reply) => {
      const database = pool.query('SELECT 1').then(
        () => true,
        () => false,
      );
      const ready = { database: await database, temporal: await temporal.isReachable() };
      return reply.status(ready.database && ready.temporal ? 200 : 503).send(ready);
    },
  );
}
