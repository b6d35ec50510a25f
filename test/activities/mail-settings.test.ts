/** Message-IDs, and who sends. */
import { describe, expect, it } from 'vitest';
import { messageIdOf, senderOf } from '../../activities/mail-settings.ts';

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
