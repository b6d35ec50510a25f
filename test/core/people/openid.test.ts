import { describe, expect, it } from 'vitest';
import { isMultiFactor, verifiedEmail } from '../../../core/people/openid.ts';

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
