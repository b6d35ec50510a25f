/** Signing in and out. */
import { z } from 'zod';
import { callerOf, deviceCookie, sessionCookie, signedIn, tokenOf } from '../access.ts';
import { answers, nothing, type Api } from '../api.ts';
import { ownPassword, ownPerson, ownSession, problem, signedOut, signIn as signInBody } from '../contract.ts';
import { cookieOptions, keepSession } from '../cookies.ts';
import type { Context } from '../../client/context.ts';
import type { Provider } from '../../client/people/openid-provider.ts';
import {
  changeOwnPassword,
  endFormer,
  ownSessions,
  signIn,
  signOut,
  signOutElsewhere,
} from '../../client/people/sessions.ts';

export function sessionRoutes(api: Api, context: Context, provider: Provider | null, isHttps: boolean): void {
  api.get(
    '/api/session',
    {
      config: { access: 'ownAccount' },
      schema: { tags: ['session'], summary: 'Who is signed in', response: answers(ownPerson) },
    },
    (request) => {
      const { person, owesSecondFactor } = callerOf(request);
      return { ...person, owesSecondFactor };
    },
  );

  api.post(
    '/api/session',
    {
      config: { access: 'anyone' },
      schema: { tags: ['session'], summary: 'Sign in', body: signInBody, response: answers(ownPerson) },
    },
    async (request, reply) => {
      const deviceToken = request.cookies[deviceCookie] ?? null;
      const { email, password, code = null } = request.body;
      const credentials = { email, password, code, address: request.ip, deviceToken };
      const entered = await signIn(context, credentials);
      await endFormer(context, request.cookies[sessionCookie]);
      return keepSession(reply, cookieOptions(request, isHttps), entered);
    },
  );

  api.post(
    '/api/session/password',
    {
      config: { access: 'ownAccount' },
      schema: { tags: ['session'], summary: 'A new password of one’s own', body: ownPassword, response: nothing },
    },
    async (request, reply) => {
      const given = { ...request.body, token: tokenOf(request), address: request.ip };
      await changeOwnPassword(context, signedIn(request), given);
      return reply.status(204).send(null);
    },
  );

  api.get(
    '/api/sessions',
    {
      config: { access: 'ownAccount' },
      schema: { tags: ['session'], summary: 'One’s own sessions', response: answers(z.array(ownSession)) },
    },
    (request) => ownSessions(context, signedIn(request), tokenOf(request)),
  );

  api.delete(
    '/api/sessions',
    {
      config: { access: 'ownAccount' },
      schema: { tags: ['session'], summary: 'Sign out elsewhere', response: nothing },
    },
    async (request, reply) => {
      await signOutElsewhere(context, signedIn(request), tokenOf(request));
      return reply.status(204).send(null);
    },
  );

  api.delete(
    '/api/session',
    {
      config: { access: 'anyone' },
      schema: {
        tags: ['session'],
        summary: 'Sign out; a session that began at the identity provider is told where it ends there, too',
        response: { 200: signedOut, 204: z.null(), '4xx': problem, '5xx': problem },
      },
    },
    async (request, reply) => {
      const token = request.cookies[sessionCookie];
      const idToken = token === undefined ? null : await signOut(context, token);
      void reply.clearCookie(sessionCookie, { path: '/' });
      const address = idToken === null || provider === null ? null : await provider.signOutAt(idToken);
      return address === null ? reply.status(204).send(null) : reply.status(200).send({ address });
    },
  );
}
