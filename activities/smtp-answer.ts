/** What a mail server's answer means for a mail: gone, refused for good, later, or nobody knows. */

export type SmtpAnswer =
  | { readonly kind: 'sent' }
  /** 5xx for this recipient or this mail: trying again would change nothing. */
  | { readonly kind: 'refused'; readonly said: string }
  /** 4xx for this recipient or this mail: greylisting, a full mailbox. */
  | { readonly kind: 'later'; readonly said: string }
  /** No word about this mail: no connection, no login, a line cut after the last byte. */
  | { readonly kind: 'noAnswer'; readonly said: string; readonly mayHaveArrived: boolean };

/** The fields that nodemailer puts on its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Only these commands speak of the mail; a "no" to MAIL FROM, AUTH or the greeting is about us and ends some day. */
const aboutTheMail = ['RCPT TO', 'DATA'];

/**
 * "Relaying denied", "authentication required", "system full": said at RCPT TO with 5xx, but mended by an administrator and not
 * by another recipient. A wrong setting must not lose the mails of a whole morning. (RFC 3463: X.3 system, X.4 routing, X.7 policy)
 */
const isAboutTheSystem = (responseCode: number, response: string): boolean =>
  [530, 534, 535, 538].includes(responseCode) || /^5\d\d[ -]5\.[347]\./.test(response);

/** "Mailbox full" ends when its owner makes room (RFC 5321: 552; RFC 3463: X.2.2). */
const isFull = (responseCode: number, response: string): boolean =>
  responseCode === 552 || /^5\d\d[ -]5\.2\.2\b/.test(response);

const isForGood = (responseCode: number, response: string): boolean =>
  responseCode >= 500 && !isAboutTheSystem(responseCode, response) && !isFull(responseCode, response);

/** @param isUnderWay the server had asked for the bytes of the mail: without an answer after that it may have them all */
export function answerOf(error: unknown, isUnderWay: boolean): SmtpAnswer {
  if (!(error instanceof Error)) return { kind: 'noAnswer', said: String(error), mayHaveArrived: isUnderWay };
  const { code, command = '', responseCode, response, message } = error as SmtpError;
  // "Command not recognised" alone would not tell that the server offers no TLS.
  const spoken = code === 'ETLS' ? `STARTTLS: ${response ?? message}` : (response ?? message);
  const said = spoken.replace(/\s+/g, ' ').slice(0, 300);
  if (responseCode !== undefined && aboutTheMail.includes(command))
    return { kind: isForGood(responseCode, said) ? 'refused' : 'later', said };
  // An address that cannot even be written into a command.
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'refused', said };
  return { kind: 'noAnswer', said, mayHaveArrived: isUnderWay };
}
