/** For whoever watches the process: is it up, and can it do its work. */
import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Context } from '../../client/context.ts';
import { partStates, readiness } from '../../client/readiness.ts';

const state = z.enum(partStates);
const count = z.number().int().nullable();
const readinessSchema = z.object({
  isReady: z.boolean(),
  parts: z.object({ database: state, runs: state, worker: state, files: state }),
  troubles: z.object({ failingRuns: count, missedWakes: count, retriedCommits: count, unscannedFiles: count }),
});

export function healthRoutes(api: Api, context: Context): void {
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
        summary: 'Every part can do its work, and what goes wrong with single items',
        response: { 200: readinessSchema, 503: readinessSchema },
      },
    },
    async (_request, reply) => {
      const found = await readiness(context);
      return reply.status(found.isReady ? 200 : 503).send(found);
    },
  );
}
