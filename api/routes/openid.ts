/** Signing in at the identity provider, and whom an admin lets in there. Nothing acts on GET: the page of the way back posts. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sessionCookie, signedIn } from '../access.ts';
import { answers, nothing, type Api } from '../api.ts';
import { cookieOptions, keepSession } from '../cookies.ts';
import {
  begunOpenid,
  givenCode,
  openidAnswer,
  openidLink,
  ownOpenid,
  ownPerson,
  personParams,
  type OwnPerson,
} from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { attemptMs, beginOpenid, finishByCode, finishOpenid } from '../../client/people/openid.ts';
import { allowOpenid, openidLinks, ownOpenid as readOwn, removeOpenid } from '../../client/people/openid-links.ts';
import type { Provider } from '../../client/people/openid-provider.ts';
import { endFormer, type Entered } from '../../client/people/sessions.ts';
import { Refused } from '../../client/refused.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['session'];
const anyone = { access: 'anyone' } as const;
const admins = { access: 'editPeople' } as const;

/** Of the browser that is on the way to the provider and back. Sent to these routes and nowhere else. */
export const openidCookie = 'rectify_openid';
const cookiePlace = { path: '/api/session/openid', sameSite: 'lax' } as const;

export function openidRoutes(api: Api, context: Context, found: Provider | null, isHttps: boolean): void {
  const provider = (): Provider => setUp(found);
  /** The way to the provider and back is over. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, entered: Entered): Promise<OwnPerson> => {
    await endFormer(context, request.cookies[sessionCookie]);
    return keepSession(reply.clearCookie(openidCookie, cookiePlace), cookieOptions(request, isHttps), entered);
  };

  api.get(
    '/api/session/openid',
    {
      config: { access: 'ownAccount' },
      schema: { tags, summary: 'Whether one may sign in at the identity provider', response: answers(ownOpenid) },
    },
    (request) => readOwn(context, signedIn(request)),
  );

  api.post(
    '/api/session/openid',
    {
      config: anyone,
      schema: { tags, summary: 'Begin to sign in at the identity provider', response: answers(begunOpenid) },
    },
    async (request, reply) => {
      const { address, browserToken } = await beginOpenid(context, provider());
      const options = { ...cookieOptions(request, isHttps), ...cookiePlace, maxAge: attemptMs / 1000 };
      void reply.setCookie(openidCookie, browserToken, options);
      return { address };
    },
  );

  api.post(
    '/api/session/openid/callback',
    {
      config: anyone,
      schema: { tags, summary: 'What the provider answered', body: openidAnswer, response: answers(ownPerson) },
    },
    async (request, reply) => {
      const given = { answer: request.body.answer, browserToken: browserTokenOf(request) };
      return enter(request, reply, await finishOpenid(context, provider(), given));
    },
  );

  api.post(
    '/api/session/openid/code',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'The code of a second factor, after the provider',
        body: givenCode,
        response: answers(ownPerson),
      },
    },
    async (request, reply) => {
      const given = { code: request.body.code, browserToken: browserTokenOf(request), address: request.ip };
      return enter(request, reply, await finishByCode(context, provider(), given));
    },
  );

  api.get(
    '/api/openid-links',
    {
      config: admins,
      schema: {
        tags,
        summary: 'Who may sign in at the identity provider',
        response: answers(z.array(openidLink)),
      },
    },
    (request) => openidLinks(context, actorOf(signedIn(request))),
  );

  api.put(
    '/api/people/:personId/openid',
    {
      config: admins,
      schema: {
        tags,
        summary: 'Let a person sign in at the identity provider',
        params: personParams,
        response: nothing,
      },
    },
    async (request, reply) => {
      provider();
      await allowOpenid(context, actorOf(signedIn(request)), request.params.personId);
      return reply.status(204).send(null);
    },
  );

  api.delete(
    '/api/people/:personId/openid',
    {
      config: admins,
      schema: { tags, summary: 'No longer; ends the sessions of the person', params: personParams, response: nothing },
    },
    async (request, reply) => {
      await removeOpenid(context, actorOf(signedIn(request)), request.params.personId);
      return reply.status(204).send(null);
    },
  );
}

/** @throws Refused openidOff */
export function setUp(provider: Provider | null): Provider {
  if (provider === null) throw new Refused({ code: 'openidOff' });
  return provider;
}

/** @throws Refused openidNotValid where this browser has begun nothing */
function browserTokenOf({ cookies }: FastifyRequest): string {
  const token = cookies[openidCookie];
  if (token === undefined) throw new Refused({ code: 'openidNotValid' });
  return token;
}
