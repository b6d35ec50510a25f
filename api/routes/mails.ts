/** The mail log. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { accepted, answers, type Api } from '../api.ts';
import { mailPage, mailsAgain, mailsHurried } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { mails, sendMailsAgain, sendMailsNow } from '../../client/mails.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['mails'];

export function mailRoutes(api: Api, context: Context): void {
  api.get(
    '/api/mails',
    {
      config: { access: 'readMails' },
      schema: {
        tags,
        summary: 'Mails, newest first, and what waits for its slot',
        querystring: z.object({
          before: z.coerce.number().int().positive().optional(),
          /** Only those that may have arrived twice. */
          mayHaveDoubled: z.stringbool().default(false),
        }),
        response: answers(mailPage),
      },
    },
    (request) => {
      const { before = null, mayHaveDoubled } = request.query;
      return mails(context, actorOf(signedIn(request)), { before, mayHaveDoubled });
    },
  );

  api.post(
    '/api/mails/send-now',
    {
      config: { access: 'sendMailsNow' },
      schema: {
        tags,
        summary: 'Let everything that waits leave now',
        response: accepted(mailsHurried),
      },
    },
    async (request, reply) => reply.status(202).send(await sendMailsNow(context, actorOf(signedIn(request)))),
  );

  api.post(
    '/api/mails/:mailId/send-again',
    {
      config: { access: 'sendMailsNow' },
      schema: {
        tags,
        summary: 'Try a mail again that was refused for good',
        params: z.object({ mailId: z.coerce.number().int().positive() }),
        response: accepted(mailsAgain),
      },
    },
    async (request, reply) => {
      const { mailId } = request.params;
      return reply.status(202).send(await sendMailsAgain(context, actorOf(signedIn(request)), { mailId }));
    },
  );

  api.post(
    '/api/people/:personId/send-mails-again',
    {
      config: { access: 'sendMailsNow' },
      schema: {
        tags,
        summary: 'Try all mails of a person again that were refused for good',
        params: z.object({ personId: z.string().max(60) }),
        response: accepted(mailsAgain),
      },
    },
    async (request, reply) => {
      const { personId } = request.params;
      return reply.status(202).send(await sendMailsAgain(context, actorOf(signedIn(request)), { personId }));
    },
  );
}
