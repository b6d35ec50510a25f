/** When a session ends that nobody ends, and that a password does not. */
import { beforeEach, describe, expect, test } from 'vitest';
import { password, useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { sessionCookie } from '../../api/access.ts';
import { instant, millis } from '../../core/time.ts';

const house = useApi();

const signIn = (email: string, word: string) =>
  house.api.inject({ method: 'POST', url: '/api/session', payload: { email, password: word } });
const asked = (token: string) =>
  house.api.inject({ method: 'GET', url: '/api/session', cookies: { [sessionCookie]: token } });
const later = (minutes: number) => {
  house.context.clock = instant(millis(house.context.clock) + minutes * 60_000);
};

beforeEach(() => later(25 * 60));

describe('a session', () => {
  test('ends when nobody has used it for an hour, and lives while somebody does', async () => {
    house.context.sessionIdleMs = 3_600_000;
    try {
      const token = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
      const other = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
      for (let time = 0; time < 3; time += 1) {
        later(58);
        expect((await asked(token)).statusCode).toBe(200);
      }
      expect((await asked(other)).statusCode).toBe(401);
      const list = await house.api.inject({ url: '/api/sessions', cookies: { [sessionCookie]: token } });
      expect(list.json()).toHaveLength(1);
      later(60);
      expect((await asked(token)).statusCode).toBe(401);
    } finally {
      house.context.sessionIdleMs = 12 * 3_600_000;
    }
  });

  test('ends when somebody signs in anew in its browser, and not when they fail to', async () => {
    const token = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
    const again = (word: string) =>
      house.api.inject({
        method: 'POST',
        url: '/api/session',
        payload: { email: cast.li.email, password: word },
        cookies: { [sessionCookie]: token },
      });
    expect((await again('wrong')).statusCode).toBe(401);
    expect((await asked(token)).statusCode).toBe(200);
    expect((await again(password)).statusCode).toBe(200);
    expect((await asked(token)).statusCode).toBe(401);
  });

  test('may begin with a password of any age', async () => {
    later(3 * 365 * 24 * 60);
    expect((await signIn(cast.wang.email, password)).statusCode).toBe(200);
  });
});
