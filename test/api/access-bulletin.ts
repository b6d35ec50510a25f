/** Who gets in where a progress notice is prepared: rows of the table in access.test.ts. */
import type { Case } from './access-cases.ts';

const readers = 'zhang li zhao';

export function bulletinCases(where: () => { roundId: string; itemId: string }): Readonly<Record<string, Case>> {
  const at = (path: string) => `/api/rounds/${where().roundId}/${path}`;
  const entry = () => at(`bulletin/entries/${where().itemId}`);
  return {
    'GET /api/rounds/{roundId}/bulletin': { may: readers, request: () => ({ url: at('bulletin?form=md') }) },
    'GET /api/rounds/{roundId}/bulletin/draft': { may: readers, request: () => ({ url: at('bulletin/draft') }) },
    'GET /api/rounds/{roundId}/bulletin/preview': { may: readers, request: () => ({ url: at('bulletin/preview') }) },
    'PUT /api/rounds/{roundId}/bulletin/entries/{itemId}': {
      may: 'zhao',
      request: () => ({ url: entry(), payload: { choice: 'publish', version: 0 } }),
    },
    // Of the office, and no tie to the item.
    'POST /api/rounds/{roundId}/bulletin/entries/{itemId}/approve': {
      may: 'li zhao',
      request: () => ({ url: `${entry()}/approve`, payload: { version: 0 } }),
    },
    'PUT /api/rounds/{roundId}/bulletin/frame': {
      may: 'zhao',
      request: () => ({ url: at('bulletin/frame'), payload: { version: 0 } }),
    },
  };
}
