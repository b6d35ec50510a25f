/** What browsers keep of ours: none of it can be read by scripts. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceCookie, sessionCookie } from './access.ts';
import type { OwnPerson } from './contract.ts';
import { deviceMs, sessionMs, type Entered, type SignedIn } from '../client/people/sessions.ts';

export interface CookieOptions {
  readonly httpOnly: true;
  readonly secure: boolean;
}

/** Whether the page is read over HTTPS: said by the address that people reach us under, or by a proxy of ours. */
export const cookieOptions = ({ protocol }: FastifyRequest, isHttps: boolean): CookieOptions => ({
  httpOnly: true,
  secure: isHttps || protocol === 'https',
});

/** The session, and the device where it is new: other sites cannot make a browser send them. */
export function keepSession(
  reply: FastifyReply,
  options: CookieOptions,
  { person, owesSecondFactor, token, newDeviceToken = null }: Entered & Partial<Pick<SignedIn, 'newDeviceToken'>>,
): OwnPerson {
  const strict = { ...options, path: '/', sameSite: 'strict' } as const;
  void reply.setCookie(sessionCookie, token, { ...strict, maxAge: sessionMs / 1000 });
  if (newDeviceToken !== null)
    void reply.setCookie(deviceCookie, newDeviceToken, { ...strict, maxAge: deviceMs / 1000 });
  return { ...person, owesSecondFactor };
}
