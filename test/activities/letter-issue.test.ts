/** A letter gets its number when it leaves, once, without a gap, and takes the document of that moment with it. */
import { describe, expect, it } from 'vitest';
import { issueLetter } from '../../activities/letter-issue.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import type { MailTransport } from '../../activities/mail.ts';
import { MailSource } from '../../activities/mail-source.ts';
import { lettersOf, readLetter, type LetterRow } from '../../db/letters.ts';
import { planFailedAgain } from '../../db/mails.ts';
import { present } from '../../core/present.ts';
import { letterDocx } from '../../documents/letters/docx.ts';
import { textOf } from '../../documents/readers/text-of.ts';
import { cast } from '../support/cast.ts';
import { silentLogger } from '../support/ledger.ts';
import { useMailStage } from '../support/mail-stage.ts';
import { firstSlot, launchAt, letterSlot, mailSettings } from '../support/slots.ts';

const stage = useMailStage();
const { wang, lin, zhao, li } = cast;

/** Items of one round, signed for, whose reminder letters wait for their slot. */
async function late(count: number): Promise<string[]> {
  const ids = await stage.current.launch(count);
  for (const id of ids) await stage.current.act(id, wang, 'signFor', launchAt, {});
  await stage.current.relay(firstSlot);
  for (const id of ids) await stage.current.passTime(id, letterSlot);
  stage.current.sink.clear();
  return ids;
}

const letterOf = async (id: string): Promise<LetterRow> =>
  present((await lettersOf(stage.current.pool, id))[0], `letter of ${id}`);
const numbersOf = async (ids: readonly string[]): Promise<(number | null)[]> =>
  (await Promise.all(ids.map(letterOf))).map(({ number }) => number);
const reason = '与另一事项重复，合并办理。';
const isLetter = /提醒函|Reminder letter/;
const lettersIn = () => stage.current.sink.mails.filter(({ parsed }) => isLetter.test(parsed.subject ?? ''));

