/** Rounds: list, preview, import, settings, assignments, launch. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { accepted, answers, created, nothing, type Api } from '../api.ts';
import { bodyLimits } from '../body-limits.ts';
import {
  discardRound,
  assignments,
  filePreview,
  importRound as roundToImport,
  previewRound as document,
  problem,
  roundDetail,
  roundPage,
  roundPreview,
  roundQuery,
  roundSettings,
  type RoundPreview,
} from '../contract.ts';
import { asOf, asOfQuery } from '../contract-as-of.ts';
import { localeOf } from '../locale.ts';
import { onlyDocument } from '../only-file.ts';
import type { Context } from '../../client/context.ts';
import { roundAsOf } from '../../client/items/as-of.ts';
import { assignItems } from '../../client/rounds/assign.ts';
import { discardDraft } from '../../client/rounds/draft.ts';
import { importRound } from '../../client/rounds/import.ts';
import { fileOf } from '../../client/rounds/repeated.ts';
import { changeRound, launchRound } from '../../client/rounds/launch.ts';
import { previewRound, round, rounds, roundSource, type Preview } from '../../client/rounds/rounds.ts';
import type { Locale } from '../../core/locale.ts';
import { actorOf } from '../../core/people/people.ts';
import { warningText } from '../../core/i18n/notice-warnings.ts';

const tags = ['rounds'];
const params = z.object({ roundId: z.string().max(60) });

export function roundRoutes(api: Api, context: Context): void {
  api.get(
    '/api/rounds',
    {
      config: { access: 'readRounds' },
      schema: { tags, summary: 'Rounds, the newest first', querystring: roundQuery, response: answers(roundPage) },
    },
    (request) => rounds(context, actorOf(signedIn(request)), request.query),
  );

  api.post(
    '/api/rounds/preview',
    {
      config: { access: 'importRound' },
      bodyLimit: bodyLimits.document,
      schema: { tags, summary: 'Read a document; nothing is kept', body: document, response: answers(roundPreview) },
    },
    async (request) => {
      return previewAnswer(await previewRound(actorOf(signedIn(request)), request.body.source), localeOf(request));
    },
  );

  api.post(
    '/api/rounds/preview-file',
    {
      config: { access: 'importRound' },
      schema: {
        tags,
        summary: 'Read a document of any kind that is read (multipart/form-data); nothing is kept',
        consumes: ['multipart/form-data'],
        response: answers(filePreview),
      },
    },
    async (request) => {
      const { name, bytes } = await onlyDocument(request);
      const read = await previewRound(actorOf(signedIn(request)), bytes);
      return { source: read.source, file: fileOf(name, bytes), ...previewAnswer(read, localeOf(request)) };
    },
  );

  api.post(
    '/api/rounds',
    {
      config: { access: 'importRound' },
      bodyLimit: bodyLimits.document,
      schema: {
        tags,
        summary: 'Make a draft round from a document',
        body: roundToImport,
        response: created(roundDetail),
      },
    },
    async (request, reply) =>
      reply.status(201).send(await importRound(context, actorOf(signedIn(request)), request.body)),
  );

  api.get(
    '/api/rounds/:roundId',
    {
      config: { access: 'readRounds' },
      schema: { tags, summary: 'One round', params, response: answers(roundDetail) },
    },
    (request) => round(context, actorOf(signedIn(request)), request.params.roundId),
  );

  api.get(
    '/api/rounds/:roundId/source',
    {
      config: { access: 'readRounds' },
      schema: { tags, summary: 'The document as it came', params, response: { 200: z.string(), '4xx': problem } },
    },
    async (request, reply) => {
      const source = await roundSource(context, actorOf(signedIn(request)), request.params.roundId);
      return reply.type('text/plain; charset=utf-8').serializer(String).send(source);
    },
  );

  api.get(
    '/api/rounds/:roundId/as-of',
    {
      config: { access: 'readRounds' },
      schema: {
        tags,
        summary: 'Its items and figures as they stood at the end of a past day',
        params,
        querystring: asOfQuery,
        response: answers(asOf),
      },
    },
    (request) => roundAsOf(context, signedIn(request), request.params.roundId, request.query),
  );

  api.post(
    '/api/rounds/:roundId/discard',
    {
      config: { access: 'importRound' },
      schema: { tags, summary: 'Give up a draft', params, body: discardRound, response: nothing },
    },
    async (request, reply) => {
      await discardDraft(context, actorOf(signedIn(request)), request.params.roundId, request.body);
      return reply.status(204).send(null);
    },
  );

  api.patch(
    '/api/rounds/:roundId',
    {
      config: { access: 'editRound' },
      bodyLimit: bodyLimits.lists,
      schema: {
        tags,
        summary: 'Start and policy of a draft',
        params,
        body: roundSettings,
        response: answers(roundDetail),
      },
    },
    (request) => changeRound(context, actorOf(signedIn(request)), request.params.roundId, request.body),
  );

  api.post(
    '/api/rounds/:roundId/assignments',
    {
      config: { access: 'assign' },
      bodyLimit: bodyLimits.document,
      schema: {
        tags,
        summary: 'Give items of a draft to people',
        params,
        body: assignments,
        response: answers(roundDetail),
      },
    },
    (request) => assignItems(context, actorOf(signedIn(request)), request.params.roundId, request.body.assignments),
  );

  api.post(
    '/api/rounds/:roundId/launch',
    {
      config: { access: 'launchRound' },
      schema: {
        tags,
        summary: 'Launch: one workflow for each item; harmless when repeated',
        params,
        response: accepted(roundDetail),
      },
    },
    async (request, reply) =>
      reply.status(202).send(await launchRound(context, actorOf(signedIn(request)), request.params.roundId)),
  );
}

const previewAnswer = ({ notice, itemCount, stated }: Preview, locale: Locale): RoundPreview => ({
  notice,
  itemCount,
  stated: [...stated],
  warnings: notice.warnings.map((warning) => warningText(warning, locale)),
});
