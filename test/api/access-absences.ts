/** Who gets in, for the routes of absences: rows of the table in access.test.ts. */
import { to, type Case } from './access-cases.ts';

/** Everybody enters their own; nobody has this one, so that there is none to end. */
export const absenceCases = (signedIn: string): Readonly<Record<string, Case>> => ({
  'GET /api/absences': to(signedIn, '/api/absences'),
  'POST /api/absences': to(signedIn, '/api/absences', {
    substituteId: 'nobody-1',
    from: '2026-01-05',
    to: '2026-01-04',
    reason: '赴省里参加培训',
  }),
  'POST /api/absences/{absenceId}/end': to('', '/api/absences/a-none/end'),
});
