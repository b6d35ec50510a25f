/** Evidence bundles, made while they are sent. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import type { Api } from '../api.ts';
import { harmless } from '../attachment.ts';
import { problem } from '../contract.ts';
import { bundleOfItem, bundleOfRound, type Bundle } from '../../client/bundle/bundle.ts';
import type { Context } from '../../client/context.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['bundles'];
const response = {
  200: { description: 'A ZIP', content: { 'application/zip': { schema: z.any() } } },
  '4xx': problem,
  '5xx': problem,
};

export function bundleRoutes(api: Api, context: Context): void {
  api.get(
    '/api/items/:itemId/bundle',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'All that is known of an item, with a program that verifies it',
        params: z.object({ itemId: z.string().max(60) }),
        response,
      },
    },
    async (request, reply) => {
      const made = await bundleOfItem(context, actorOf(signedIn(request)), request.params.itemId);
      return reply.headers(headersOf(made)).send(made.bytes);
    },
  );

  api.get(
    '/api/rounds/:roundId/bundle',
    {
      config: { access: 'readRounds' },
      schema: {
        tags,
        summary: 'The same of the items of a round that one may see',
        params: z.object({ roundId: z.string().max(60) }),
        response,
      },
    },
    async (request, reply) => {
      const made = await bundleOfRound(context, actorOf(signedIn(request)), request.params.roundId);
      return reply.headers(headersOf(made)).send(made.bytes);
    },
  );
}

const headersOf = ({ name }: Bundle) => ({
  'content-type': 'application/zip',
  'content-disposition': `attachment; filename="${name}.zip"`,
  ...harmless,
});
