/** The words around a second factor in English. */
import { plural } from '../../../core/i18n/format.ts';

export const secondFactor = {
  lead: 'A code from your phone is asked for beside the password, so that a password alone opens nothing. Any authenticator app will do.',
  demandedLead: 'Everybody who decides needs one here. Any authenticator app on your phone will do.',
  first: 'One step first',
  owed: 'Everybody who decides needs one here: it comes first.',
  begin: 'Set it up',
  scan: 'Scan this with the authenticator app:',
  picture: 'QR code to scan with the authenticator app',
  orType: 'No camera? Type this in:',
  code: 'Code',
  firstHint: 'The six digits that the app shows now.',
  codeHint: 'The six digits that the app shows now, or a recovery code.',
  confirm: 'Turn it on',
  done: 'It is on: from now on a code is asked for when you sign in.',
  keepCodes:
    'Write these recovery codes down and keep them safe: each opens the account once if the phone is lost. They are not shown again.',
  kept: 'I have kept them',
  on: (codes: number) => `It is on, with ${plural(codes, 'recovery code')} unused.`,
  demanded: 'An admin wants it of everybody who decides, so it cannot be turned off.',
  end: 'Turn it off',
  ofOthers: 'Second factor of those who decide',
  isDemanded: 'It is compulsory: whoever decides and has none sets it up before anything else.',
  isOptional: 'It is offered to all and compulsory for nobody.',
  demand: 'Make it compulsory',
  withdraw: 'Make it optional',
  missing: (names: string) => `Without one so far: ${names}`,
  takeOff: 'Turn off the second factor',
  takenOff: 'It is off; the person signs in with the password and sets it up anew.',
};
