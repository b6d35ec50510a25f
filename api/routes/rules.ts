/** Working calendars, and other rules for rounds under way. */
import { signedIn } from '../access.ts';
import { answers, created, type Api } from '../api.ts';
import {
  calendarList,
  calendarVersion,
  readCalendarYear,
  rulesApplied,
  rulesChange,
  rulesPreview,
  rulesToApply,
  yearToAdd,
} from '../contract.ts';
import { localeOf } from '../locale.ts';
import type { Context } from '../../client/context.ts';
import { anyRefusalText } from '../../client/refusal-text.ts';
import { applyRules } from '../../client/rules/apply.ts';
import { addYear, calendars, readYear } from '../../client/rules/calendars.ts';
import { previewRules } from '../../client/rules/change.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['rules'];

export function ruleRoutes(api: Api, context: Context): void {
  api.get(
    '/api/calendars',
    {
      config: { access: 'readRounds' },
      schema: { tags, summary: 'Versions of the working calendar, the newest first', response: answers(calendarList) },
    },
    (request) => calendars(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/calendars/read',
    {
      config: { access: 'changeRules' },
      schema: {
        tags,
        summary: 'Read the notice of a year; nothing is kept',
        body: yearToAdd,
        response: answers(readCalendarYear),
      },
    },
    (request) => readYear(actorOf(signedIn(request)), request.body),
  );

  api.post(
    '/api/calendars',
    {
      config: { access: 'changeRules' },
      schema: { tags, summary: 'Add a year, or put one right', body: yearToAdd, response: created(calendarVersion) },
    },
    async (request, reply) => reply.status(201).send(await addYear(context, actorOf(signedIn(request)), request.body)),
  );

  api.post(
    '/api/rules/preview',
    {
      config: { access: 'changeRules' },
      schema: {
        tags,
        summary: 'Which dates would move, and who would be told; nothing is kept',
        body: rulesChange,
        response: answers(rulesPreview),
      },
    },
    (request) => previewRules(context, actorOf(signedIn(request)), request.body),
  );

  api.post(
    '/api/rules/apply',
    {
      config: { access: 'changeRules' },
      schema: {
        tags,
        summary: 'Put other rules in the place of those of rounds under way',
        body: rulesToApply,
        response: answers(rulesApplied),
      },
    },
    async (request) => {
      const { refused, ...done } = await applyRules(context, actorOf(signedIn(request)), request.body);
      const locale = localeOf(request);
      return {
        ...done,
        refused: refused.map(({ itemId, refusal }) => ({
          itemId,
          code: refusal.code,
          message: anyRefusalText(refusal, locale),
        })),
      };
    },
  );
}
