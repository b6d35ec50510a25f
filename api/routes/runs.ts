/** What the product found wrong with its runs, and a look at all of them. */
import { signedIn } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { localeOf } from '../locale.ts';
import { faultList, lostActList, reconciled, recovered, recoverLost } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { lostActs, recoverActs } from '../../client/recovery.ts';
import { anyRefusalText } from '../../client/refusal-text.ts';
import { examineRuns, foundFaults } from '../../client/runs.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['runs'];

export function runRoutes(api: Api, context: Context): void {
  api.get(
    '/api/faults',
    {
      config: { access: 'keepRuns' },
      schema: { tags, summary: 'What was found wrong, open ones first', response: answers(faultList) },
    },
    (request) => foundFaults(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/faults/examine',
    {
      config: { access: 'keepRuns' },
      schema: { tags, summary: 'Look at the run of every item now, and mend it', response: answers(reconciled) },
    },
    (request) => examineRuns(context, actorOf(signedIn(request))),
  );

  api.get(
    '/api/lost-acts',
    {
      config: { access: 'keepRuns' },
      schema: { tags, summary: 'Acts that only Temporal still knows', response: answers(lostActList) },
    },
    (request) => lostActs(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/lost-acts/recover',
    {
      config: { access: 'keepRuns' },
      schema: {
        tags,
        summary: 'Do them again, all or those of some items',
        body: recoverLost,
        response: answers(recovered),
      },
    },
    async (request) => {
      const { done, refused } = await recoverActs(context, actorOf(signedIn(request)), request.body.itemIds);
      const locale = localeOf(request);
      return {
        done,
        refused: refused.map(({ itemId, commandId, refusal }) => ({
          itemId,
          commandId,
          code: refusal.code,
          message: anyRefusalText(refusal, locale),
        })),
      };
    },
  );
}
