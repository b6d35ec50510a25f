/** A commit is all or nothing, once, in order, to the right people, and only of what the ledger itself would decide. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Batch, Commitment, Committed } from '../../activities/contract.ts';
import type { CommandOf, CommandType, ItemCommand } from '../../core/item/command.ts';
import { decide } from '../../core/item/decide.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { evolve } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import { nextWake } from '../../core/item/ladder.ts';
import { tick } from '../../core/item/tick.ts';
import { at as moment, instant, millis, type Instant } from '../../core/time.ts';
import { firstBreak, type ChainedEvent } from '../../db/chain.ts';
import { takeLeases } from '../../db/lease.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { useLedger } from '../support/ledger.ts';
import { rulesOf } from '../support/life.ts';
import { dispatchRound, draftRound } from '../support/round.ts';
import { keys, seal } from '../support/seals.ts';
import { fields } from '../support/story.ts';

const ledger = useLedger();
const at = '2026-03-02T02:00:00.000Z';
const rules = rulesOf();

let item: Item;
beforeEach(async () => {
  const { roundId, itemIds } = await draftRound(ledger.current.pool, 1, at);
  await dispatchRound(ledger.current.pool, roundId);
  item = await itemNow(itemIds[0] ?? '');
});

async function itemNow(id: string): Promise<Item> {
  const { rows } = await ledger.current.pool.query<{ projection: Item }>('SELECT projection FROM item WHERE id = $1', [
    id,
  ]);
  const row = rows[0];
  if (row === undefined) throw new Error(`no item ${id}`);
  return row.projection;
}

/** A run of the item as the tests play it: what it knows, and what it would commit. */
class Run {
  item: Item;
  readonly commitments: Commitment[] = [];

  constructor(from: Item) {
    this.item = from;
  }

  press<Type extends CommandType>(who: CastMember, type: Type, given: Partial<CommandOf<Type>> = {}): this {
    const asked = { ...fields[type](this.item), ...given };
    const pressed = { type, actor: actor(who), commandId: `${type}-${this.item.seq}`, ...asked };
    return this.obey(pressed as unknown as ItemCommand);
  }

  obey(command: ItemCommand): this {
    const decision = decide(this.item, command, rules, at);
    if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.code}`);
    return this.keep({ event: decision.event, sealed: seal(this.item.itemId, command) });
  }

  tick(now: Instant): this {
    const event = tick(this.item, rules, now);
    if (event === null) throw new Error(`nothing to do at ${now}`);
    return this.keep({ event, sealed: null });
  }

  keep(commitment: Commitment): this {
    this.item = evolve(this.item, commitment.event);
    this.commitments.push(commitment);
    return this;
  }

  batch(epoch = 0): Batch {
    return { itemId: this.item.itemId, epoch, commitments: [...this.commitments] };
  }
}

const commit = (batch: Batch): Promise<Committed> =>
  createLedgerActivities(ledger.current.pool, keys).commitBatch(batch);

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await ledger.current.pool.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE item_id = $1 ORDER BY seq`,
    [item.itemId],
  );
  return rows;
}

const openFindings = async (): Promise<string[]> => {
  const { rows } = await ledger.current.pool.query<{ kind: string }>(
    'SELECT kind FROM finding WHERE item_id = $1 AND mended_at IS NULL ORDER BY id',
    [item.itemId],
  );
  return rows.map(({ kind }) => kind);
};

