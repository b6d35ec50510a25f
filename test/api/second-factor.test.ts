/** A second factor: codes made by another implementation's reading of RFC 6238, taken once; recovery codes; the demand. */
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { password, useApi } from '../client/support.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { sessionCookie } from '../../api/access.ts';
import { stepOf } from '../../client/people/codes.ts';
import { instant, millis } from '../../core/time.ts';
import { recordEventsOf } from '../../db/record-events.ts';
import { secondFactorDemand } from '../../db/second-factors.ts';

const house = useApi();

const later = (seconds: number) => {
  house.context.clock = instant(millis(house.context.clock) + seconds * 1000);
};
const daySeconds = 86_400;

/** RFC 4226 §5.3 and RFC 6238 §4, written out once more here. */
function shownAt(secret: Buffer, seconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(19) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32 = (text: string): Buffer => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};
const base32Of = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
};

const shown = (secret: string, aheadSeconds = 0): string =>
  shownAt(base32(secret), millis(house.context.clock) / 1000 + aheadSeconds);

const post = async (caller: CastMember | null, url: string, payload: object) => {
  const { statusCode: status, body } = await house.as(caller, { method: 'POST', url, payload });
  return { status, body: (body === '' ? {} : JSON.parse(body)) as Record<string, unknown> };
};
const signIn = ({ email }: CastMember, code?: string) =>
  post(null, '/api/session', { email, password, ...(code === undefined ? {} : { code }) });
const own = async (caller: CastMember) =>
  (await house.as(caller, { url: '/api/session/second-factor' })).json<Record<string, unknown>>();
const kindsOf = async (id: string) => (await recordEventsOf(house.context.pool, id)).map(({ kind }) => kind);
const remove = (caller: CastMember, id: string) =>
  house.as(caller, { method: 'DELETE', url: `/api/people/${id}/second-factor` });
const demand = (isDemanded: boolean) =>
  house.as(cast.zhao, { method: 'PUT', url: '/api/second-factors', payload: { isDemanded } });

async function begun(caller: CastMember): Promise<string> {
  const { status, body } = await post(caller, '/api/session/second-factor', { password });
  expect(status).toBe(201);
  const secret = String(body['secret']);
  const uri = new URL(String(body['uri']));
  expect(uri.searchParams.get('secret')).toBe(secret);
  return secret;
}

/** @returns the secret and the recovery codes */
async function turnedOn(caller: CastMember): Promise<{ secret: string; codes: string[] }> {
  const secret = await begun(caller);
  const { status, body } = await post(caller, '/api/session/second-factor/confirm', { code: shown(secret) });
  expect(status).toBe(200);
  later(30);
  return { secret, codes: body['recoveryCodes'] as string[] };
}

// Failures of the test before are forgotten, and so are sessions and factors.
beforeEach(async () => {
  later(2 * daySeconds);
  house.forgetSessions();
  await house.context.pool.query('DELETE FROM second_factor');
});

test('codes are those of the examples in RFC 6238', () => {
  const secret = Buffer.from('12345678901234567890');
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ] as const) {
    expect(shownAt(secret, seconds)).toBe(code);
    expect(stepOf(base32Of(secret), code, instant(seconds * 1000))).toBe(Math.floor(seconds / 30));
  }
});