describe('a letter that leaves', () => {
  it('takes its document with it, in the language of whom it goes to, and other mails take none', async () => {
    const [id = ''] = await late(1);
    expect(await letterOf(id)).toMatchObject({
      kind: 'reminderLetter',
      number: null,
      issuedAt: null,
      voidBecause: null,
    });
    await stage.current.relay(letterSlot);
    const { seq } = await letterOf(id);
    const { contents, ...numbered } = present(await readLetter(stage.current.pool, id, seq), 'letter');
    for (const { person, locale, name, words } of [
      { person: wang, locale: 'zh-CN', name: '云水整督〔2026〕1号 提醒函.docx', words: ['〔2026〕1号', '特此函告'] },
      { person: lin, locale: 'en', name: 'No. 1 (2026), 云水整督 Reminder letter.docx', words: ['was first due on'] },
    ] as const) {
      const own = lettersIn().filter(({ to }) => to.includes(person.email));
      expect(own).toHaveLength(1);
      const [file, ...more] = own[0]?.parsed.attachments ?? [];
      expect(more).toEqual([]);
      expect([file?.filename, file?.contentDisposition]).toEqual([name, 'attachment']);
      expect(file?.contentType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
      const text = await textOf(new Uint8Array(present(file, 'file').content));
      for (const said of [...words, '固定资产未登记', '云岭县水务局整改办']) expect(text).toContain(said);
      const again = await letterDocx({ ...present(contents, 'contents'), ...numbered, locale });
      expect(file?.content.equals(again)).toBe(true);
      expect(own[0]?.parsed.text).toContain(words[0]);
      expect(own[0]?.parsed.html).toContain('</html>');
    }
    const others = stage.current.sink.mails.filter((mail) => !lettersIn().includes(mail));
    expect(others.length).toBeGreaterThan(0);
    for (const { parsed } of others) expect(parsed.attachments).toEqual([]);
  });

  it('says the same when it is sent again, whatever has changed since', async () => {
    const [id = ''] = await late(1);
    stage.current.sink.dropAfterData(10);
    await stage.current.relay(letterSlot);
    stage.current.sink.dropAfterData(0);
    await stage.current.pool.query(
      `UPDATE round SET title = '另一个名称' WHERE id = (SELECT round_id FROM item WHERE id = $1)`,
      [id],
    );
    await stage.current.waitOut();
    const settings = { ...mailSettings, contact: '0871-6555 0202', letterPrefix: '云水督' };
    await stage.current.relay('2026-09-04T03:00:00.000Z', 200, stage.current.sender({ settings }));
    const sent = new Map<string, Buffer[]>();
    for (const { to, parsed } of lettersIn())
      sent.set(to.join(), [...(sent.get(to.join()) ?? []), present(parsed.attachments[0], 'file').content]);
    expect(sent.size).toBe(2);
    for (const [first, second] of sent.values()) expect(first?.equals(present(second, 'second'))).toBe(true);
  });
});

describe('the number', () => {
  it('is never taken by what is closed or gets another date before it leaves', async () => {
    const [closed = '', moved = '', ...others] = await late(4);
    await stage.current.act(closed, zhao, 'cancel', '2026-09-03T00:30:00.000Z', { reason });
    await stage.current.act(moved, li, 'setDueDate', '2026-09-03T00:30:00.000Z', { dueOn: '2026-10-15', reason });
    await stage.current.relay(letterSlot);
    expect(await letterOf(closed)).toMatchObject({ number: null, year: null, issuedAt: null, voidBecause: 'finished' });
    expect(await letterOf(moved)).toMatchObject({ number: null, voidBecause: 'deadlineMoved' });
    expect((await numbersOf(others)).sort()).toEqual([1, 2]);
    expect(lettersIn()).toHaveLength(4);
  });

  it('is not taken either when the item closes after the mails were in hand', async () => {
    const [id = '', other = ''] = await late(2);
    const { pool } = stage.current;
    const holder = new MailHolder({ pool, logger: silentLogger });
    await holder.lease.say();
    const source = new MailSource({ pool, holder, now: letterSlot, host: 'yunling.example', claimSize: 48 });
    for (let held = await source.next(); held !== null; held = await source.next()) {
      if (held.lines[0]?.itemId !== id || held.mail.kind !== 'letter') continue;
      await stage.current.act(id, zhao, 'cancel', '2026-09-03T00:59:30.000Z', { reason }).catch(() => undefined);
      expect(await issueLetter(held, id, { pool, settings: mailSettings, now: letterSlot })).toEqual({ line: null });
    }
    expect(await letterOf(id)).toMatchObject({ number: null, voidBecause: 'finished' });
    expect(await numbersOf([other])).toEqual([null]);
  });

  it('is one for all mails of a letter and another for each letter, whoever sends at once', async () => {
    const ids = await late(10);
    await Promise.all([1, 2, 3].map(() => stage.current.relay(letterSlot)));
    const numbers = await numbersOf(ids);
    expect([...numbers].sort((one, other) => Number(one) - Number(other))).toEqual(ids.map((_, index) => index + 1));
    const printed = lettersIn().map(({ parsed }) =>
      /第(\d+)号|No\. (\d+):/
        .exec(parsed.subject ?? '')
        ?.slice(1)
        .join(''),
    );
    expect(printed.sort()).toEqual(numbers.flatMap((number) => [String(number), String(number)]).sort());
  });

  it('stays with its letter when the sender is killed before it hands it over', async () => {
    const ids = await late(3);
    const { pool } = stage.current;
    const dead = new MailHolder({ pool, logger: silentLogger, leaseMs: 300 });
    await dead.lease.say();
    const source = new MailSource({ pool, holder: dead, now: letterSlot, host: 'yunling.example', claimSize: 48 });
    let taken = '';
    for (let held = await source.next(); held !== null && taken === ''; held = await source.next()) {
      if (held.mail.kind !== 'letter') continue;
      taken = held.lines[0]?.itemId ?? '';
      await issueLetter(held, taken, { pool, settings: mailSettings, now: letterSlot });
    }
    expect(await numbersOf([taken])).toEqual([1]);
    const holder = new MailHolder({ pool, logger: silentLogger, leaseMs: 300 });
    await stage.current.relay('2026-09-03T01:05:00.000Z', 200, stage.current.sender({ holder }));
    expect(await numbersOf([taken])).toEqual([1]);
    expect((await numbersOf(ids)).sort()).toEqual([1, 2, 3]);
    expect(lettersIn()).toHaveLength(6);
  });

  it('stands, and its letter is void with the reason, where nothing arrived before the item was closed', async () => {
    const [closed = ''] = await late(1);
    const transport: MailTransport = {
      deliver: () => Promise.resolve({ kind: 'noAnswer', said: 'ECONNREFUSED', mayHaveArrived: false }),
    };
    await stage.current.relay(letterSlot, 200, stage.current.sender({ transport }));
    expect(await letterOf(closed)).toMatchObject({ number: 1, voidBecause: null });
    await stage.current.act(closed, zhao, 'cancel', '2026-09-03T02:00:00.000Z', { reason });
    await stage.current.waitOut();
    await stage.current.relay('2026-09-03T03:00:00.000Z');
    expect(lettersIn()).toEqual([]);
    expect(await letterOf(closed)).toMatchObject({ number: 1, voidBecause: 'finished' });
  });

  it('is not said to be void where a mail may have arrived', async () => {
    const [id = ''] = await late(1);
    stage.current.sink.dropAfterData(10);
    await stage.current.relay(letterSlot);
    await stage.current.act(id, zhao, 'cancel', '2026-09-03T02:00:00.000Z', { reason });
    await stage.current.waitOut();
    await stage.current.relay('2026-09-03T03:00:00.000Z');
    expect(await letterOf(id)).toMatchObject({ number: 1, voidBecause: null });
  });

  it('is void while all addresses are refused for good, until it is tried again', async () => {
    const [id = ''] = await late(1);
    for (const { email } of [wang, lin]) stage.current.sink.reject(email, 550);
    await stage.current.relay(letterSlot);
    expect(await letterOf(id)).toMatchObject({ number: 1, voidBecause: 'noAddress' });
    for (const { email } of [wang, lin]) stage.current.sink.accept(email);
    await planFailedAgain(stage.current.pool, { personId: wang.id });
    expect(await letterOf(id)).toMatchObject({ number: 1, voidBecause: null });
  });
});

describe('what the office does by hand', () => {
  it('is a letter of its own: numbered, with its reason, and said to be before its date', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.relay(firstSlot);
    stage.current.sink.clear();
    const words = '上级将于四月复查，请提前办理。';
    await stage.current.act(id, li, 'issueLetter', '2026-03-04T02:00:00.000Z', {
      letter: 'supervisionLetter',
      reason: words,
    });
    await stage.current.relay('2026-03-05T01:00:00.000Z');
    const own = stage.current.sink.to(wang.email).find(({ parsed }) => parsed.subject?.includes('督办函'));
    expect(own?.parsed.subject).toBe('【督办函】第1号 事项1.1，请3月12日前办理');
    const text = await textOf(new Uint8Array(present(own?.parsed.attachments[0], 'file').content));
    for (const said of [`发函事由：${words}`, '距期限还有', '云水整督〔2026〕1号']) expect(text).toContain(said);
    expect(text).not.toMatch(/超期|级提示/);
    expect(await letterOf(id)).toMatchObject({ kind: 'supervisionLetter', number: 1, voidBecause: null });
  });

  it('is an urging that leaves at once, between two slots, to whoever is waited for and to nobody else', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    stage.current.sink.clear();
    await stage.current.act(id, li, 'urge', '2026-03-04T06:30:00.000Z', {});
    await stage.current.relay('2026-03-04T06:31:00.000Z');
    expect(stage.current.sink.mails.flatMap(({ to }) => to)).toEqual([wang.email]);
    const [mail] = stage.current.sink.mails;
    expect(mail?.parsed.subject).toContain('1项待办');
    expect(mail?.parsed.text).toContain('已催办');
    expect(mail?.parsed.attachments).toEqual([]);
  });
});