describe('a commit', () => {
  it('writes facts, commands with their seals, projection and outbox together', async () => {
    const run = new Run(item).press(cast.wang, 'signFor');
    expect(await commit(run.batch())).toEqual({ outcome: 'committed', seq: 4 });
    const events = await rowsOf('event');
    expect(events.map(({ type }) => type)).toEqual(['imported', 'assigned', 'dispatched', 'signedFor']);
    expect(events[3]?.['sealed']).toEqual(run.commitments[0]?.sealed);
    expect(await itemNow(item.itemId)).toEqual(run.item);
    expect((await rowsOf('mail_line')).map(({ person_id, kind, seq }) => ({ person_id, kind, seq }))).toEqual([
      { person_id: 'wang', kind: 'assigned', seq: 3 },
      { person_id: 'lin', kind: 'assigned', seq: 3 },
    ]);
  });

  it('repeated, whole or in part, changes nothing', async () => {
    const run = new Run(item).press(cast.wang, 'signFor');
    const first = run.batch();
    await commit(first);
    expect(await commit(first)).toEqual({ outcome: 'committed', seq: 4 });
    expect(await commit(run.press(cast.wang, 'reportProgress').batch())).toEqual({ outcome: 'committed', seq: 5 });
    expect(await rowsOf('event')).toHaveLength(5);
    expect(await rowsOf('mail_line')).toHaveLength(2);
  });

  it('sent many times at the same moment is written once', async () => {
    const batch = new Run(item).press(cast.wang, 'disown').batch();
    const answers = await Promise.all(Array.from({ length: 6 }, () => commit(batch)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['committed']));
    expect(await rowsOf('event')).toHaveLength(4);
    expect((await rowsOf('mail_line')).filter(({ kind }) => kind === 'disowned')).toHaveLength(2);
  });

  it('tells nobody about an act of their own', async () => {
    await commit(new Run(item).press({ ...cast.zhang, roles: ['admin'] }, 'cancel').batch());
    const told = (await rowsOf('mail_line')).filter(({ seq }) => seq === 4).map(({ person_id }) => person_id);
    expect(told).toEqual(['wang']);
  });

  it('counts the round down and completes it with its last item', async () => {
    await ledger.current.pool.query(`UPDATE round SET state = 'running' WHERE id = $1`, [item.roundId]);
    const { pool } = ledger.current;
    const round = async () => {
      const { rows } = await pool.query<{ state: string; open_count: number }>(
        'SELECT state, open_count FROM round WHERE id = $1',
        [item.roundId],
      );
      return rows[0];
    };
    const evidenceAndClosure = new Run(item)
      .press(cast.wang, 'signFor')
      .press(cast.wang, 'requestClosure')
      .press(cast.zhang, 'endorse')
      .press(cast.li, 'approveClosure');
    await commit(evidenceAndClosure.batch());
    expect(await round()).toEqual({ state: 'completed', open_count: 0 });
    await commit(new Run(await itemNow(item.itemId)).press(cast.li, 'reopen').batch());
    expect(await round()).toEqual({ state: 'running', open_count: 1 });
  });

  it('numbers letters of a round and year without gaps', async () => {
    const run = new Run(item).press(cast.wang, 'signFor');
    while ((run.commitments.at(-1)?.event.type ?? '') !== 'escalated' || run.item.stepsTaken.length < 7)
      run.tick(nextWake(run.item, rules) ?? at);
    await commit(run.batch());
    const numbers = (await rowsOf('letter')).map(({ year, number }) => [year, number]);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, index) => [2026, index + 1]));
  });
});

describe('what the ledger does not take', () => {
  it('is another fact under a number that is taken, even one of the same type', async () => {
    const wake = nextWake(item, rules) ?? at;
    await commit(new Run(item).tick(wake).batch());
    // The same step, decided again a second later by a task that forgot the first: its mail would never exist.
    const later = new Run(item).tick(instant(millis(wake) + 1000)).batch();
    expect(await commit(later)).toEqual({ outcome: 'astray', seq: 4 });
    expect(await commit(new Run(item).press(cast.wang, 'signFor').batch())).toEqual({ outcome: 'astray', seq: 4 });
    expect(await rowsOf('event')).toHaveLength(4);
  });

  it('is a fact after a gap', async () => {
    const { commitments } = new Run(item).press(cast.wang, 'signFor').press(cast.wang, 'reportProgress');
    const batch = { itemId: item.itemId, epoch: 0, commitments: commitments.slice(1) };
    expect(await commit(batch)).toEqual({ outcome: 'astray', seq: 3 });
  });

  it('is anything of a run whose lease another has taken', async () => {
    const old = new Run(item).press(cast.wang, 'signFor');
    const [lease] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(await commit(old.batch())).toEqual({ outcome: 'superseded', seq: 3 });
    expect(await commit(old.batch((lease?.epoch ?? 0) + 1))).toEqual({ outcome: 'superseded', seq: 3 });
    expect(await rowsOf('event')).toHaveLength(3);
    expect(await commit(old.batch(lease?.epoch))).toEqual({ outcome: 'committed', seq: 4 });
  });

  it('is a command that an earlier run has answered', async () => {
    const press = (from: Item) => new Run(from).press(cast.wang, 'reportProgress', { commandId: 'press-0001' });
    await commit(new Run(item).press(cast.wang, 'signFor').batch());
    await commit(press(await itemNow(item.itemId)).batch());
    expect(await commit(press(await itemNow(item.itemId)).batch())).toEqual({ outcome: 'astray', seq: 5 });
  });

  it('is a command with no seal of ours, with a seal for other words, or for another item', async () => {
    const good = new Run(item).press(cast.wang, 'signFor').commitments[0];
    if (good === undefined || good.sealed === null) throw new Error('a person pressed');
    const { sealed } = good;
    const forged = [
      { ...sealed, seal: { ...sealed.seal, signature: Buffer.alloc(64).toString('base64') } },
      { ...sealed, seal: { ...sealed.seal, keyId: '0'.repeat(16) } },
      { ...sealed, command: { ...sealed.command, actor: actor(cast.lin) } },
      seal('another-item', sealed.command),
    ];
    for (const other of forged)
      expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [{ ...good, sealed: other }] })).toEqual({
        outcome: 'impossible',
        seq: 3,
      });
    expect(await openFindings()).toEqual(['forged']);
    expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [good] })).toMatchObject({
      outcome: 'committed',
    });
  });

  it('is a fact that its command, or the clock, does not lead to', async () => {
    const { event, sealed } = new Run(item).press(cast.wang, 'signFor').commitments[0] ?? { event: null, sealed: null };
    if (event === null || sealed === null) throw new Error('a person pressed');
    const closed: ItemEvent = {
      ...{ type: 'closed', seq: 4, at, by: cast.li.id, commandId: sealed.command.commandId },
      ...{ opinion: '', evidenceIds: [] },
    };
    for (const commitment of [
      { event: closed, sealed },
      { event: closed, sealed: null },
      { event, sealed: null },
      { event: { ...event, by: cast.lin.id } as ItemEvent, sealed },
    ])
      expect(await commit({ itemId: item.itemId, epoch: 0, commitments: [commitment] })).toEqual({
        outcome: 'astray',
        seq: 3,
      });
    expect(await rowsOf('event')).toHaveLength(3);
  });

  it('is what PostgreSQL cannot hold: an answer and a finding, not a failure to be tried for ever', async () => {
    const run = new Run(item).press(cast.wang, 'disown', { reason: '此项职责属于工程科\u0000，请改交。' });
    expect(await commit(run.batch())).toEqual({ outcome: 'impossible', seq: 0 });
    expect(await openFindings()).toEqual(['unwritable']);
    expect(await rowsOf('event')).toHaveLength(3);
    expect(await itemNow(item.itemId)).toEqual(item);
  });

  it('is anything of an item that the ledger does not have', async () => {
    const run = new Run({ ...item, itemId: 'nowhere' }).press(cast.wang, 'signFor');
    expect(await commit(run.batch())).toEqual({ outcome: 'astray', seq: 0 });
  });
});