describe('a second factor', () => {
  test('asks for nothing before its first code was right', async () => {
    const secret = await begun(cast.wang);
    expect((await signIn(cast.wang)).status).toBe(200);
    const wrong = shown(secret) === '000000' ? '111111' : '000000';
    expect(await post(cast.wang, '/api/session/second-factor/confirm', { code: wrong })).toMatchObject({
      status: 422,
      body: { code: 'secondFactorWrong' },
    });
    expect((await signIn(cast.wang)).status).toBe(200);
  });

  test('is begun by whoever knows the password, not by whoever has the session alone', async () => {
    const guess = { password: 'another guess at it' };
    expect((await post(cast.wang, '/api/session/second-factor', guess)).body['code']).toBe('wrongCredentials');
    expect(await own(cast.wang)).toEqual({ isOn: false, isDemanded: false, recoveryCodesLeft: 0 });
  });

  test('is asked for beside the right password only, and tells nothing to who does not know that', async () => {
    await turnedOn(cast.wang);
    expect(await signIn(cast.wang)).toMatchObject({ status: 401, body: { code: 'secondFactorNeeded' } });
    const wrong = await post(null, '/api/session', { email: cast.wang.email, password: 'not this one' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrongCredentials' } });
  });

  test('lets in with the code of now, of half a minute ago and of half a minute ahead, typed as people type', async () => {
    const { secret } = await turnedOn(cast.wang);
    later(300);
    expect((await signIn(cast.wang, shown(secret, -60))).status).toBe(422);
    for (const ahead of [-30, 0, 30]) {
      const code = shown(secret, ahead);
      const typed =
        ahead === 0
          ? `${code.slice(0, 3)} ${code.slice(3)}`
          : code.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(+digit));
      expect({ ahead, status: (await signIn(cast.wang, typed)).status }).toEqual({ ahead, status: 200 });
    }
    expect((await signIn(cast.wang, shown(secret, 60))).status).toBe(422);
  });

  test('takes no code twice, also not at the same moment, nor one from before it', async () => {
    const { secret } = await turnedOn(cast.wang);
    later(300);
    const before = shown(secret, -30);
    const code = shown(secret);
    const answers = await Promise.all([1, 2, 3].map(() => signIn(cast.wang, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect((await signIn(cast.wang, before)).status).toBe(422);
  });

  test('is braked as passwords are: wrong codes count, codes not given yet do not', async () => {
    await turnedOn(cast.wang);
    later(daySeconds);
    for (let time = 0; time < 8; time += 1) expect((await signIn(cast.wang)).body['code']).toBe('secondFactorNeeded');
    const refusals = [];
    for (let time = 0; time < 8; time += 1) refusals.push((await signIn(cast.wang, '12345')).body['code']);
    expect(refusals[0]).toBe('secondFactorWrong');
    expect(refusals.at(-1)).toBe('tooManyAttempts');
  });

  test('opens with each recovery code once', async () => {
    const { codes } = await turnedOn(cast.wang);
    expect(codes).toHaveLength(10);
    const [one = '', other = ''] = codes;
    expect((await signIn(cast.wang, one.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await signIn(cast.wang, one)).status).toBe(422);
    expect((await signIn(cast.wang, other)).status).toBe(200);
    expect((await own(cast.wang))['recoveryCodesLeft']).toBe(8);
    const { rows } = await house.context.pool.query<{ code_hash: string }>('SELECT code_hash FROM recovery_code');
    expect(rows.every(({ code_hash }) => /^[0-9a-f]{64}$/.test(code_hash))).toBe(true);
    expect((await kindsOf('wang')).filter((kind) => kind === 'recoveryCodeUsed')).toHaveLength(2);
  });

  test('ends the sessions elsewhere when it is turned on', async () => {
    const elsewhere = await house.api.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: cast.wang.email, password },
    });
    const cookies = { [sessionCookie]: elsewhere.cookies[0]?.value ?? '' };
    await turnedOn(cast.wang);
    expect((await house.api.inject({ url: '/api/session', cookies })).statusCode).toBe(401);
    expect((await house.as(cast.wang, { url: '/api/session' })).statusCode).toBe(200);
  });

  test('is turned off with password and code together, and can be set up anew only then', async () => {
    const { secret } = await turnedOn(cast.wang);
    expect((await post(cast.wang, '/api/session/second-factor', { password })).body['code']).toBe('secondFactorIsOn');
    const end = (given: object) => post(cast.wang, '/api/session/second-factor/end', given);
    expect((await end({ password, code: '12345' })).status).toBe(422);
    expect((await end({ password, code: '' })).status).toBe(401);
    later(daySeconds / 4);
    expect((await end({ password, code: shown(secret) })).status).toBe(204);
    expect((await signIn(cast.wang)).status).toBe(200);
    await begun(cast.wang);
  });

  test('is kept so that whoever reads the database cannot show its codes', async () => {
    const { secret } = await turnedOn(cast.wang);
    const { rows } = await house.context.pool.query<{ secret: string }>('SELECT secret FROM second_factor');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('of somebody who lost it is taken off by an admin, whose own takes a code', async () => {
    await turnedOn(cast.wang);
    await turnedOn(cast.zhao);
    expect((await remove(cast.zhao, 'zhao')).json()).toMatchObject({ code: 'ownSecondFactor' });
    expect((await remove(cast.zhao, 'wang')).statusCode).toBe(204);
    expect((await house.as(cast.wang, { url: '/api/session' })).statusCode).toBe(401);
    expect((await signIn(cast.wang)).status).toBe(200);
    expect((await remove(cast.zhao, 'wang')).json()).toMatchObject({ code: 'secondFactorOff' });
    expect(
      (await recordEventsOf(house.context.pool, 'wang')).findLast(({ kind }) => kind === 'secondFactorRemoved'),
    ).toMatchObject({ by: 'zhao' });
  });
});

describe('a second factor that is demanded', () => {
  test('is first of all the admin’s own', async () => {
    expect((await demand(true)).json()).toMatchObject({ code: 'ownSecondFactorFirst' });
  });

  test('keeps those who decide at their own account until they have one, those who are signed in, too', async () => {
    await turnedOn(cast.zhao);
    const items = (caller: CastMember) => house.as(caller, { url: '/api/items' });
    expect((await items(cast.li)).statusCode).toBe(200);
    expect((await demand(true)).statusCode).toBe(204);
    expect((await items(cast.li)).json()).toMatchObject({ code: 'secondFactorOwed' });
    expect((await items(cast.wang)).statusCode).toBe(200);
    expect((await items(cast.zhao)).statusCode).toBe(200);
    // Signed in only now it is the same.
    expect((await signIn(cast.zhang)).body['owesSecondFactor']).toBe(true);
    expect((await items(cast.zhang)).statusCode).toBe(403);
    expect((await house.as(cast.zhang, { url: '/api/session' })).json()).toMatchObject({ owesSecondFactor: true });
    const { secret } = await turnedOn(cast.zhang);
    expect((await items(cast.zhang)).statusCode).toBe(200);
    later(60);
    const end = { password, code: shown(secret) };
    expect((await post(cast.zhang, '/api/session/second-factor/end', end)).body['code']).toBe('secondFactorDemanded');
    expect((await demand(false)).statusCode).toBe(204);
    expect((await items(cast.li)).statusCode).toBe(200);
    expect(await kindsOf(secondFactorDemand)).toEqual(['secondFactorDemanded', 'secondFactorNotDemanded']);
  });
});
