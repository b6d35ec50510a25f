/** The identity provider tells us, server to server, who has signed out there (OpenID Connect Back-Channel Logout 1.0 §2.5). */
import { nothing, type Api } from '../api.ts';
import { logoutToken } from '../contract.ts';
import { setUp } from './openid.ts';
import type { Context } from '../../client/context.ts';
import { logOutByOpenid } from '../../client/people/openid-logout.ts';
import type { Provider } from '../../client/people/openid-provider.ts';
import { Refused } from '../../client/refused.ts';

const form = 'application/x-www-form-urlencoded';

/** In a room of its own, for no other route reads forms. */
export async function openidLogoutRoutes(outer: Api, context: Context, provider: Provider | null): Promise<void> {
  await outer.register(async (api: Api) => {
    api.addContentTypeParser(form, { parseAs: 'string' }, async (_: unknown, body: string | Buffer) => {
      const fields = [...new URLSearchParams(body.toString())];
      if (new Set(fields.map(([name]) => name)).size < fields.length) throw new Refused({ code: 'logoutNotValid' });
      return Object.fromEntries(fields);
    });

    api.post(
      '/api/session/openid/logout',
      {
        config: { access: 'anyone' },
        schema: {
          tags: ['session'],
          summary: 'The identity provider says that somebody has signed out there',
          consumes: [form, 'application/json'],
          body: logoutToken,
          response: nothing,
        },
      },
      async (request, reply) => {
        await logOutByOpenid(context, setUp(provider), request.body.logout_token);
        return reply.status(204).send(null);
      },
    );
  });
}
