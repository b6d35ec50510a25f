/** Who may rehearse a round: rows of the table in access.test.ts. */
import type { Case } from './access-cases.ts';

export function rehearsalCases(roundId: () => string): Readonly<Record<string, Case>> {
  const admins = (payload?: object): Case => ({
    may: 'zhao',
    request: () => ({ url: `/api/rounds/${roundId()}/rehearsal`, ...(payload === undefined ? {} : { payload }) }),
  });
  const asked = { until: '2026-06-30', assumption: 'nobodyActs' };
  return {
    'POST /api/rounds/{roundId}/rehearsal': admins(asked),
    'GET /api/rounds/{roundId}/rehearsal': admins(),
    'DELETE /api/rounds/{roundId}/rehearsal': admins(),
  };
}
