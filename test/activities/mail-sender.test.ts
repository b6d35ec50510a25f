/** Who sends may die, freeze, be cancelled or meet another: each mail still leaves once, and what cannot leave stays in sight. */
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { createMailActivities } from '../../activities/mail.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import { cast } from '../support/cast.ts';
import { silentLogger } from '../support/ledger.ts';
import { messageIds, useMailStage } from '../support/mail-stage.ts';
import { until } from '../../local/until.ts';
import { firstSlot, letterSlot, mailSettings } from '../support/slots.ts';

const stage = useMailStage();

const { wang, zhang } = cast;

/** What a dead sender of these tests held is taken over after so long. */
const leaseMs = 1_000;

const shortHolder = (): MailHolder => new MailHolder({ pool: stage.current.pool, logger: silentLogger, leaseMs });

describe('a sender', () => {
  it('that died with mails in hand is followed within the same pass, under the same Message-IDs', async () => {
    await stage.current.launch(1);
    stage.current.sink.rejectNextData(451, 2);
    await stage.current.relay(firstSlot);
    await stage.current.waitOut();
    const dead = shortHolder();
    await dead.lease.say();
    const lost = await dead.claim(10, false);
    expect(lost).toHaveLength(2);
    const heir = stage.current.sender({ holder: shortHolder() });
    const begun = performance.now();
    expect(await stage.current.relay(firstSlot, 200, heir)).toMatchObject({ sent: 2 });
    expect(performance.now() - begun).toBeLessThan(leaseMs * 2);
    expect(messageIds(stage.current.sink.mails).sort()).toEqual(lost.map(({ messageId }) => messageId).sort());
  });

  it('that was frozen until others may have gone on hands nothing over', async () => {
    await stage.current.launch(1);
    const sender = stage.current.sender();
    Object.defineProperty(sender.holder.lease, 'isSure', { get: () => false });
    const env = new MockActivityEnvironment();
    const known = await stage.current.mails();
    const asked = env.run(createMailActivities(sender).relayMails, { now: firstSlot, limit: 2 });
    expect(await asked).toMatchObject({ sent: 0 });
    expect(stage.current.sink.mails).toEqual([]);
    const mails = await stage.current.mailsSince(known);
    expect(mails).toMatchObject(mails.map(() => ({ state: 'planned', attempts: 0, unanswered: 0 })));
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

  it('that runs twice in one process claims each mail once', async () => {
    const ids = await stage.current.launch(10);
    for (const id of ids) await stage.current.passTime(id, letterSlot);
    const known = await stage.current.mails();
    const sender = stage.current.sender();
    await Promise.all([1, 2, 3].map(() => stage.current.relay(letterSlot, 200, sender)));
    const mails = await stage.current.mailsSince(known);
    expect(messageIds(stage.current.sink.mails).sort()).toEqual(mails.map(({ messageId }) => messageId).sort());
  });

  it('that is cancelled finishes what it has handed over and gives the rest back', async () => {
    await stage.current.launch(1);
    const known = await stage.current.mails();
    const env = new MockActivityEnvironment();
    const { relayMails } = createMailActivities(
      stage.current.sender({
        settings: { ...mailSettings, mailsPerMinute: 1 },
        transport: {
          deliver: async (mail) => {
            const answer = await stage.current.transport.deliver(mail);
            env.cancel('CANCELLED');
            return answer;
          },
        },
      }),
    );
    await expect(env.run(relayMails, { now: firstSlot, limit: 200 })).rejects.toThrow('CANCELLED');
    await expect
      .poll(async () =>
        (await stage.current.mailsSince(known)).map(({ state, attempts }) => `${state} ${attempts}`).sort(),
      )
      .toEqual(['planned 0', 'sent 1']);
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
    expect(unwritable.every(({ state, trouble }) => state === 'planned' && trouble?.code === 'unwritable')).toBe(true);
    await stage.current.launch(1);
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: 2 });
    await setCalendar(round?.calendar ?? null);
    await stage.current.waitOut();
    expect(await stage.current.relay(letterSlot)).toMatchObject({ sent: unwritable.length });
  });

  it('is not stopped by an item that cannot even be judged', async () => {
    const [broken = '', sound = ''] = await stage.current.launch(2);
    await stage.current.relay(firstSlot);
    const signOverdue = '2026-03-06T01:00:00.000Z';
    await stage.current.passTime(broken, signOverdue);
    await stage.current.pool.query(`UPDATE item SET projection = projection - 'stepsTaken' WHERE id = $1`, [broken]);
    await stage.current.act(sound, wang, 'disown', '2026-03-05T02:00:00.000Z', { reason: '此项职责属于工程科。' });
    const known = await stage.current.mails();
    await stage.current.relay(signOverdue);
    const mails = await stage.current.mailsSince(known);
    const states = (...ids: string[]) =>
      mails.filter(({ personId }) => ids.includes(personId)).map(({ state }) => state);
    expect(states('zhao')).toEqual(['sent']);
    expect(states('wang', 'lin')).toEqual(['planned', 'planned']);
    expect(mails.filter(({ trouble }) => trouble?.code === 'unwritable')).toHaveLength(2);
  });

  it('gives a sign of life with every mail', async () => {
    await stage.current.launch(1);
    const env = new MockActivityEnvironment();
    let beats = 0;
    env.on('heartbeat', () => (beats += 1));
    await env.run(createMailActivities(stage.current.sender()).relayMails, { now: firstSlot, limit: 200 });
    expect(beats).toBe(2);
  });

  it('writes no name and no address into the log', async () => {
    await stage.current.launch(1);
    stage.current.sink.reject(wang.email, 550, `<${wang.email}> unknown`);
    const said: unknown[] = [];
    const logger = { info: (...words: unknown[]) => said.push(words), warn: (...words: unknown[]) => said.push(words) };
    await stage.current.relay(firstSlot, 200, stage.current.sender({ logger }));
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toMatch(/@|王小明|wang|林晓/);
  });
});

