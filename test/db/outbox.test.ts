/** The statements of the outbox: what is due, for whom first, and which mail takes it. */
import { describe, expect, it } from 'vitest';
import {
  attachLines,
  dueLines,
  insertMails,
  lockUntouchedMails,
  peopleWithDueLines,
  skipLines,
  type NewMail,
} from '../../db/outbox.ts';
import { transaction } from '../../db/pool.ts';
import { claimMails, linesOfMails } from '../../db/sending.ts';
import { useMailStage } from '../support/mail-stage.ts';
import { firstSlot, letterSlot } from '../support/slots.ts';

const stage = useMailStage();
const holderId = '00000000-0000-4000-8000-000000000001';
let count = 0;

const newMail = (kind: 'digest' | 'letter' = 'digest'): NewMail => ({
  messageId: `<outbox-${(count += 1)}@yunling.example>`,
  personId: 'wang',
  kind,
  slot: firstSlot,
});

describe('planned mails', () => {
  it('exist once under their Message-ID, in the order in which they were planned', async () => {
    const mails = [newMail(), newMail(), newMail()];
    const first = await insertMails(stage.current.pool, mails.slice(0, 1));
    const others = await insertMails(stage.current.pool, mails);
    expect([...first.keys()]).toEqual([mails[0]?.messageId]);
    expect([...others.keys()]).toEqual([mails[1]?.messageId, mails[2]?.messageId]);
    const ids = [...first.values(), ...others.values()];
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  it('take further lines only until somebody begins to send them', async () => {
    const mail = newMail();
    const ids = await insertMails(stage.current.pool, [mail]);
    const untouched = () => transaction(stage.current.pool, (db) => lockUntouchedMails(db, [mail.messageId]));
    expect(await untouched()).toEqual(ids);
    await claimMails(stage.current.pool, { holderId, limit: 1, inHand: [], isOfLost: false });
    expect(await untouched()).toEqual(new Map());
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
    const [mailId = 0] = (await insertMails(stage.current.pool, [newMail()])).values();
    await attachLines(
      stage.current.pool,
      lines.map(({ id }) => ({ id, mailId })),
    );
    expect(await dueLines(stage.current.pool, ['wang'], firstSlot)).toEqual([]);
    const carried = await linesOfMails(stage.current.pool, [mailId]);
    const unit = { name: '财务科', liaisonId: 'lin' };
    expect(carried).toMatchObject([
      { mailId, number: '1.1', title: '固定资产未登记', by: '赵青', unit, issued: null },
      { mailId, number: '1.2' },
    ]);
  });

  it('of people who get a letter are gathered before those of people who wait longer', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    await stage.current.passTime(id, letterSlot);
    const people = await peopleWithDueLines(stage.current.pool, letterSlot, 10);
    const { rows } = await stage.current.pool.query<{ personId: string }>(
      `SELECT DISTINCT person_id AS "personId" FROM mail_line WHERE letter IS NOT NULL AND skipped IS NULL`,
    );
    const withLetter = rows.map(({ personId }) => personId).sort();
    expect(people.length).toBeGreaterThan(withLetter.length);
    expect(people.slice(0, withLetter.length).sort()).toEqual(withLetter);
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
