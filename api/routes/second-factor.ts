/** A second factor of one's own account, and the demand that those who decide have one. */
import { signedIn, tokenOf } from '../access.ts';
import { answers, created, nothing, type Api } from '../api.ts';
import {
  begunSecondFactor,
  demand,
  endSecondFactor,
  givenCode,
  ownSecondFactor,
  provenPassword,
  recoveryCodes,
  secondFactors,
} from '../contract.ts';
import type { Context } from '../../client/context.ts';
import {
  beginSecond,
  confirmSecond,
  demandSecond,
  endSecond,
  ownSecondFactor as readOwn,
  secondFactors as secondFactorsOf,
} from '../../client/people/second-factor.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['session'];
const own = { access: 'ownAccount' } as const;
const admins = { access: 'editPeople' } as const;

export function secondFactorRoutes(api: Api, context: Context): void {
  api.get(
    '/api/session/second-factor',
    { config: own, schema: { tags, summary: 'Whether one’s own account has one', response: answers(ownSecondFactor) } },
    (request) => readOwn(context, signedIn(request)),
  );

  api.post(
    '/api/session/second-factor',
    {
      config: own,
      schema: {
        tags,
        summary: 'Begin one: asks for nothing until its first code is given',
        body: provenPassword,
        response: created(begunSecondFactor),
      },
    },
    async (request, reply) => {
      const given = { ...request.body, address: request.ip };
      return reply.status(201).send(await beginSecond(context, signedIn(request), given));
    },
  );

  api.post(
    '/api/session/second-factor/confirm',
    {
      config: own,
      schema: {
        tags,
        summary: 'Its first code: asked for from now on; ends other sessions',
        body: givenCode,
        response: answers(recoveryCodes),
      },
    },
    async (request) => ({
      recoveryCodes: await confirmSecond(context, signedIn(request), { ...request.body, token: tokenOf(request) }),
    }),
  );

  api.post(
    '/api/session/second-factor/end',
    { config: own, schema: { tags, summary: 'Take it off', body: endSecondFactor, response: nothing } },
    async (request, reply) => {
      await endSecond(context, signedIn(request), { ...request.body, address: request.ip });
      return reply.status(204).send(null);
    },
  );

  api.get(
    '/api/second-factors',
    {
      config: admins,
      schema: { tags, summary: 'Who has one, and whether those who decide must', response: answers(secondFactors) },
    },
    (request) => secondFactorsOf(context, actorOf(signedIn(request))),
  );

  api.put(
    '/api/second-factors',
    { config: admins, schema: { tags, summary: 'Demand one of those who decide', body: demand, response: nothing } },
    async (request, reply) => {
      await demandSecond(context, actorOf(signedIn(request)), request.body.isDemanded);
      return reply.status(204).send(null);
    },
  );
}