describe('what is known to be accepted', () => {
  it('is not sent again by this process, even when the ledger has forgotten it', async () => {
    await stage.current.launch(1);
    const sender = stage.current.sender();
    const known = await stage.current.mails();
    expect(await stage.current.relay(firstSlot, 200, sender)).toMatchObject({ sent: 2 });
    await stage.current.pool.query(
      `UPDATE mail SET state = 'planned', sent_at = NULL, next_try_at = now() WHERE id = ANY($1)`,
      [(await stage.current.mailsSince(known)).map(({ id }) => id)],
    );
    await stage.current.relay(firstSlot, 200, sender);
    expect(stage.current.sink.mails).toHaveLength(2);
    const mails = await stage.current.mailsSince(known);
    expect(mails).toMatchObject(mails.map(() => ({ state: 'sent', mayHaveDoubled: false })));
  });

  it('is marked as soon as the database answers again, however long that takes, and drained at the end', async () => {
    await stage.current.launch(1);
    const { pool } = stage.current;
    let isAway = false;
    const shaky = new Proxy(pool, {
      get: (target, name) => {
        if (name === 'query' && isAway) return () => Promise.reject(new Error('the database is away'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const holder = new MailHolder({ pool: shaky, logger: silentLogger });
    const transport = {
      deliver: async (...args: Parameters<typeof stage.current.transport.deliver>) => {
        const answer = await stage.current.transport.deliver(...args);
        isAway = true;
        return answer;
      },
    };
    const known = await stage.current.mails();
    const sender = stage.current.sender({ pool: shaky, holder, transport });
    const relay = stage.current.relay(firstSlot, 200, sender);
    relay.catch(() => undefined);
    await stage.current.sink.received(1);
    // The server has the mail a moment before its sender hears so, and only then there is something to write.
    expect(await until(() => Promise.resolve(isAway), { timeoutMs: 5_000, everyMs: 1 })).toBe(true);
    expect(await holder.drain(200)).toBeGreaterThan(0);
    isAway = false;
    expect(await holder.drain(5_000)).toBe(0);
    await relay.catch(() => undefined);
    await stage.current.relay(firstSlot);
    expect(new Set(messageIds(stage.current.sink.mails)).size).toBe(stage.current.sink.mails.length);
    const mails = await stage.current.mailsSince(known);
    expect(mails).toMatchObject(mails.map(() => ({ state: 'sent', mayHaveDoubled: false })));
  });
});

it('a slot in a rehearsed future leaves now, on the clock of the wall', async () => {
  const [id = ''] = await stage.current.launch(1);
  // After two years it is still reminded, each week.
  await stage.current.passTime(id, '2028-03-01T00:00:00.000Z');
  const known = await stage.current.mails();
  const answer = await stage.current.relay('2099-01-01T00:00:00.000Z');
  expect(answer.sent).toBeGreaterThan(0);
  const mails = await stage.current.mailsSince(known);
  expect(mails).toMatchObject(mails.map(() => ({ state: 'sent' })));
});
