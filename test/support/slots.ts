/** The days of the mail tests, the rules they follow from, and the office that writes. */
import type { MailSettings } from '../../activities/mail-settings.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import type { Rules } from '../../core/rules/rules.ts';

/** Monday 2 March 2026, 10:00: the first slot after it is Tuesday 09:00, and the items are due on Wednesday 2 September. */
export const launchAt = '2026-03-02T02:00:00.000Z';
export const firstSlot = '2026-03-03T01:00:00.000Z';

/** The day of the first letter: T+1, Thursday 3 September. */
export const letterSlot = '2026-09-03T01:00:00.000Z';

export const rules: Rules = { policy: defaultPolicy, calendar: china };

export const mailSettings: MailSettings = {
  mailFrom: '云岭县水务局整改办 <zg@yunling.example>',
  replyTo: 'office@yunling.example',
  webUrl: 'https://zg.yunling.example',
  contact: '0871-6555 0101',
  letterPrefix: '云水整督',
};
