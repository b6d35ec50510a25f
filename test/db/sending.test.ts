/** The statements of mails on their way: who holds what, when the dead are followed, and what a note changes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { MailTrouble } from '../../core/item/mail-trouble.ts';
import { insertMails } from '../../db/outbox.ts';
import { claimMails, sayAlive, takeOver, writeNotes, type ClaimedMail, type MailNote } from '../../db/sending.ts';
import { useMailStage, type MailRecord } from '../support/mail-stage.ts';
import { firstSlot } from '../support/slots.ts';

const stage = useMailStage();
const leaseMs = 600;
const later: MailTrouble = { code: 'later', said: '451 later' };
let count = 0;

async function plan(kind: 'digest' | 'letter' = 'digest'): Promise<number> {
  const messageId = `<sending-${(count += 1)}@yunling.example>`;
  const [id] = (
    await insertMails(stage.current.pool, [{ messageId, personId: 'wang', kind, slot: firstSlot }])
  ).values();
  if (id === undefined) throw new Error('there already');
  return id;
}

const claim = (
  holderId: string,
  {
    limit = 10,
    inHand = [],
    isOfLost = false,
  }: { limit?: number; inHand?: readonly number[]; isOfLost?: boolean } = {},
): Promise<ClaimedMail[]> => claimMails(stage.current.pool, { holderId, limit, inHand, isOfLost });

const idsOf = (mails: readonly { readonly id: number }[]): number[] => mails.map(({ id }) => id);

const note = (holderId: string, ...notes: MailNote[]): Promise<Set<number>> =>
  writeNotes(stage.current.pool, holderId, notes);

const alive = (holderId: string): Promise<void> => sayAlive(stage.current.pool, holderId, leaseMs);

const record = async (id: number): Promise<MailRecord> => {
  const found = (await stage.current.mails()).find((mail) => mail.id === id);
  if (found === undefined) throw new Error(`no mail ${id}`);
  return found;
};

const waitMinutes = async (id: number): Promise<number> => Math.round(Math.abs((await record(id)).waitsMs) / 60_000);

/** Says that it lives, without a gap, for so many leases. */
async function live(holderId: string, leases: number): Promise<void> {
  const end = performance.now() + leases * leaseMs + 20;
  await alive(holderId);
  while (performance.now() < end) {
    await sleep(leaseMs / 10);
    await alive(holderId);
  }
}

/** Has watched for a lease, so that it may take over. */
async function watcher(): Promise<string> {
  const id = randomUUID();
  await live(id, 1);
  return id;
}

const freedBy = async (holderId: string): Promise<number> =>
  (await takeOver(stage.current.pool, holderId, leaseMs)).freed;

describe('a claim', () => {
  it('takes each mail once, letters before digests and the oldest first', async () => {
    const digests = [await plan(), await plan()];
    const letter = await plan('letter');
    expect(idsOf(await claim(randomUUID(), { limit: 2 }))).toEqual([letter, digests[0]]);
    expect(idsOf(await claim(randomUUID()))).toEqual([digests[1]]);
    expect(await claim(randomUUID())).toEqual([]);
  });

  it('brings the person and the unit', async () => {
    await plan();
    const [mail] = await claim(randomUUID());
    expect(mail).toMatchObject({ attempts: 1, personUnit: '财务科' });
    expect(mail?.person).toMatchObject({ id: 'wang', unitId: 'finance', inInspectionOffice: false, locale: 'zh-CN' });
  });

  it('is of one among many who ask at once', async () => {
    const id = await plan();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(randomUUID())));
    expect(claims.flatMap(idsOf)).toEqual([id]);
  });

  it('whose answer was lost is made again by the same holder, and what it has in hand is not', async () => {
    const [known, lost] = [await plan(), await plan()];
    const holder = randomUUID();
    await claim(holder);
    expect(idsOf(await claim(holder, { inHand: [known] }))).toEqual([lost]);
    expect(await claim(holder, { inHand: [known, lost] })).toEqual([]);
  });
});

