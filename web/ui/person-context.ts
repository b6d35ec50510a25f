/** Who is signed in, for all that stands inside `SignedIn` of home.tsx; null outside. */
import { createContext } from 'react';
import type { Person } from '../../api/contract.ts';

export const PersonContext = createContext<Person | null>(null);
