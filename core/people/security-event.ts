/** What an admin can read of who came in, who tried to, and who was given which right or secret. */

export const securityEventKinds = [
  'signedIn',
  'signedInByOpenid',
  'signInFailed',
  'signedOut',
  'signedOutElsewhere',
  'signedOutByOpenid',
  'linkAsked',
  'passwordSet',
  'secondFactorSet',
  'secondFactorRemoved',
  'recoveryCodeUsed',
  'secondFactorDemanded',
  'secondFactorNotDemanded',
  'openidAllowed',
  'openidLinked',
  'openidRemoved',
  'personCreated',
  'personChanged',
  'personLeft',
  'personReturned',
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];
