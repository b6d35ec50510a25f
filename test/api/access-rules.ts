/** Who may read calendars and change rules: rows of the table in access.test.ts. */
import { to, type Case } from './access-cases.ts';

export const ofRules = ({
  signedIn,
  admins,
}: {
  readonly signedIn: string;
  readonly admins: string;
}): Readonly<Record<string, Case>> => ({
  'GET /api/calendars': to(signedIn, '/api/calendars'),
  'POST /api/calendars/read': to(admins, '/api/calendars/read', { text: '' }),
  'POST /api/calendars': to(admins, '/api/calendars', { text: '' }),
  'POST /api/rules/preview': to(admins, '/api/rules/preview', { rounds: [] }),
  'POST /api/rules/apply': to(admins, '/api/rules/apply', { rounds: [], reason: '节假日安排公布后，日期随之调整。' }),
});
