/** The small parts of sending: what an answer means, the brake, addresses and Message-IDs. */
import { describe, expect, it } from 'vitest';
import { createBrake, type Brake, type Leave } from '../../activities/mail-brake.ts';
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

describe('the brake', () => {
  const leave = (brake: Brake, nowMs: number): Leave | null => {
    const taken = brake.take(nowMs);
    return 'leave' in taken ? taken.leave : null;
  };
  const waitMs = (brake: Brake, nowMs: number): number | null => {
    const taken = brake.take(nowMs);
    return 'waitMs' in taken ? taken.waitMs : null;
  };

  it('never lets more than so many go in any sixty seconds', () => {
    const brake = createBrake(3);
    const gone: number[] = [];
    for (let now = 0; now < 300_000; now += 1_000) {
      const taken = leave(brake, now);
      if (taken !== null) gone.push(now);
      taken?.gone(now);
    }
    for (const start of gone)
      expect(gone.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(3);
    expect(gone).toHaveLength(15);
  });

  it('says how long to wait', () => {
    const brake = createBrake(1);
    leave(brake, 1_000)?.gone(1_000);
    expect([waitMs(brake, 11_000), waitMs(brake, 61_000)]).toEqual([50_000, null]);
  });

  it('counts a mail from when it went, however long it was held up before', () => {
    const brake = createBrake(1);
    const held = leave(brake, 0);
    expect(waitMs(brake, 59_000)).toBe(1000);
    held?.gone(59_500);
    expect(waitMs(brake, 60_500)).toBe(59_000);
  });

  it('does not count a mail that was not there', () => {
    const brake = createBrake(1);
    leave(brake, 0)?.giveBack();
    leave(brake, 1)?.gone(1);
    expect(waitMs(brake, 2)).toBe(59_999);
  });

  it('is off unless set', () => {
    const brake = createBrake(undefined);
    expect(Array.from({ length: 1000 }, () => leave(brake, 0)).every((taken) => taken !== null)).toBe(true);
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
