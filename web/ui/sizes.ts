/** The widths at which the layout changes, as hooks for what CSS alone cannot do. */
import { useSyncExternalStore } from 'react';

function useQuery(words: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(words);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(words).matches,
  );
}

/** Below it lists are cards and the act lies in a bar below. */
export const useIsPhone = (): boolean => useQuery('(max-width: 767.98px)');

/** Below it the item page has one column. */
export const useIsNarrow = (): boolean => useQuery('(max-width: 1023.98px)');
