/** Files made of the ledger: lists and the notice of a round, the review file of an item. Reading them changes nothing. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { signedIn } from '../access.ts';
import type { Api } from '../api.ts';
import { attached, theBytes } from '../attachment.ts';
import { localeOf } from '../locale.ts';
import type { Context } from '../../client/context.ts';
import type { Paper } from '../../client/papers/paper.ts';
import { bulletin } from '../../client/papers/bulletin.ts';
import { reviewFile } from '../../client/papers/review-file.ts';
import { roundSheet } from '../../client/papers/round-sheet.ts';
import { actorOf } from '../../core/people/people.ts';
import { bulletinForms } from '../../core/round/bulletin.ts';
import { roundSheets } from '../../core/round/sheets.ts';

export function paperRoutes(api: Api, context: Context): void {
  api.get(
    '/api/rounds/:roundId/sheets/:sheet',
    {
      config: { access: 'readRounds' },
      schema: {
        tags: ['rounds'],
        summary: 'A list or ledger of the items one may see, as XLSX',
        params: z.object({ roundId: z.string().max(60), sheet: z.enum(roundSheets) }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { roundId, sheet } = request.params;
      return send(reply, await roundSheet(context, actorOf(signedIn(request)), roundId, sheet, localeOf(request)));
    },
  );

  api.get(
    '/api/rounds/:roundId/bulletin',
    {
      config: { access: 'readRounds' },
      schema: {
        tags: ['rounds'],
        summary: 'The progress notice, for whoever sees all items',
        params: z.object({ roundId: z.string().max(60) }),
        querystring: z.object({ form: z.enum(bulletinForms).default('docx'), lang: z.string().optional() }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const actor = actorOf(signedIn(request));
      return send(reply, await bulletin(context, actor, request.params.roundId, request.query.form, localeOf(request)));
    },
  );

  api.get(
    '/api/items/:itemId/review-file',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['items'],
        summary: 'All of one item, as XLSX',
        params: z.object({ itemId: z.string().max(60) }),
        response: theBytes,
      },
    },
    async (request, reply) =>
      send(reply, await reviewFile(context, actorOf(signedIn(request)), request.params.itemId, localeOf(request))),
  );
}

export const send = (reply: FastifyReply, { name, mediaType, bytes }: Paper): FastifyReply =>
  reply.headers(attached({ name, mediaType, length: bytes.byteLength })).send(Buffer.from(bytes));
