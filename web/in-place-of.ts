/** In whose place the signed-in person reads and acts: it stands in the address, so that a mail can lead there. */
import { useSearchParams } from 'react-router';

/** Null for one's own. */
export const useInPlaceOf = (): string | null => useSearchParams()[0].get('for');

/** The same address in another's place. */
export const inPlaceOf = (address: string, personId: string | null): string =>
  personId === null ? address : `${address}${address.includes('?') ? '&' : '?'}for=${encodeURIComponent(personId)}`;
