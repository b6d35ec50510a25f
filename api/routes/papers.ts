/** Files made of the ledger: lists of a round, the review file of an item. Reading them changes nothing. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import type { Api } from '../api.ts';
import { theBytes } from '../attachment.ts';
import { localeOf } from '../locale.ts';
import { sendPaper } from '../send-paper.ts';
import type { Context } from '../../client/context.ts';
import { letterPaper } from '../../client/papers/letter.ts';
import { reviewFile } from '../../client/papers/review-file.ts';
import { roundSheet } from '../../client/papers/round-sheet.ts';
import { date } from '../../client/primitives.ts';
import { actorOf } from '../../core/people/people.ts';
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
        querystring: z.object({ on: date.optional(), lang: z.string().optional() }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { roundId, sheet } = request.params;
      const ask = { sheet, on: request.query.on };
      return sendPaper(reply, await roundSheet(context, actorOf(signedIn(request)), roundId, ask, localeOf(request)));
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
      sendPaper(reply, await reviewFile(context, actorOf(signedIn(request)), request.params.itemId, localeOf(request))),
  );

  api.get(
    '/api/items/:itemId/letters/:seq',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['items'],
        summary: 'A numbered letter as DOCX, by the fact that called for it',
        params: letterParams,
        querystring: z.object({ lang: z.string().optional() }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { itemId, seq } = request.params;
      return sendPaper(reply, await letterPaper(context, actorOf(signedIn(request)), itemId, seq, localeOf(request)));
    },
  );
}

const letterParams = z.object({ itemId: z.string().max(60), seq: z.coerce.number().int().min(1).max(1_000_000) });
