/** Items, read. */
import { z } from 'zod';
import { actingFrom } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { inPlaceOf, itemDetail, itemExplanation, itemPage, itemQuery, itemRules } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { explainItem } from '../../client/items/explain.ts';
import { item, items, rulesOfItem } from '../../client/items/items.ts';

const tags = ['items'];

export function itemRoutes(api: Api, context: Context): void {
  api.get(
    '/api/items',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Items the signed-in person may see',
        querystring: itemQuery.extend(inPlaceOf.shape),
        response: answers(itemPage),
      },
    },
    async (request) => items(context, await actingFrom(context, request), request.query),
  );

  api.get(
    '/api/items/:itemId',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'One item with its whole history',
        params: z.object({ itemId: z.string().max(60) }),
        querystring: inPlaceOf,
        response: answers(itemDetail),
      },
    },
    async (request) => item(context, await actingFrom(context, request), request.params.itemId),
  );

  api.get(
    '/api/items/:itemId/rules',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'The rules of its round that it is judged by',
        params: z.object({ itemId: z.string().max(60) }),
        querystring: inPlaceOf,
        response: answers(itemRules),
      },
    },
    async (request) => rulesOfItem(context, await actingFrom(context, request), request.params.itemId),
  );

  api.get(
    '/api/items/:itemId/explanation',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Why each of its dates, mails and letters is when it is',
        params: z.object({ itemId: z.string().max(60) }),
        querystring: inPlaceOf,
        response: answers(itemExplanation),
      },
    },
    async (request) => explainItem(context, await actingFrom(context, request), request.params.itemId),
  );
}
