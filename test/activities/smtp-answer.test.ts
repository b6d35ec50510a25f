/** What an answer of a mail server means for a mail. */
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../activities/smtp-answer.ts';

const error = (fields: object): Error => Object.assign(new Error('the message'), fields);

describe('an answer of a mail server', () => {
  it.each([
    ['refused for good', { responseCode: 550, command: 'RCPT TO', response: '550 no such\r\nuser' }, 'refused'],
    ['refused as a whole', { responseCode: 554, command: 'DATA' }, 'refused'],
    ['an address no command can hold', { code: 'EENVELOPE', command: 'API' }, 'refused'],
    ['relaying denied', { responseCode: 554, command: 'RCPT TO', response: '554 5.7.1 Relay access denied' }, 'later'],
    ['no such mailbox', { responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 User unknown' }, 'refused'],
    ['our login missing', { responseCode: 530, command: 'RCPT TO', response: '530 Authentication required' }, 'later'],
    ['a full mailbox', { responseCode: 552, command: 'RCPT TO', response: '552 Mailbox full' }, 'later'],
    ['a full one, said otherwise', { responseCode: 550, command: 'DATA', response: '550 5.2.2 Over quota' }, 'later'],
    ['greylisted', { responseCode: 450, command: 'RCPT TO' }, 'later'],
    ['our login refused', { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'noAnswer'],
    ['our sender refused', { responseCode: 553, command: 'MAIL FROM' }, 'noAnswer'],
    ['the line cut', { code: 'ECONNECTION', command: 'CONN' }, 'noAnswer'],
    ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'noAnswer'],
  ])('%s', (_what, fields, kind) => {
    expect(answerOf(error(fields), false).kind).toBe(kind);
  });

  it('keeps the words of the server on one line, and something of whatever was thrown', () => {
    const answer = answerOf(error({ responseCode: 550, command: 'RCPT TO', response: '550 no such\r\nuser' }), false);
    expect(answer).toEqual({ kind: 'refused', said: '550 no such user' });
    expect(answerOf('cable', false)).toEqual({ kind: 'noAnswer', said: 'cable', mayHaveArrived: false });
  });

  it('that never came leaves open whether the mail arrived, once the server had asked for it', () => {
    const cut = error({ code: 'ECONNECTION', command: 'CONN' });
    expect(answerOf(cut, true)).toMatchObject({ kind: 'noAnswer', mayHaveArrived: true });
    expect(answerOf(cut, false)).toMatchObject({ kind: 'noAnswer', mayHaveArrived: false });
  });
});
