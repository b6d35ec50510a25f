/** Items, read. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { itemDetail, itemExplanation, itemPage, itemQuery } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { explainItem } from '../../client/items/explain.ts';
import { item, items } from '../../client/items/items.ts';

const tags = ['items'];

export function itemRoutes(api: Api, context: Context): void {
  api.get(
    '/api/items',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Items the signed-in person may see',
        querystring: itemQuery,
        response: answers(itemPage),
      },
    },
    (request) => items(context, signedIn(request), request.query),
  );

  api.get(
    '/api/items/:itemId',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'One item with its whole history',
        params: z.object({ itemId: z.string().max(60) }),
        response: answers(itemDetail),
      },
    },
    (request) => item(context, signedIn(request), request.params.itemId),
  );

  api.get(
    '/api/items/:itemId/explanation',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Why each of its dates, mails and letters is when it is',
        params: z.object({ itemId: z.string().max(60) }),
        response: answers(itemExplanation),
      },
    },
    (request) => explainItem(context, signedIn(request), request.params.itemId),
  );
}
