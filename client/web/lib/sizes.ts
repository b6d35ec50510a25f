/** The two widths at which the layout changes, as hooks for what CSS alone cannot do. */
import { useSyncExternalStore } from 'react';

const phoneQuery = '(max-width: 767.98px)';

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(phoneQuery);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(phoneQuery).matches,
  );
}
