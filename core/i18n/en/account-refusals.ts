/** The English sentences for sign-in and accounts: fact, rule, way out. */
import { plural } from '../format.ts';
import type { AccountRefusalTexts } from '../record-refusal-texts.ts';

export const enAccountRefusals: AccountRefusalTexts = {
  notSignedIn: () => ['You are not signed in, or your session is older than 12 hours.', 'Sign in and try again.'],
  wrongCredentials: () => [
    'The email address or the password is not right.',
    'Check both; a forgotten password can be set anew by mail.',
  ],
  tooManyAttempts: ({ seconds }) => [
    'The password was wrong too many times.',
    'After each further try the pause doubles, up to 15 minutes; devices that are known are not held up by others.',
    `Try again in ${seconds < 60 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute')}.`,
  ],
  notAMailAddress: ({ given }) => [
    `"${given}" is not an email address that can be used.`,
    'An address looks like name@example.cn: unaccented letters, digits and signs such as .-_+, without a name; at most 64 characters before the @ and 254 in all.',
    'Check it and enter it again; write an international domain in its xn-- form.',
  ],
  emailTaken: ({ email }) => [
    `The address ${email} belongs to somebody else.`,
    'One address is one person.',
    'Give another address.',
  ],
  idTaken: ({ id }) => [`The id "${id}" is taken.`, 'Give another, or leave it out to have one made.'],
  secondFactorNeeded: () => [
    'This account also asks for a code.',
    'Enter the one that your authenticator shows, or a recovery code.',
  ],
  secondFactorWrong: () => [
    'That code is not right.',
    'Each is valid for half a minute and can be used once; a recovery code can be used once, too.',
    'Enter the one that is shown now. If it is refused again, check the clock of the device.',
  ],
  secondFactorOwed: () => [
    'Set up a second factor first.',
    'Everybody who decides needs it here.',
    'It takes a minute, on your own page.',
  ],
  secondFactorIsOn: () => ['Your account has a second factor already.', 'Turn it off to set up another device.'],
  secondFactorOff: () => ['There is no second factor here.', 'Load the page again to see where the account stands.'],
  secondFactorDemanded: () => [
    'The second factor cannot be turned off.',
    'Everybody who decides needs it here.',
    'If the device changes, ask an admin to turn it off for you and set it up anew.',
  ],
  ownSecondFactor: () => [
    'Your own is turned off on your own page.',
    'That takes your password and a code.',
    'If you have lost both the device and the recovery codes, ask another admin.',
  ],
  ownSecondFactorFirst: () => [
    'Set up a second factor of your own first.',
    'Otherwise what you ask of all who decide would shut you out, too.',
  ],
  openidOff: () => ['Single sign-on is not set up here.', 'Sign in with your email and password.'],
  openidAway: ({ name }) => [
    `Signing in with “${name}” is not possible at the moment.`,
    'Nothing has changed.',
    'Try again in a few minutes, or sign in with your email and password.',
  ],
  openidNotValid: () => [
    'You are not signed in: this attempt is not valid.',
    'Each is valid once, for 10 minutes, in the browser that began it.',
    'Begin again on the sign-in page.',
  ],
  logoutNotValid: () => [
    'No session was ended.',
    'Only a logout token is taken that the identity provider signed for this installation within the last five minutes, and once.',
  ],
  openidNotLinked: ({ name }) => [
    `No account here may be entered by “${name}” with what it says of you.`,
    'An admin allows it for each person, and your verified address there must be the one here.',
    'Sign in with your email and password, or ask an admin.',
  ],
  linkNotValid: () => [
    'This link is not valid any more.',
    'Each opens once, within 24 hours.',
    'Ask for another on the page for signing in, or ask an admin to send one.',
  ],
  staffWithoutUnit: () => ['This member of staff has no unit.', 'Staff belong to a unit.', 'Choose one.'],
  passwordGuessable: ({ because }) => [
    {
      ownData: 'The password contains your own name or address.',
      example: 'This password is a public example.',
      monotonous: 'The password has too few different characters.',
    }[because],
    'Such passwords are easily guessed.',
    'A few words that have nothing to do with each other make a good one.',
  ],
  passwordTooShort: ({ least, given }) => [
    `The password has ${plural(given, 'character')}.`,
    `It needs at least ${least}.`,
  ],
};
