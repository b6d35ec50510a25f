/** Signing in and out. */
import { z } from 'zod';
import { sessionCookie, signedIn } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { person, problem, signIn as credentials } from '../contract.ts';
import { Brake } from '../../client/people/brake.ts';
import type { Context } from '../../client/context.ts';
import { sessionMs, signIn, signOut } from '../../client/people/sessions.ts';

export function sessionRoutes(api: Api, context: Context, isHttps: boolean): void {
  const brake = new Brake();

  api.get(
    '/api/session',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['session'], summary: 'Who is signed in', response: answers(person) },
    },
    (request) => signedIn(request),
  );

  api.post(
    '/api/session',
    {
      config: { access: 'anyone' },
      schema: { tags: ['session'], summary: 'Sign in', body: credentials, response: answers(person) },
    },
    async (request, reply) => {
      const { person, token } = await signIn(context, brake, { ...request.body, address: request.ip });
      void reply.setCookie(sessionCookie, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: isHttps || request.protocol === 'https',
        maxAge: sessionMs / 1000,
      });
      return person;
    },
  );

  api.delete(
    '/api/session',
    {
      config: { access: 'anyone' },
      schema: { tags: ['session'], summary: 'Sign out', response: { 204: z.null(), '4xx': problem } },
    },
    async (request, reply) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined) await signOut(context, token);
      return reply.clearCookie(sessionCookie, { path: '/' }).status(204).send(null);
    },
  );
}