describe('what a dead process held', () => {
  it('is freed a lease after its last word, and not while it lives', async () => {
    const id = await plan();
    const dead = randomUUID();
    await alive(dead);
    await claim(dead);
    const heir = await watcher();
    await alive(dead);
    expect(await takeOver(stage.current.pool, heir, leaseMs)).toEqual({ freed: 0, heldByOthers: 1 });
    await live(heir, 0.5);
    expect(await freedBy(heir)).toBe(0);
    await live(heir, 0.6);
    expect(await takeOver(stage.current.pool, heir, leaseMs)).toEqual({ freed: 1, heldByOthers: 0 });
    expect(await record(id)).toMatchObject({ state: 'planned', unanswered: 0, trouble: { code: 'senderLost' } });
  });

  it('is not freed by one who was away itself: the same outage may have kept the other from speaking', async () => {
    await plan();
    const other = randomUUID();
    await alive(other);
    await claim(other);
    const heir = await watcher();
    await sleep(leaseMs + 20);
    await alive(heir);
    expect(await freedBy(heir)).toBe(0);
    await alive(other);
    await live(heir, 0.9);
    await alive(other);
    await live(heir, 0.2);
    expect(await freedBy(heir)).toBe(0);
  });

  it('may have arrived when it had been handed over', async () => {
    const id = await plan();
    const dead = randomUUID();
    const [mail] = await claim(dead);
    await note(dead, { id, attempts: mail?.attempts ?? 0, kind: 'handedOver' });
    const heir = await watcher();
    expect(await freedBy(heir)).toBe(1);
    expect(await record(id)).toMatchObject({ state: 'planned', unanswered: 1, mayHaveDoubled: false });
    await claim(heir, { isOfLost: true });
    await note(heir, { id, attempts: 2, kind: 'sent', subject: '一项待办' });
    expect(await record(id)).toMatchObject({ state: 'sent', unanswered: 1, mayHaveDoubled: true });
  });

  it('is tried at once after the first loss, then after pauses that double, and apart from the others', async () => {
    const id = await plan();
    const waits = [];
    for (let index = 0; index < 4; index += 1) {
      await claim(randomUUID(), { isOfLost: index > 0 });
      expect(await freedBy(await watcher())).toBe(1);
      waits.push(await waitMinutes(id));
      await stage.current.waitOut();
    }
    expect(waits).toEqual([0, 1, 2, 4]);
    expect(await claim(randomUUID())).toEqual([]);
    const holder = randomUUID();
    const [mail] = await claim(holder, { isOfLost: true });
    expect(mail?.id).toBe(id);
    // The mail server answered, and its sender lives: it was not this mail.
    await note(holder, { id, attempts: mail?.attempts ?? 0, kind: 'deferred', trouble: later, mayHaveArrived: false });
    await stage.current.waitOut();
    expect(idsOf(await claim(randomUUID()))).toEqual([id]);
  });
});

describe('a note', () => {
  it('that defers waits twice as long each time, up to an hour', async () => {
    const id = await plan();
    const holder = randomUUID();
    const waits = [];
    for (let index = 0; index < 8; index += 1) {
      const [mail] = await claim(holder);
      const attempts = mail?.attempts ?? 0;
      await note(holder, { id, attempts, kind: 'deferred', trouble: later, mayHaveArrived: index === 0 });
      waits.push(await waitMinutes(id));
      await stage.current.waitOut();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await record(id)).toMatchObject({ state: 'planned', trouble: later, attempts: 8, unanswered: 1 });
  });

  it('changes nothing when another holds the mail by now, unless the mail was accepted', async () => {
    const id = await plan();
    const lost = randomUUID();
    await claim(lost);
    const heir = await watcher();
    await freedBy(heir);
    await claim(heir, { isOfLost: true });
    await note(heir, { id, attempts: 2, kind: 'handedOver' });
    const late = { id, attempts: 1, trouble: later };
    for (const kind of ['failed', 'skipped'] as const) expect(await note(lost, { ...late, kind })).toEqual(new Set());
    expect(await note(lost, { ...late, kind: 'deferred', mayHaveArrived: true })).toEqual(new Set());
    expect(await note(lost, { id, attempts: 1, kind: 'handedOver' })).toEqual(new Set());
    expect(await note(lost, { id, attempts: 1, kind: 'givenBack' })).toEqual(new Set());
    expect(await record(id)).toMatchObject({ state: 'sending', trouble: { code: 'senderLost' }, attempts: 2 });
    expect(await note(lost, { id, attempts: 1, kind: 'sent', subject: 'sent after all' })).toEqual(new Set([id]));
    expect(await record(id)).toMatchObject({ state: 'sent', subject: 'sent after all' });
  });

  it('says the same when it is written twice', async () => {
    const ids = [await plan(), await plan(), await plan(), await plan()];
    const holder = randomUUID();
    await claim(holder);
    const [sent = 0, deferred = 0, failed = 0, givenBack = 0] = ids;
    const notes: MailNote[] = [
      { id: sent, attempts: 1, kind: 'sent', subject: '一' },
      { id: deferred, attempts: 1, kind: 'deferred', trouble: later, mayHaveArrived: true },
      { id: failed, attempts: 1, kind: 'failed', trouble: { code: 'refused', said: '550' } },
      { id: givenBack, attempts: 1, kind: 'givenBack' },
    ];
    expect(await note(holder, ...notes)).toEqual(new Set(ids));
    const once = await Promise.all(ids.map(record));
    await note(holder, ...notes);
    const again = await Promise.all(ids.map(record));
    const withoutClock = ({ waitsMs: _waitsMs, ...mail }: MailRecord) => mail;
    expect(again.map(withoutClock)).toEqual(once.map(withoutClock));
    expect(once).toMatchObject([
      { state: 'sent' },
      { state: 'planned', unanswered: 1 },
      { state: 'failed' },
      { state: 'planned', attempts: 0 },
    ]);
  });

  it('is written whatever bytes a mail server answers with', async () => {
    const id = await plan();
    const holder = randomUUID();
    await claim(holder);
    await note(holder, { id, attempts: 1, kind: 'failed', trouble: { code: 'refused', said: '550 \u0000 \ud83d 不' } });
    expect((await record(id)).trouble).toEqual({ code: 'refused', said: '550   \ufffd 不' });
  });
});