it('kinds with marks of their own are numbered apart, and print them', async () => {
  const [id = '', other = ''] = await late(2);
  const marked = [
    { kind: 'reminderLetter', mark: '提', to: ['handler'] },
    { kind: 'supervisionLetter', mark: '督', to: ['handler'] },
  ];
  await stage.current.pool.query(
    `UPDATE round SET policy = policy || $2::jsonb WHERE id = (SELECT round_id FROM item WHERE id = $1)`,
    [id, JSON.stringify({ letters: marked })],
  );
  await stage.current.relay(letterSlot);
  await stage.current.passTime(id, '2026-09-09T01:00:00.000Z');
  await stage.current.relay('2026-09-09T01:00:00.000Z');
  const printed = (await lettersOf(stage.current.pool, id)).map(({ kind, number }) => [kind, number]);
  expect((await numbersOf([id, other])).sort()).toEqual([1, 2]);
  expect(printed.at(-1)).toEqual(['supervisionLetter', 1]);
  const names = stage.current.sink.mails.flatMap(({ parsed }) => parsed.attachments.map(({ filename }) => filename));
  expect(names).toContain('云水整督督〔2026〕1号 督办函.docx');
  expect(names.filter((name) => name?.startsWith('云水整督提〔2026〕'))).toHaveLength(2);
});
