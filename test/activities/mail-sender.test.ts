/** Who sends may die, be cancelled or meet another: each mail still leaves once, and what cannot leave stays in sight. */
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { createMailActivities } from '../../activities/mail.ts';
import { claimMail } from '../../db/outbox.ts';
import { cast } from '../support/cast.ts';
import { silentLogger } from '../support/ledger.ts';
import { firstSlot, letterSlot, mailSettings, messageIds, useMailStage } from '../support/mail-stage.ts';

const stage = useMailStage();

const { wang, zhang } = cast;

describe('a sender', () => {
  it('that died after its claim is followed when the lease is over, under the same Message-ID', async () => {
    await stage.current.launch(1);
    stage.current.sink.rejectNextData(451, 2);
    await stage.current.relay(firstSlot);
    await stage.current.waitOut();
    const lost = await claimMail(stage.current.pool);
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1 });
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1 });
    expect(messageIds(stage.current.sink.mails)[1]).toBe(lost?.messageId);
  });

  it('shares the work with another at the same moment without a mail sent twice', async () => {
    const ids = await stage.current.launch(10);
    for (const id of ids) await stage.current.passTime(id, letterSlot);
    const known = await stage.current.mails();
    const answers = await Promise.all([1, 2, 3].map(() => stage.current.relay(letterSlot)));
    const mails = await stage.current.mailsSince(known);
    expect(answers.reduce((sum, { sent }) => sum + sent, 0)).toBe(mails.length);
    expect(mails.map(({ state }) => state)).toEqual(mails.map(() => 'sent'));
    expect(messageIds(stage.current.sink.mails).sort()).toEqual(mails.map(({ messageId }) => messageId).sort());
    expect(mails.filter(({ kind }) => kind === 'letter')).toHaveLength(20);
    expect(mails.filter(({ kind, personId }) => kind === 'digest' && personId === zhang.id)).toHaveLength(1);
  });

  it('that is cancelled finishes what it holds and leaves the rest', async () => {
    await stage.current.launch(1);
    const known = await stage.current.mails();
    const env = new MockActivityEnvironment();
    const { relayMails } = createMailActivities({
      pool: stage.current.pool,
      settings: { ...mailSettings, mailsPerMinute: 1 },
      logger: silentLogger,
      transport: {
        sendMail: async (mail) => {
          await stage.current.transport.sendMail(mail);
          env.cancel('CANCELLED');
        },
      },
    });
    await expect(env.run(relayMails, { now: firstSlot, limit: 200 })).rejects.toThrow('CANCELLED');
    expect((await stage.current.mailsSince(known)).map(({ state }) => state).sort()).toEqual(['planned', 'sent']);
    await stage.current.waitOut();
    expect(await stage.current.relay(firstSlot)).toMatchObject({ sent: 1 });
  });

  it('keeps a mail that cannot be written in sight and lets the others pass', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.passTime(id, letterSlot);
    const known = await stage.current.mails();
    const { rows } = await stage.current.pool.query<{ calendar: object; roundId: string }>(
      'SELECT round.calendar, round.id AS "roundId" FROM round JOIN item ON item.round_id = round.id WHERE item.id = $1',
      [id],
    );
    const round = rows[0];
    const setCalendar = (calendar: object | null) =>
      stage.current.pool.query('UPDATE round SET calendar = $2 WHERE id = $1', [
        round?.roundId,
        JSON.stringify(calendar),
      ]);
    await setCalendar(null);
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: 0, failed: 0, remaining: false });
    const unwritable = await stage.current.mailsSince(known);
    expect(unwritable.length).toBeGreaterThan(2);
    expect(unwritable.every(({ state, problem }) => state === 'planned' && problem?.includes('TypeError'))).toBe(true);
    await stage.current.launch(1);
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: 2 });
    await setCalendar(round?.calendar ?? null);
    await stage.current.waitOut();
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: unwritable.length });
  });

  it('gives a sign of life with every mail', async () => {
    await stage.current.launch(1);
    const env = new MockActivityEnvironment();
    let beats = 0;
    env.on('heartbeat', () => (beats += 1));
    const { pool, transport } = stage.current;
    const { relayMails } = createMailActivities({ pool, transport, settings: mailSettings, logger: silentLogger });
    await env.run(relayMails, { now: firstSlot, limit: 200 });
    expect(beats).toBe(2);
  });

  it('writes no name and no address into the log', async () => {
    await stage.current.launch(1);
    stage.current.sink.reject(wang.email, 550, `<${wang.email}> unknown`);
    const said: unknown[] = [];
    const logger = { info: (...words: unknown[]) => said.push(words), warn: (...words: unknown[]) => said.push(words) };
    const { pool, transport } = stage.current;
    const { relayMails } = createMailActivities({ pool, transport, settings: mailSettings, logger });
    await new MockActivityEnvironment().run(relayMails, { now: firstSlot, limit: 200 });
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toMatch(/@|王小明|wang|林晓/);
  });
});

it('a slot in a rehearsed future leaves now, on the clock of the wall', async () => {
  const [id = ''] = await stage.current.launch(1);
  await stage.current.passTime(id, '2099-01-01T00:00:00.000Z');
  const known = await stage.current.mails();
  expect((await stage.current.relay('2099-01-01T00:00:00.000Z')).sent).toBeGreaterThan(0);
  expect((await stage.current.mailsSince(known)).every(({ state }) => state === 'sent')).toBe(true);
});
