/** Mails leave at their slot, once, together, under one Message-ID, whatever the mail server does. */
import { describe, expect, it } from 'vitest';
import type { MailTransport } from '../../activities/mail.ts';
import { cast } from '../support/cast.ts';
import { lettersOf } from '../../db/letters.ts';
import { planFailedAgain, unreachedPeople } from '../../db/mails.ts';
import { messageIds, useMailStage } from '../support/mail-stage.ts';
import { firstSlot, launchAt, letterSlot } from '../support/slots.ts';
import { asAdmin } from '../support/ledger.ts';

const stage = useMailStage();

const { wang, lin } = cast;
/** Before the slot, an hour after the launch. */
const early = '2026-03-02T03:00:00.000Z';

describe('a slot', () => {
  it('sends nothing before it comes', async () => {
    await stage.current.launch(2);
    expect(await stage.current.relay(early)).toEqual({ sent: 0, failed: 0, skippedLines: 0, remaining: false });
    expect(stage.current.sink.mails).toEqual([]);
  });

  it('sends each person one digest of everything', async () => {
    await stage.current.launch(3);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 2, failed: 0, remaining: false });
    const [mail, ...more] = stage.current.sink.to(wang.email);
    expect(more).toEqual([]);
    expect(mail?.parsed.subject).toBe('【整改督办】3项待办，最近期限3月5日 周四（还有 2 个工作日）');
    for (const number of ['1.1', '1.2', '1.3']) expect(mail?.parsed.text).toContain(`${number} 固定资产未登记`);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0 });
  });

  it('writes to each in their own language, with headers that tell machines to be quiet', async () => {
    await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    const [mail] = stage.current.sink.to(lin.email);
    expect(mail?.parsed.subject).toBe('[Rectify] 1 changed');
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail?.raw).toMatch(/^List-ID: <rectify\.yunling\.example>/im);
    expect(mail?.parsed.from?.text).toBe('"云岭县水务局整改办" <zg@yunling.example>');
    expect(mail?.parsed.replyTo?.text).toBe('office@yunling.example');
    expect(mail?.parsed.messageId).toMatch(/^<[0-9a-f]{40}@yunling\.example>$/);
  });

  it('merges what an outage made late into one digest of the newest slot', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    // Every item has woken for the slot a minute before it, wherever in the window its id puts it.
    await stage.current.passTime(id, '2026-09-02T00:59:30.000Z');
    const known = await stage.current.mails();
    const answer = await stage.current.relay('2026-09-02T01:00:00.000Z');
    const mails = (await stage.current.mailsSince(known)).filter(({ personId }) => personId === wang.id);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.slot).toBe('2026-09-02T01:00:00.000Z');
    expect(stage.current.sink.to(wang.email)).toHaveLength(1);
    expect(answer.skippedLines).toBeGreaterThan(2);
    const repeated = (await stage.current.lines()).filter(({ skipped }) => skipped === 'repeated');
    expect(new Set(repeated.map(({ kind }) => kind))).toEqual(new Set(['reminder']));
  });

  it('gives a line that comes after its digest has left a second part instead of losing it', async () => {
    await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    await stage.current.launch(1);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 2 });
    expect(new Set(messageIds(stage.current.sink.to(wang.email))).size).toBe(2);
  });

  it('says that more is left when the limit was reached, and sends the rest next time', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.passTime(id, letterSlot);
    const first = await stage.current.relay(letterSlot, 1);
    expect(first).toMatchObject({ sent: 1, remaining: true });
    let sent = first.sent;
    for (let more = true; more;) {
      const next = await stage.current.relay(letterSlot, 1);
      sent += next.sent;
      more = next.remaining;
    }
    expect(sent).toBe(stage.current.sink.mails.length);
    expect(new Set(messageIds(stage.current.sink.mails)).size).toBe(sent);
  });
});

