/** People and units. */
import { z } from 'zod';
import { signedIn } from '../access.ts';
import { accepted, answers, created, nothing, type Api } from '../api.ts';
import { problemOf } from '../errors.ts';
import { localeOf } from '../locale.ts';
import {
  handedOver,
  handOverAll as handOverBody,
  holdings as holdingsBody,
  listedPerson,
  newPassword,
  newPerson,
  newUnit,
  person,
  personChange,
  personParams,
  securityEventPage,
  unit,
  unitChange,
} from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { invite } from '../../client/people/account-links.ts';
import { handOverAll, previewHandOver } from '../../client/items/hand-over.ts';
import { namesOfAll } from '../../client/people/directory.ts';
import { comeBack, holdings, leave } from '../../client/people/leaving.ts';
import { changePerson, createPerson, people, setPassword, units } from '../../client/people/people.ts';
import { removeSecondOf } from '../../client/people/second-factor.ts';
import { readSecurityEvents } from '../../client/people/security-events.ts';
import { changeUnit, createUnit } from '../../client/people/units.ts';
import type { AnyRefusal } from '../../client/refused.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['people'];

export function peopleRoutes(api: Api, context: Context): void {
  api.get(
    '/api/people',
    {
      config: { access: 'readPeople' },
      schema: {
        tags,
        summary: 'Everybody; addresses of those one works with',
        response: answers(z.array(listedPerson)),
      },
    },
    (request) => people(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/people',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'Add a person', body: newPerson, response: created(person) },
    },
    async (request, reply) =>
      reply.status(201).send(await createPerson(context, actorOf(signedIn(request)), request.body)),
  );

  api.patch(
    '/api/people/:personId',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'Change a person', params: personParams, body: personChange, response: answers(person) },
    },
    (request) => changePerson(context, actorOf(signedIn(request)), request.params.personId, request.body),
  );

  api.post(
    '/api/people/:personId/password',
    {
      config: { access: 'editPeople' },
      schema: {
        tags,
        summary: 'Set a password; ends the sessions of the person',
        params: personParams,
        body: newPassword,
        response: nothing,
      },
    },
    async (request, reply) => {
      await setPassword(context, actorOf(signedIn(request)), request.params.personId, request.body.password);
      return reply.status(204).send(null);
    },
  );

  api.post(
    '/api/people/:personId/invitation',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'Send a link to a password', params: personParams, response: accepted(z.null()) },
    },
    async (request, reply) => {
      await invite(context, actorOf(signedIn(request)), request.params.personId);
      return reply.status(202).send(null);
    },
  );

  api.get(
    '/api/people/:personId/holdings',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'What a person still holds', params: personParams, response: answers(holdingsBody) },
    },
    (request) => holdings(context, actorOf(signedIn(request)), request.params.personId),
  );

  for (const [path, summary, work] of [
    ['/api/people/:personId/hand-over/preview', 'What a hand-over would do', previewHandOver],
    ['/api/people/:personId/hand-over', 'Hand over what a person holds; the same again does what is left', handOverAll],
  ] as const)
    api.post(
      path,
      {
        config: { access: 'editPeople' },
        schema: { tags, summary, params: personParams, body: handOverBody, response: answers(handedOver) },
      },
      async (request) => {
        const done = await work(context, actorOf(signedIn(request)), request.params.personId, request.body);
        const names = await namesOfAll(context);
        const said = <Move extends { readonly refusal: AnyRefusal | null }>({ refusal, ...move }: Move) => ({
          ...move,
          refusal: refusal === null ? null : problemOf(refusal, localeOf(request), names),
        });
        return { ...done, items: done.items.map(said), units: done.units.map(said) };
      },
    );

  api.post(
    '/api/people/:personId/leave',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'The person is here no more', params: personParams, response: answers(person) },
    },
    (request) => leave(context, actorOf(signedIn(request)), request.params.personId),
  );

  api.post(
    '/api/people/:personId/come-back',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'The person is here again', params: personParams, response: answers(person) },
    },
    (request) => comeBack(context, actorOf(signedIn(request)), request.params.personId),
  );

  api.delete(
    '/api/people/:personId/second-factor',
    {
      config: { access: 'editPeople' },
      schema: {
        tags,
        summary: 'Take off the second factor of somebody who has lost it',
        params: personParams,
        response: nothing,
      },
    },
    async (request, reply) => {
      await removeSecondOf(context, actorOf(signedIn(request)), request.params.personId);
      return reply.status(204).send(null);
    },
  );

  api.get(
    '/api/security-events',
    {
      config: { access: 'readSecurity' },
      schema: {
        tags,
        summary: 'Sign-ins, failures, changes of rights and secrets',
        querystring: z.object({ before: z.coerce.number().int().positive().optional() }),
        response: answers(securityEventPage),
      },
    },
    (request) => readSecurityEvents(context, actorOf(signedIn(request)), request.query.before ?? null),
  );

  api.get(
    '/api/units',
    { config: { access: 'readPeople' }, schema: { tags, summary: 'All units', response: answers(z.array(unit)) } },
    (request) => units(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/units',
    {
      config: { access: 'editPeople' },
      schema: { tags, summary: 'Add a unit', body: newUnit, response: created(unit) },
    },
    async (request, reply) =>
      reply.status(201).send(await createUnit(context, actorOf(signedIn(request)), request.body)),
  );

  api.patch(
    '/api/units/:unitId',
    {
      config: { access: 'editPeople' },
      schema: {
        tags,
        summary: 'Change a unit',
        params: z.object({ unitId: z.string().max(60) }),
        body: unitChange,
        response: answers(unit),
      },
    },
    (request) => changeUnit(context, actorOf(signedIn(request)), request.params.unitId, request.body),
  );
}