describe('a lease', () => {
  it('grows past what a restored ledger has forgotten', async () => {
    const [first] = await takeLeases(ledger.current.pool, [item.itemId]);
    await ledger.current.pool.query('UPDATE item SET epoch = 0 WHERE id = $1', [item.itemId]);
    const [second] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(second?.epoch).toBeGreaterThanOrEqual(first?.epoch ?? Infinity);
    const [third] = await takeLeases(ledger.current.pool, [item.itemId]);
    expect(third?.epoch).toBeGreaterThan(second?.epoch ?? Infinity);
  });

  it('is given of dispatched items alone, with the rules of their round', async () => {
    const { itemIds } = await draftRound(ledger.current.pool, 1, moment('2026-03-02', '10:00'));
    expect(await takeLeases(ledger.current.pool, [...itemIds, 'nowhere'])).toEqual([]);
    expect(await takeLeases(ledger.current.pool, [item.itemId])).toMatchObject([
      { item, rules: { policy: rules.policy } },
    ]);
  });
});

describe('the chain of facts', () => {
  const links = async (): Promise<ChainedEvent[]> => {
    const { rows } = await ledger.current.pool.query<{ body: ItemEvent; previous: string; hash: string }>(
      'SELECT body, previous, hash FROM event WHERE item_id = $1 ORDER BY seq',
      [item.itemId],
    );
    return rows.map(({ body, previous, hash }) => ({ event: body, previous, hash }));
  };

  it('holds as written, and shows the first fact that was changed, moved or removed', async () => {
    await commit(new Run(item).press(cast.wang, 'signFor').batch());
    const good = await links();
    expect(firstBreak(item.itemId, good)).toBeNull();
    const [one, two, three, four] = good as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent];
    expect(
      firstBreak(item.itemId, [
        one,
        two,
        { ...three, event: { ...three.event, at: '2026-03-01T00:00:00.000Z' } },
        four,
      ]),
    ).toBe(3);
    expect(firstBreak(item.itemId, [one, three, two, four])).toBe(2);
    expect(firstBreak(item.itemId, [one, two, four])).toBe(3);
    expect(firstBreak('another-item', good)).toBe(1);
  });

  it('cannot be changed by the application, nor by the owner without removing the trigger', async () => {
    const { pool } = ledger.current;
    await expect(pool.query(`UPDATE event SET by = 'li'`)).rejects.toThrow(/permission denied/);
    await expect(pool.query('DELETE FROM event')).rejects.toThrow(/permission denied/);
    await expect(pool.query('SET ROLE NONE; DELETE FROM event')).rejects.toThrow(/append-only/);
  });
});
