/** Who gets in, for the routes of templates: rows of the table in access.test.ts. */
import { to, type Case } from './access-cases.ts';

const admins = 'zhao';

export function formCases(roundId: () => string): Readonly<Record<string, Case>> {
  const progress = (rest: string, payload?: object): Case => ({
    may: admins,
    request: () => ({
      url: `/api/rounds/${roundId()}/progress${rest}`,
      ...(payload === undefined ? {} : { payload }),
    }),
  });
  return {
    'GET /api/people/template': to(admins, '/api/people/template'),
    'POST /api/people/import/preview': to(admins, '/api/people/import/preview', {}),
    'POST /api/people/import': to(admins, '/api/people/import', {}),
    'GET /api/rounds/template': to(admins, '/api/rounds/template'),
    'POST /api/rounds/from-template/preview': to(admins, '/api/rounds/from-template/preview', {}),
    'POST /api/rounds/from-template': to(admins, '/api/rounds/from-template', {}),
    'GET /api/rounds/{roundId}/progress': progress('?unit=finance'),
    'POST /api/rounds/{roundId}/progress/preview': progress('/preview', {}),
    'POST /api/rounds/{roundId}/progress': progress('', {}),
  };
}