describe('a letter', () => {
  it('leaves by itself, numbered, beside the digest', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.passTime(id, letterSlot);
    await stage.current.relay(letterSlot);
    const subjects = stage.current.sink.to(wang.email).map(({ parsed }) => parsed.subject);
    expect(subjects).toHaveLength(2);
    expect(subjects).toContain('【提醒函】第1号 事项1.1超期1工作日，请9月8日前办理');
    const letter = stage.current.sink.to(lin.email).find(({ parsed }) => parsed.subject?.startsWith('[Reminder'));
    expect(letter?.parsed.text).toContain('No. 1 (2026)');
    expect(letter?.parsed.text).toContain('This is level 1 of the escalation.');
    expect(await lettersOf(stage.current.pool, id)).toMatchObject([{ number: 1, voidBecause: null }]);
  });
});

describe('a line that is no longer true', () => {
  it('is dropped when the item was handed in meanwhile, and says so', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.passTime(id, letterSlot);
    await stage.current.act(id, wang, 'requestClosure', '2026-09-03T00:59:00.000Z', {
      statement: '资产已全部登记入账。',
      unproven: [{ measureId: 'm1', reason: '登记表在财务系统中，可现场查看。' }],
    });
    stage.current.sink.clear();
    await stage.current.relay(letterSlot);
    expect(stage.current.sink.to(wang.email)).toEqual([]);
    const letters = (await stage.current.lines()).filter(({ kind, itemId }) => kind === 'overdue' && itemId === id);
    expect(letters.map(({ skipped }) => skipped)).toEqual(['answered', 'answered']);
  });

  it('is dropped when the item was cancelled after the mail was planned, and the empty mail with it', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    const known = await stage.current.mails();
    await stage.current.passTime(id, '2026-03-06T01:00:00.000Z');
    stage.current.sink.reject(wang.email, 450);
    stage.current.sink.reject(lin.email, 450);
    await stage.current.relay('2026-03-06T01:00:00.000Z');
    await stage.current.act(id, cast.zhao, 'cancel', '2026-03-06T02:00:00.000Z', {
      reason: '与另一事项重复，合并办理。',
    });
    stage.current.sink.clear();
    await stage.current.waitOut();
    expect(await stage.current.relay('2026-03-06T03:00:00.000Z')).toMatchObject({ sent: 0, skippedLines: 2 });
    expect((await stage.current.mailsSince(known)).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    const lines = (await stage.current.lines()).filter(({ kind, itemId }) => kind === 'signOverdue' && itemId === id);
    expect(lines.map(({ skipped }) => skipped)).toEqual(['finished', 'finished']);
  });

  it('is dropped when the person has no address that a mail server would take', async () => {
    await stage.current.launch(1);
    await asAdmin(stage.current.pool, `UPDATE person SET email = 'nobody' WHERE id = 'wang'`);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1, skippedLines: 1 });
    await asAdmin(stage.current.pool, `UPDATE person SET email = $1 WHERE id = 'wang'`, [wang.email]);
    const skipped = (await stage.current.lines()).filter((line) => line.skipped === 'noAddress');
    expect(skipped.map(({ personId }) => personId)).toEqual(['wang']);
  });
});

