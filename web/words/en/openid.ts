/** The words around signing in at an identity provider in English. */

export const openid = {
  signIn: (name: string) => `Sign in with ${name}`,
  under: 'You are being signed in',
  underLead: (name: string) => `${name} has answered; one moment.`,
  code: 'Your account here also asks for a code of its own.',
  own: {
    off: (name: string) => `You sign in with your password. An admin can let you sign in with ${name}, too.`,
    allowed: (name: string) =>
      `You may sign in with ${name}, too. The first time, its verified address must be the one of this account.`,
    linked: (name: string) => `You may sign in with ${name}, too. Signing out then ends your session there as well.`,
  },
  allow: 'Allow single sign-on',
  remove: 'Remove single sign-on',
  unused: 'Single sign-on is allowed and not used yet.',
};
