/** The progress notice of a round: what is decided about it, and the files that it becomes. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { answers, nothing, type Api } from '../api.ts';
import { theBytes } from '../attachment.ts';
import { bodyLimits } from '../body-limits.ts';
import { bulletinDrafting, bulletinPreview, bulletinQuery, draftingQuery } from '../contract-bulletin.ts';
import { localeOf } from '../locale.ts';
import { sendPaper } from '../send-paper.ts';
import { bulletinApproval, bulletinEntry, bulletinFrame } from '../../client/bulletin/bulletin-bodies.ts';
import { approveBulletinEntry, setBulletinEntry, setBulletinFrame } from '../../client/bulletin/decide.ts';
import { bulletinDraft } from '../../client/bulletin/drafting.ts';
import type { Context } from '../../client/context.ts';
import { bulletin, previewBulletin } from '../../client/papers/bulletin.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['rounds'];
const params = z.object({ roundId: z.string().max(60) });
const itemParams = params.extend({ itemId: z.string().max(60) });

export function bulletinRoutes(api: Api, context: Context): void {
  api.get(
    '/api/rounds/:roundId/bulletin',
    {
      config: { access: 'readRounds' },
      schema: {
        tags,
        summary: 'The progress notice, for whoever sees all items',
        params,
        querystring: bulletinQuery,
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { params: of, query } = request;
      return sendPaper(
        reply,
        await bulletin(context, actorOf(signedIn(request)), of.roundId, query, localeOf(request)),
      );
    },
  );

  api.get(
    '/api/rounds/:roundId/bulletin/draft',
    {
      config: { access: 'readRounds' },
      schema: {
        tags,
        summary: 'What the notice is made of, and every version of what was decided',
        params,
        querystring: draftingQuery,
        response: answers(bulletinDrafting),
      },
    },
    (request) => bulletinDraft(context, actorOf(signedIn(request)), request.params.roundId, request.query.on),
  );

  api.get(
    '/api/rounds/:roundId/bulletin/preview',
    {
      config: { access: 'readRounds' },
      schema: {
        tags,
        summary: 'The notice line by line, each piece with what it rests on',
        params,
        querystring: bulletinQuery.omit({ form: true }),
        response: answers(bulletinPreview),
      },
    },
    async (request) => {
      const { params: of, query } = request;
      const blocks = await previewBulletin(context, actorOf(signedIn(request)), of.roundId, query, localeOf(request));
      return blocks.map(({ spans, ...block }) => ({
        ...block,
        spans: spans.map(({ text, from }) => ({ text, from: [...from] })),
      }));
    },
  );

  api.put(
    '/api/rounds/:roundId/bulletin/entries/:itemId',
    {
      config: { access: 'editBulletin' },
      bodyLimit: bodyLimits.texts,
      schema: {
        tags,
        summary: 'Whether the notice tells of an item, and in which words',
        params: itemParams,
        body: bulletinEntry,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { roundId, itemId } = request.params;
      await setBulletinEntry(context, actorOf(signedIn(request)), roundId, itemId, request.body);
      return reply.status(204).send(null);
    },
  );

  api.post(
    '/api/rounds/:roundId/bulletin/entries/:itemId/approve',
    {
      config: { access: 'readRounds' },
      bodyLimit: bodyLimits.fields,
      schema: {
        tags,
        summary: 'Agree that an item is left out; nobody agrees to a proposal of their own',
        params: itemParams,
        body: bulletinApproval,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { roundId, itemId } = request.params;
      await approveBulletinEntry(context, actorOf(signedIn(request)), roundId, itemId, request.body.version);
      return reply.status(204).send(null);
    },
  );

  api.put(
    '/api/rounds/:roundId/bulletin/frame',
    {
      config: { access: 'editBulletin' },
      bodyLimit: bodyLimits.texts,
      schema: {
        tags,
        summary: 'Opening, organ, contact and date of the notice',
        params,
        body: bulletinFrame,
        response: nothing,
      },
    },
    async (request, reply) => {
      await setBulletinFrame(context, actorOf(signedIn(request)), request.params.roundId, request.body);
      return reply.status(204).send(null);
    },
  );
}
