/** What the product found wrong with its runs, and a look at all of them. */
import { signedIn } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { findingList, reconciled } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import { examineRuns, foundFaults } from '../../client/runs.ts';
import { actorOf } from '../../core/people/people.ts';

const tags = ['runs'];

export function runRoutes(api: Api, context: Context): void {
  api.get(
    '/api/findings',
    {
      config: { access: 'keepRuns' },
      schema: { tags, summary: 'What was found wrong, open ones first', response: answers(findingList) },
    },
    (request) => foundFaults(context, actorOf(signedIn(request))),
  );

  api.post(
    '/api/findings/examine',
    {
      config: { access: 'keepRuns' },
      schema: { tags, summary: 'Look at the run of every item now, and mend it', response: answers(reconciled) },
    },
    (request) => examineRuns(context, actorOf(signedIn(request))),
  );
}
