/** Templates to fill in, and what comes of them: looked at first, then written whole or not at all. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { answers, created, type Api } from '../api.ts';
import { theBytes } from '../attachment.ts';
import { formProgress, formReport, formRound, type FormReport } from '../contract.ts';
import { localeOf } from '../locale.ts';
import { onlyDocument } from '../only-file.ts';
import { sendPaper } from '../send-paper.ts';
import type { Context } from '../../client/context.ts';
import { importItems, previewItems } from '../../client/forms/items.ts';
import { previewProgress, progressForm, recordProgress } from '../../client/forms/progress.ts';
import { importRoster, previewRoster } from '../../client/forms/roster.ts';
import { template } from '../../client/forms/template.ts';
import { anyRefusalText } from '../../client/refusal-text.ts';
import type { FormReport as Report } from '../../core/forms/form.ts';
import { formChangeText, formFaultText } from '../../core/i18n/form-texts.ts';
import type { Locale } from '../../core/locale.ts';
import { actorOf } from '../../core/people/people.ts';

export function formRoutes(api: Api, context: Context): void {
  api.get(
    '/api/people/template',
    {
      config: { access: 'editPeople' },
      schema: { tags: ['people'], summary: 'The template of people and units, as XLSX', response: theBytes },
    },
    async (request, reply) =>
      sendPaper(reply, await template(context, actorOf(signedIn(request)), 'roster', localeOf(request))),
  );

  const handIn = { ...multipart, response: answers(formReport) };
  api.post(
    '/api/people/import/preview',
    {
      config: { access: 'editPeople' },
      schema: { ...handIn, tags: ['people'], summary: 'What a filled-in template would change; nothing is written' },
    },
    async (request) => {
      const { bytes } = await onlyDocument(request);
      return reportAnswer(await previewRoster(context, actorOf(signedIn(request)), bytes), localeOf(request));
    },
  );

  api.post(
    '/api/people/import',
    {
      config: { access: 'editPeople' },
      schema: { ...handIn, tags: ['people'], summary: 'Write people and units from a template, all or nothing' },
    },
    async (request) => {
      const { bytes } = await onlyDocument(request);
      return reportAnswer(await importRoster(context, actorOf(signedIn(request)), bytes), localeOf(request));
    },
  );

  api.get(
    '/api/rounds/template',
    {
      config: { access: 'importRound' },
      schema: { tags: ['rounds'], summary: 'The template of items and measures, as XLSX', response: theBytes },
    },
    async (request, reply) =>
      sendPaper(reply, await template(context, actorOf(signedIn(request)), 'items', localeOf(request))),
  );

  api.post(
    '/api/rounds/from-template/preview',
    {
      config: { access: 'importRound' },
      schema: { ...handIn, tags: ['rounds'], summary: 'What a filled-in template would become; nothing is written' },
    },
    async (request) => {
      const { bytes } = await onlyDocument(request);
      return reportAnswer(await previewItems(context, actorOf(signedIn(request)), bytes), localeOf(request));
    },
  );

  api.post(
    '/api/rounds/from-template',
    {
      config: { access: 'importRound' },
      schema: {
        ...multipart,
        tags: ['rounds'],
        summary: 'Make a draft round of a template, with who carries its items, all or nothing',
        querystring: z.object({ again: z.enum(['true', 'false']).optional() }),
        response: created(formRound),
      },
    },
    async (request, reply) => {
      const { name, bytes } = await onlyDocument(request);
      const given = { name, bytes, again: request.query.again === 'true' };
      const made = await importItems(context, actorOf(signedIn(request)), given);
      return reply.status(201).send({ ...reportAnswer(made, localeOf(request)), roundId: made.roundId });
    },
  );

  progressRoutes(api, context);
}

const tags = ['rounds'];
const roundParams = z.object({ roundId: z.string().max(60) });

function progressRoutes(api: Api, context: Context): void {
  api.get(
    '/api/rounds/:roundId/progress',
    {
      config: { access: 'recordProgress' },
      schema: {
        ...{ tags, summary: 'The sheet on which a unit reports how its items stand, as XLSX', params: roundParams },
        querystring: z.object({ unit: z.string().max(60), lang: z.string().optional() }),
        response: theBytes,
      },
    },
    async (request, reply) => {
      const { roundId } = request.params;
      const reader = actorOf(signedIn(request));
      return sendPaper(reply, await progressForm(context, reader, roundId, request.query.unit, localeOf(request)));
    },
  );

  api.post(
    '/api/rounds/:roundId/progress/preview',
    {
      config: { access: 'recordProgress' },
      schema: {
        ...multipart,
        ...{ tags, summary: 'What a sheet would record; nothing is written', params: roundParams },
        response: answers(formReport),
      },
    },
    async (request) => {
      const { bytes } = await onlyDocument(request);
      const report = await previewProgress(context, actorOf(signedIn(request)), request.params.roundId, bytes);
      return reportAnswer(report, localeOf(request));
    },
  );

  api.post(
    '/api/rounds/:roundId/progress',
    {
      config: { access: 'recordProgress' },
      schema: {
        ...multipart,
        ...{ tags, summary: 'Record for a unit what it reported on a sheet', params: roundParams },
        response: answers(formProgress),
      },
    },
    async (request) => {
      const sheet = await onlyDocument(request);
      const locale = localeOf(request);
      const made = await recordProgress(context, actorOf(signedIn(request)), request.params.roundId, sheet);
      const refused = made.refused.map(({ refusal, ...item }) => ({
        ...item,
        message: anyRefusalText(refusal, locale),
      }));
      return { ...reportAnswer(made, locale), refused };
    },
  );
}

const multipart = { consumes: ['multipart/form-data'] };

const reportAnswer = ({ entries, faults, ignored }: Report, locale: Locale): FormReport => ({
  entries: entries.map((entry) => ({
    ...entry,
    changes: entry.changes.map((change) => formChangeText(change, locale)),
  })),
  faults: faults.map((fault) => ({ ...fault, message: formFaultText(fault, locale) })),
  ignored: [...ignored],
});
