/** What the first page offers: on an empty installation the sample, and how to sign in to it. */
import { answers, type Api } from '../api.ts';
import { installation as installationBody, installSample as sampleOptions, roundDetail } from '../contract.ts';
import type { Context } from '../../client/context.ts';
import type { Provider } from '../../client/people/openid-provider.ts';
import { Refused } from '../../client/refused.ts';
import { installation, installSample } from '../../client/sample.ts';
import type { Config } from '../../core/config.ts';

export function installationRoutes(
  api: Api,
  context: Context,
  { sampleAllowed, mailPage }: Pick<Config, 'sampleAllowed' | 'mailPage'>,
  provider: Pick<Provider, 'name'> | null,
): void {
  api.get(
    '/api/installation',
    {
      config: { access: 'anyone' },
      schema: { tags: ['installation'], summary: 'Whether anything is here yet', response: answers(installationBody) },
    },
    async () => ({
      ...(await installation(context, sampleAllowed)),
      sampleAllowed,
      mailPage,
      openid: provider === null ? null : { name: provider.name },
    }),
  );

  api.post(
    '/api/sample',
    {
      config: { access: 'anyone' },
      schema: {
        tags: ['installation'],
        summary: 'Install the sample round; only while the installation is empty, only on one machine',
        body: sampleOptions.nullish(),
        response: answers(roundDetail),
      },
    },
    async (request) => {
      if (!sampleAllowed) throw new Refused({ code: 'sampleOff' });
      return installSample(context, { launch: request.body?.launch ?? false });
    },
  );
}
