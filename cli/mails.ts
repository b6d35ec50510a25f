/** `rectify mails …` */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { cut, table } from './table.ts';
import { mails } from '../client/mails.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { mailTroubleText } from '../core/i18n/mail-trouble.ts';
import { dateTime } from '../core/i18n/format.ts';

export interface MailList {
  readonly mayHaveDoubled: boolean;
  readonly isJson: boolean;
}

export async function listMails(session: Session, { mayHaveDoubled, isJson }: MailList, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const page = await mails(context, await session.actor(), { before: null, mayHaveDoubled });
  if (isJson) return print(JSON.stringify(page, null, 2));
  const names = await namesOfAll(context);
  const { things, mailStates, mailDoubts } = catalogue(locale);
  const rows = page.mails.map((mail) => [
    String(mail.id),
    dateTime(mail.sentAt ?? mail.slot, locale),
    mail.mayHaveDoubled ? `${mailStates[mail.state]} · ${mailDoubts.mayHaveDoubled}` : mailStates[mail.state],
    names.person(mail.personId),
    cut(mail.subject ?? (mail.trouble === null ? '' : mailTroubleText(mail.trouble, locale)), 48),
  ]);
  if (rows.length === 0) print(words.nothing);
  else print(table([[words.id, '', things.state, things.recipient, things.mail], ...rows]));
  if (page.mayHaveDoubled > 0) print(words.doubled(page.mayHaveDoubled));
}
