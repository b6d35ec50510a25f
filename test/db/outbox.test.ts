/** The statements of the outbox: who claims what, when it is tried again, and what stays as it is. */
import { describe, expect, it } from 'vitest';
import {
  attachLines,
  claimMail,
  deferMail,
  dueLines,
  endMail,
  insertMail,
  linesOfMail,
  lockUntouchedMail,
  markSent,
  peopleWithDueLines,
  skipLines,
} from '../../db/outbox.ts';
import { transaction } from '../../db/pool.ts';
import { firstSlot, useMailStage, type MailRecord } from '../support/mail-stage.ts';

const stage = useMailStage();
let count = 0;

async function plan(kind: 'digest' | 'letter' = 'digest'): Promise<{ id: number; messageId: string }> {
  const messageId = `<${(count += 1)}@yunling.example>`;
  const id = await insertMail(stage.current.pool, { messageId, personId: 'wang', kind, slot: firstSlot });
  if (id === null) throw new Error('there already');
  return { id, messageId };
}

const record = async (id: number): Promise<MailRecord | undefined> =>
  (await stage.current.mails()).find((mail) => mail.id === id);

describe('a planned mail', () => {
  it('exists once under its Message-ID', async () => {
    const { messageId } = await plan();
    const again = { messageId, personId: 'lin', kind: 'digest', slot: firstSlot } as const;
    expect(await insertMail(stage.current.pool, again)).toBeNull();
  });

  it('takes further lines only until somebody begins to send it', async () => {
    const { id, messageId } = await plan();
    expect(await transaction(stage.current.pool, (db) => lockUntouchedMail(db, messageId))).toBe(id);
    await claimMail(stage.current.pool);
    expect(await transaction(stage.current.pool, (db) => lockUntouchedMail(db, messageId))).toBeNull();
  });
});

describe('a claim', () => {
  it('takes each mail once, the oldest first', async () => {
    const planned = [await plan('letter'), await plan(), await plan()];
    const claims = [];
    for (let index = 0; index < 4; index += 1) claims.push(await claimMail(stage.current.pool));
    expect(claims.map((claim) => claim?.id)).toEqual([...planned.map(({ id }) => id), undefined]);
  });

  it('is held by one of many who ask at once', async () => {
    await plan();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimMail(stage.current.pool)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('has a lease that grows with each loss', async () => {
    const { id } = await plan();
    const waits = [];
    for (let index = 0; index < 3; index += 1) {
      await claimMail(stage.current.pool);
      waits.push(Math.round(((await record(id))?.waitsMs ?? 0) / 60_000));
      await stage.current.waitOut();
    }
    expect(waits).toEqual([5, 10, 15]);
  });
});

describe('a mail that did not leave', () => {
  it('waits twice as long each time, up to an hour', async () => {
    const { id } = await plan();
    const waits = [];
    for (let index = 0; index < 8; index += 1) {
      const claim = await claimMail(stage.current.pool);
      if (claim !== null) await deferMail(stage.current.pool, claim, '451 later');
      waits.push(Math.round(((await record(id))?.waitsMs ?? 0) / 60_000));
      await stage.current.waitOut();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await record(id)).toMatchObject({ state: 'planned', problem: '451 later', attempts: 8 });
  });

  it('is not put back by a sender whose claim another has taken over', async () => {
    const { id } = await plan();
    const lost = await claimMail(stage.current.pool);
    await stage.current.waitOut();
    await claimMail(stage.current.pool);
    if (lost !== null) {
      await deferMail(stage.current.pool, lost, 'too late');
      await endMail(stage.current.pool, lost, 'failed', 'too late');
    }
    expect(await record(id)).toMatchObject({ state: 'sending', problem: null });
    await markSent(stage.current.pool, id, 'sent after all');
    expect(await record(id)).toMatchObject({ state: 'sent', subject: 'sent after all' });
  });
});

describe('lines', () => {
  it('are due by slot and person, and leave with one mail', async () => {
    await stage.current.launch(2);
    expect(await peopleWithDueLines(stage.current.pool, '2026-03-03T00:59:59.999Z', 10)).toEqual([]);
    expect(await peopleWithDueLines(stage.current.pool, firstSlot, 10)).toEqual(['lin', 'wang']);
    expect(await peopleWithDueLines(stage.current.pool, firstSlot, 1)).toEqual(['lin']);
    const lines = await dueLines(stage.current.pool, ['wang'], firstSlot);
    expect(lines.map(({ kind, personId }) => `${kind} ${personId}`)).toEqual(['assigned wang', 'assigned wang']);
    const { id } = await plan();
    await attachLines(
      stage.current.pool,
      id,
      lines.map((line) => line.id),
    );
    expect(await dueLines(stage.current.pool, ['wang'], firstSlot)).toEqual([]);
    const carried = await linesOfMail(stage.current.pool, id);
    expect(carried).toMatchObject([
      { number: '1.1', title: '固定资产未登记', by: '赵青', unit: { name: '财务科', liaisonId: 'lin' }, issued: null },
      { number: '1.2' },
    ]);
  });

  it('keep the first reason for which they were skipped', async () => {
    await stage.current.launch(1);
    const [line] = await dueLines(stage.current.pool, ['wang'], firstSlot);
    const id = line?.id ?? 0;
    await skipLines(stage.current.pool, [{ id, reason: 'finished' }]);
    await skipLines(stage.current.pool, [{ id, reason: 'noAddress' }]);
    const { rows } = await stage.current.pool.query('SELECT skipped FROM mail_line WHERE id = $1', [id]);
    expect(rows).toEqual([{ skipped: 'finished' }]);
  });
});
