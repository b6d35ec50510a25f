import { describe, expect, it } from 'vitest';
import { isMultiFactor, logoutOf, sidOf, verifiedEmail } from '../../../core/people/openid.ts';

const email = 'wang@yunling.example';

describe('an address that a provider tells', () => {
  it('counts where the provider has verified it', () => {
    expect(verifiedEmail({ email, email_verified: true })).toBe(email);
  });

  it.each([
    ['nothing says so', { email }],
    ['it is not', { email, email_verified: false }],
    ['a word says so', { email, email_verified: 'true' }],
    ['there is none', { email_verified: true }],
    ['it is a list', { email: [email], email_verified: true }],
    // A Kelvin sign becomes a k when capitals are made small.
    ['it is beyond ASCII', { email: '\u212Aai@yunling.example', email_verified: true }],
  ])('does not where %s', (_, claims) => {
    expect(verifiedEmail(claims)).toBeNull();
  });
});

describe('a second factor at the provider', () => {
  it.each([
    [{ amr: ['pwd', 'otp', 'mfa'] }, true],
    [{ acr: 'https://refeds.org/profile/mfa' }, true],
    [{ acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }, true],
    [{ amr: ['pwd', 'otp'] }, false],
    [{ amr: 'mfa' }, false],
    [{ acr: '2' }, false],
    [{}, false],
  ])('%j: %s', (claims, counts) => {
    expect(isMultiFactor(claims)).toBe(counts);
  });
});

describe('what the provider says about signing out', () => {
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const said = { jti: '1', sub: 'a', events };

  it('names a session there, a person, or both', () => {
    expect(logoutOf({ ...said, sid: 's' })).toEqual({ id: '1', subject: 'a', sid: 's' });
    expect(logoutOf(said)).toEqual({ id: '1', subject: 'a', sid: null });
    expect(logoutOf({ jti: '1', sid: 's', events })).toEqual({ id: '1', subject: null, sid: 's' });
  });

  it.each<[string, object]>([
    ['with a nonce', { ...said, nonce: '' }],
    ['without an id', { ...said, jti: '' }],
    ['of nobody', { jti: '1', events }],
    ['of a person without a name', { ...said, sub: '' }],
    ['of a session that is no word', { ...said, sid: 7 }],
    ['without an event', { jti: '1', sub: 'a' }],
    ['of another event', { ...said, events: { other: {} } }],
    ['whose events are a list', { ...said, events: [events] }],
    ['whose event is a word', { ...said, events: { 'http://schemas.openid.net/event/backchannel-logout': 'yes' } }],
  ])('is none %s', (_, claims) => {
    expect(logoutOf({ ...claims })).toBeNull();
  });

  it.each([
    [{ sid: 's' }, 's'],
    [{ sid: '' }, null],
    [{ sid: 1 }, null],
    [{}, null],
  ])('%j names the session %s', (claims, sid) => {
    expect(sidOf(claims)).toBe(sid);
  });
});
