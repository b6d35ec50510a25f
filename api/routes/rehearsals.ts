/** The rehearsal of a round: begun, looked at, broken off. It is played by a process of its own. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { accepted, answers, nothing, type Api } from '../api.ts';
import { rehearsalAsked, rehearsalOnDesk, rehearsalShown, type RehearsalShown } from '../contract-rehearsal.ts';
import { localeOf } from '../locale.ts';
import type { Context } from '../../client/context.ts';
import { anyRefusalText } from '../../client/refusal-text.ts';
import { openDesk, type OnDesk } from '../../client/rehearsal/desk.ts';
import type { Locale } from '../../core/locale.ts';
import { loggable } from '../../core/loggable.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['rounds'];
const params = z.object({ roundId: z.string().max(60) });

export function rehearsalRoutes(api: Api, context: Context): void {
  const desk = openDesk(context, (error) => api.log.error({ err: loggable(error) }, 'a rehearsal failed'));
  const url = '/api/rounds/:roundId/rehearsal';

  api.post(
    url,
    {
      config: { access: 'launchRound' },
      schema: {
        tags,
        summary: 'Play the round on a copy with skipped time; nothing reaches anybody',
        params,
        body: rehearsalAsked,
        response: accepted(rehearsalShown),
      },
    },
    async (request, reply) => {
      const begun = await desk.begin(actorOf(signedIn(request)), request.params.roundId, request.body);
      return reply.status(202).send(shown(begun, localeOf(request)));
    },
  );

  api.get(
    url,
    {
      config: { access: 'launchRound' },
      schema: {
        tags,
        summary: 'How far the rehearsal is, or what it came to',
        params,
        response: answers(rehearsalOnDesk),
      },
    },
    (request) => {
      const found = desk.of(request.params.roundId);
      return { rehearsal: found === null ? null : shown(found, localeOf(request)) };
    },
  );

  api.delete(
    url,
    {
      config: { access: 'launchRound' },
      schema: { tags, summary: 'Break the rehearsal off', params, response: nothing },
    },
    async (request, reply) => {
      desk.stop(request.params.roundId);
      return reply.status(204).send(null);
    },
  );
}

function shown({ roundId, until, assumption, by, progress, end }: OnDesk, locale: Locale): RehearsalShown {
  const { on, mails } = progress;
  const { before, after } = end?.kind === 'done' ? end.rehearsed : { before: null, after: null };
  return {
    ...{ roundId, until, assumption, by, on, mails, before, after },
    state: end?.kind ?? 'playing',
    message: end?.kind === 'refused' ? anyRefusalText(end.refusal, locale) : null,
  };
}
