/** Acts on an item: one route for each command, so that each has its own body in the documentation. */
import { z } from 'zod';
import { actingFrom } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { actBodyLimit } from '../body-limits.ts';
import { actAnswer, actBodies, inPlaceOf, problem } from '../contract.ts';
import { act } from '../../client/items/acts.ts';
import type { Context } from '../../client/context.ts';
import { actsOfItems, type CommandType } from '../../core/item/acts.ts';
import type { Press } from '../../core/item/command.ts';

/** submitPlan → submit-plan */
export const kebab = (type: CommandType): string => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function actRoutes(api: Api, context: Context): void {
  for (const type of actsOfItems)
    api.post(
      `/api/items/:itemId/acts/${kebab(type)}`,
      {
        config: { access: 'signedIn' },
        bodyLimit: actBodyLimit(type),
        schema: {
          tags: ['acts'],
          summary: type,
          params: z.object({ itemId: z.string().max(60) }),
          querystring: inPlaceOf,
          body: actBodies[type],
          response: { ...answers(actAnswer), 202: problem },
        },
      },
      async (request, reply) => {
        // Whatever the body says, the actor is the person of the session; in whose place, the ledger says.
        const press = { ...request.body, type, actor: await actingFrom(context, request) } as Press;
        return reply.status(200).send(await act(context, request.params.itemId, press));
      },
    );
}
