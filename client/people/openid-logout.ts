/** Whoever signs out at the identity provider is signed out here, too, as it tells us server to server. */
import type { Context } from '../context.ts';
import { logoutMs, type Provider } from './openid-provider.ts';
import { Refused } from '../refused.ts';
import { instant, millis } from '../../core/time.ts';
import { endSessionsOfLogout, takeLogout } from '../../db/openid-logouts.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { hashOf } from '../../db/tokens.ts';

/** @throws Refused logoutNotValid where it is no such message to us, or was heard before; openidAway */
export async function logOutByOpenid({ pool, now }: Context, provider: Provider, token: string): Promise<void> {
  const logout = await provider.readLogout(token);
  const at = now();
  const hash = hashOf(JSON.stringify([logout.issuer, logout.id]));
  await transaction(pool, async (db) => {
    if (!(await takeLogout(db, hash, at, instant(millis(at) + logoutMs))))
      throw new Refused({ code: 'logoutNotValid' });
    for (const recordId of await endSessionsOfLogout(db, logout))
      await insertRecordEvent(db, { kind: 'signedOutByOpenid', recordId, at, by: null, data: {} });
  });
}
