/** Links to a password: asked for and opened by whoever is not signed in. What a link opens is in the body, never in an address. */
import { z } from 'zod';
import { accepted, answers, created, nothing, type Api } from '../api.ts';
import { accountLink, askReset, chosenPassword, linkToken, person, setUp as setUpBody } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { askForReset, choosePassword, readLink, setUp } from '../../client/people/account-links.ts';

const tags = ['session'];
const config = { access: 'anyone' } as const;

export function accountLinkRoutes(api: Api, context: Context): void {
  api.post(
    '/api/set-up',
    {
      config,
      schema: {
        tags,
        summary: 'The first admin, by the link of the first start',
        body: setUpBody,
        response: created(person),
      },
    },
    async (request, reply) => reply.status(201).send(await setUp(context, request.body)),
  );

  api.post(
    '/api/password-resets',
    {
      config,
      schema: {
        tags,
        summary: 'Ask for a link to a new password; the answer never tells whether anybody got one',
        body: askReset,
        response: accepted(z.null()),
      },
    },
    async (request, reply) => {
      await askForReset(context, { email: request.body.email, address: request.ip });
      return reply.status(202).send(null);
    },
  );

  api.post(
    '/api/account-links/read',
    { config, schema: { tags, summary: 'What a link is for', body: linkToken, response: answers(accountLink) } },
    (request) => readLink(context, request.body.token),
  );

  api.post(
    '/api/account-links/use',
    {
      config,
      schema: {
        tags,
        summary: 'Choose a password; ends the link and all sessions',
        body: chosenPassword,
        response: nothing,
      },
    },
    async (request, reply) => {
      await choosePassword(context, request.body);
      return reply.status(204).send(null);
    },
  );
}
