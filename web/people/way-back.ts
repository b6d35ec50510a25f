/** Where somebody wanted to go before they had to sign in; kept over the way to an identity provider and back. */

const place = 'rectify.way';

/** Only a path of our own: an address in a mail must not lead elsewhere after the sign-in. */
export const wayBack = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');

/** For this tab alone. Where the browser keeps nothing, the way back leads to the first page. */
export function keepWay(to: string | null): void {
  try {
    if (to === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, to);
  } catch {
    // A full or forbidden store costs the way, not the sign-in.
  }
}

export function keptWay(): string {
  try {
    return wayBack(sessionStorage.getItem(place));
  } catch {
    return '/';
  }
}
