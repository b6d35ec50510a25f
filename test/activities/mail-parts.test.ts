/** The small parts of sending: what an answer means, the brake, addresses and Message-IDs. */
import { describe, expect, it } from 'vitest';
import { createBrake } from '../../activities/mail-brake.ts';
import { messageIdOf, senderOf } from '../../activities/mail-settings.ts';
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
    ['greylisted', { responseCode: 450, command: 'RCPT TO' }, 'later'],
    ['our login refused', { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'noAnswer'],
    ['our sender refused', { responseCode: 553, command: 'MAIL FROM' }, 'noAnswer'],
    ['the line cut', { code: 'ECONNECTION', command: 'CONN' }, 'noAnswer'],
    ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'noAnswer'],
  ])('%s', (_what, fields, kind) => {
    expect(answerOf(error(fields)).kind).toBe(kind);
  });

  it('keeps the words of the server on one line, and something of whatever was thrown', () => {
    const answer = answerOf(error({ responseCode: 550, command: 'RCPT TO', response: '550 no such\r\nuser' }));
    expect(answer).toEqual({ kind: 'refused', problem: '550 no such user' });
    expect(answerOf('cable')).toEqual({ kind: 'noAnswer', problem: 'cable' });
  });
});

describe('the brake', () => {
  it('never lets more than so many go in any sixty seconds', () => {
    const brake = createBrake(3);
    const gone: number[] = [];
    for (let now = 0; now < 300_000; now += 1_000) if (brake.take(now) === 0) gone.push(now);
    for (const start of gone)
      expect(gone.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(3);
    expect(gone).toHaveLength(15);
  });

  it('says how long to wait', () => {
    const brake = createBrake(1);
    expect([brake.take(1_000), brake.take(11_000), brake.take(61_000)]).toEqual([0, 50_000, 0]);
  });

  it('does not count a mail that was not there', () => {
    const brake = createBrake(1);
    brake.take(0);
    brake.giveBack();
    expect([brake.take(1), brake.take(2)]).toEqual([0, 59_999]);
  });

  it('is off unless set', () => {
    const brake = createBrake(undefined);
    expect(Array.from({ length: 1000 }, () => brake.take(0)).every((waitMs) => waitMs === 0)).toBe(true);
  });
});

describe('a Message-ID', () => {
  const mail = { personId: 'wang', kind: 'digest', slot: '2026-03-03T01:00:00.000Z' } as const;

  it('is the same for the same mail and another for any other', () => {
    const ids = [
      messageIdOf(mail, '1', 'a.example'),
      messageIdOf(mail, '2', 'a.example'),
      messageIdOf({ ...mail, kind: 'letter' }, '1', 'a.example'),
      messageIdOf({ ...mail, personId: 'lin' }, '1', 'a.example'),
      messageIdOf({ ...mail, slot: '2026-03-04T01:00:00.000Z' }, '1', 'a.example'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(messageIdOf({ ...mail }, '1', 'a.example')).toBe(ids[0]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@a\.example>$/);
  });
});

describe('the sender', () => {
  it('has a name, an address and a host', () => {
    const webUrl = 'https://zg.example';
    expect(senderOf({ mailFrom: '"整改办" <zg@yunling.example>', webUrl })).toEqual({
      name: '整改办',
      address: 'zg@yunling.example',
      host: 'yunling.example',
    });
    expect(senderOf({ mailFrom: 'zg@localhost', webUrl })).toEqual({
      name: 'zg@localhost',
      address: 'zg@localhost',
      host: 'localhost',
    });
  });
});
