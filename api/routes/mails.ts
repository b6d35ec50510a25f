/** The mail log. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { mailPage, mailsHurried, problem } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { mails, sendMailsNow } from '../../client/mails.ts';
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
        response: { 202: mailsHurried, '4xx': problem, '5xx': problem },
      },
    },
    async (request, reply) => reply.status(202).send(await sendMailsNow(context, actorOf(signedIn(request)))),
  );
}
