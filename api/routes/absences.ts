/** Who is away, and who stands in. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { answers, created, type Api } from '../api.ts';
import { absence, listedAbsence, newAbsence } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { absences, endAbsence, enterAbsence } from '../../client/people/absences.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['people'];

export function absenceRoutes(api: Api, context: Context): void {
  api.get(
    '/api/absences',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Absences that last or are to come: one’s own and those one stands in for; all of them for admins',
        response: answers(z.array(listedAbsence)),
      },
    },
    (request) => absences(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/absences',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'Enter an absence, one’s own or as an admin',
        body: newAbsence,
        response: created(absence),
      },
    },
    async (request, reply) =>
      reply.status(201).send(await enterAbsence(context, actorOf(signedIn(request)), request.body)),
  );

  api.post(
    '/api/absences/:absenceId/end',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        summary: 'End it before its last day; the same again changes nothing',
        params: z.object({ absenceId: z.string().max(60) }),
        response: answers(absence),
      },
    },
    (request) => endAbsence(context, actorOf(signedIn(request)), request.params.absenceId),
  );
}