describe('a mail server', () => {
  it('that says "later" gets the same Message-ID later', async () => {
    await stage.current.launch(1);
    stage.current.sink.rejectNextData(451, 2);
    const known = await stage.current.mails();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0, failed: 0 });
    const planned = await stage.current.mailsSince(known);
    expect(planned.map(({ state }) => state)).toEqual(['planned', 'planned']);
    expect(planned[0]?.trouble).toEqual({ code: 'later', said: expect.stringContaining('451') as string });
    expect(planned[0]?.waitsMs).toBeGreaterThan(50_000);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0 });
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 2 });
    expect(messageIds(stage.current.sink.mails).sort()).toEqual(planned.map(({ messageId }) => messageId).sort());
  });

  it('that refuses one recipient for good leaves that in sight and the others unharmed', async () => {
    await stage.current.launch(1);
    stage.current.sink.reject(wang.email, 550, 'no such mailbox');
    const known = await stage.current.mails();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1, failed: 1 });
    const failed = (await stage.current.mailsSince(known)).filter(({ state }) => state === 'failed');
    expect(failed).toMatchObject([{ personId: 'wang', attempts: 1 }]);
    expect(failed[0]?.trouble).toEqual({ code: 'refused', said: expect.stringContaining('no such mailbox') as string });
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0, failed: 0 });
    // The address is mended, and somebody asks for it again: under the same Message-ID, for nothing of it arrived.
    stage.current.sink.accept(wang.email);
    expect(await unreachedPeople(stage.current.pool)).toMatchObject([{ personId: 'wang', mails: 1 }]);
    expect(await planFailedAgain(stage.current.pool, { personId: 'wang' })).toBe(1);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1, failed: 0 });
    expect(messageIds(stage.current.sink.to(wang.email))).toEqual([failed[0]?.messageId]);
    expect(await unreachedPeople(stage.current.pool)).toEqual([]);
  });

  it('that says later, to somebody who has left by then, is asked no more, and the lines say why', async () => {
    const [id = ''] = await stage.current.launch(1);
    stage.current.sink.reject(wang.email, 450, 'later');
    await stage.current.relay(firstSlot);
    stage.current.sink.accept(wang.email);
    await asAdmin(stage.current.pool, `UPDATE person SET left_at = now() WHERE id = 'wang'`);
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0, failed: 0 });
    await asAdmin(stage.current.pool, `UPDATE person SET left_at = NULL WHERE id = 'wang'`);
    const own = (await stage.current.lines()).filter(({ itemId, personId }) => itemId === id && personId === 'wang');
    expect(own.map(({ skipped }) => skipped)).toEqual(['hasLeft']);
  });

  it('whose mailbox is full gets it later', async () => {
    await stage.current.launch(1);
    stage.current.sink.reject(wang.email, 552, 'mailbox full');
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1, failed: 0 });
    stage.current.sink.accept(wang.email);
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1, failed: 0 });
  });

  it('that cuts the line after the last byte gets the same Message-ID again, and then no more', async () => {
    await stage.current.launch(1);
    const known = await stage.current.mails();
    stage.current.sink.dropAfterData(2);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0, failed: 0 });
    expect(stage.current.sink.mails).toHaveLength(2);
    const cut = await stage.current.mailsSince(known);
    expect(cut).toMatchObject(cut.map(() => ({ state: 'planned', unanswered: 1, mayHaveDoubled: false })));
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 2 });
    const sent = await stage.current.mailsSince(known);
    expect(sent).toMatchObject(sent.map(() => ({ state: 'sent', unanswered: 1, mayHaveDoubled: true })));
    const ids = messageIds(stage.current.sink.mails);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 0 });
    expect(stage.current.sink.mails).toHaveLength(4);
  });

  it('that is away is not asked once for every mail', async () => {
    const ids = await stage.current.launch(8);
    for (const id of ids) await stage.current.passTime(id, letterSlot);
    const known = await stage.current.mails();
    let asked = 0;
    const transport: MailTransport = {
      deliver: () => {
        asked += 1;
        return Promise.resolve({ kind: 'noAnswer', said: 'connect ECONNREFUSED', mayHaveArrived: false });
      },
    };
    const answer = await stage.current.relay(letterSlot, 200, stage.current.sender({ transport }));
    expect(answer).toMatchObject({ sent: 0, failed: 0, remaining: false });
    expect(asked).toBeLessThan(15);
    expect((await stage.current.mailsSince(known)).every(({ unanswered }) => unanswered === 0)).toBe(true);
    await stage.current.waitOut();
    const planned = await stage.current.mailsSince(known);
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: planned.length });
  });
});
