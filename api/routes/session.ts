/** Signing in and out. */
import { z } from 'zod';
import { callerOf, deviceCookie, sessionCookie, signedIn, tokenOf } from '../access.ts';
import { answers, nothing, type Api } from '../api.ts';
import { ownPassword, ownPerson, ownSession, problem, signIn as signInBody } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import {
  changeOwnPassword,
  deviceMs,
  ownSessions,
  sessionMs,
  signIn,
  signOut,
  signOutElsewhere,
} from '../../client/people/sessions.ts';

export function sessionRoutes(api: Api, context: Context, isHttps: boolean): void {
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
      const { person, owesSecondFactor, token, newDeviceToken } = await signIn(context, credentials);
      const secure = isHttps || request.protocol === 'https';
      const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
      void reply.setCookie(sessionCookie, token, { ...options, maxAge: sessionMs / 1000 });
      if (newDeviceToken !== null)
        void reply.setCookie(deviceCookie, newDeviceToken, { ...options, maxAge: deviceMs / 1000 });
      return { ...person, owesSecondFactor };
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
      schema: { tags: ['session'], summary: 'Sign out', response: { 204: z.null(), '4xx': problem } },
    },
    async (request, reply) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined) await signOut(context, token);
      return reply.clearCookie(sessionCookie, { path: '/' }).status(204).send(null);
    },
  );
}
