/** Items that live through time in the ledger and leave their lines in the outbox; a mail server that can be made to fail. */
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { actor, cast, type CastMember } from './cast.ts';
import { itemInLedger, silentLogger, useLedger } from './ledger.ts';
import { dispatchRound, draftRound } from './round.ts';
import { keys, seal } from './seals.ts';
import { launchAt, mailSettings, rules as standing } from './slots.ts';
import { startSmtpSink, type SmtpSink, type SunkMail } from './smtp.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createMailActivities, type MailDeps } from '../../activities/mail.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import { smtpTransport, type SmtpTransport } from '../../activities/smtp.ts';
import type { RelayedMails } from '../../activities/contract.ts';
import type { CommandType } from '../../core/item/acts.ts';
import type { CommandOf } from '../../core/item/command.ts';
import type { Sealed } from '../../core/item/seal.ts';
import { decide } from '../../core/item/decide.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import type { Item } from '../../core/item/item.ts';
import type { MailTrouble } from '../../core/item/mail-trouble.ts';
import { nextWake } from '../../core/item/ladder.ts';
import { tick } from '../../core/item/tick.ts';
import { type Instant } from '../../core/time.ts';
import type { Pool } from '../../db/pool.ts';

export interface MailRecord {
  readonly id: number;
  readonly messageId: string;
  readonly personId: string;
  readonly kind: string;
  readonly slot: Instant;
  readonly state: string;
  readonly attempts: number;
  readonly unanswered: number;
  readonly mayHaveDoubled: boolean;
  readonly subject: string | null;
  readonly trouble: MailTrouble | null;
  readonly waitsMs: number;
}

type Asked<Type extends CommandType> = Omit<CommandOf<Type>, 'type' | 'actor' | 'commandId'>;

export const unproven = [{ measureId: 'm1', reason: '登记表在财务系统中，可现场查看。' }];

export class MailStage {
  readonly pool: Pool;
  readonly sink: SmtpSink;
  readonly transport: SmtpTransport;
  /** Of the round that is told of. */
  rules = standing;

  constructor(pool: Pool, sink: SmtpSink, transport: SmtpTransport) {
    this.pool = pool;
    this.sink = sink;
    this.transport = transport;
  }

  /** Items of the finance office, launched. */
  async launch(count = 1, options: Parameters<typeof draftRound>[3] = {}): Promise<string[]> {
    const { roundId, itemIds } = await draftRound(this.pool, count, launchAt, options);
    await dispatchRound(this.pool, roundId);
    return [...itemIds];
  }

  /** One item, signed for and handed in on the day of launch. */
  async handedIn(): Promise<string> {
    const [id = ''] = await this.launch(1, { policy: this.rules.policy });
    await this.act(id, cast.wang, 'signFor', launchAt, {});
    await this.act(id, cast.wang, 'requestClosure', launchAt, { statement: '资产已全部登记入账。', unproven });
    return id;
  }

  item(id: string): Promise<Item> {
    return itemInLedger(this.pool, id);
  }

  async commit(id: string, event: ItemEvent, sealed: Sealed | null): Promise<void> {
    const batch = { itemId: id, epoch: 0, commitments: [{ event, sealed }] };
    const { outcome } = await createLedgerActivities(this.pool, keys).commitBatch(batch);
    if (outcome !== 'committed') throw new Error(`the ledger did not take ${event.type}: ${outcome}`);
  }

  /** Somebody presses a button. */
  async act<Type extends CommandType>(id: string, who: CastMember, type: Type, at: Instant, asked: Asked<Type>) {
    const before = await this.item(id);
    const command = { ...asked, type, actor: actor(who), commandId: `${type}-${before.seq}` } as CommandOf<Type>;
    const decision = decide(before, command, this.rules, at);
    if ('refusal' in decision) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
    await this.commit(id, decision.event, seal(id, command));
  }

  /** Lets the clock do what it does up to a moment: each step at its own wake. */
  async passTime(id: string, until: Instant): Promise<void> {
    for (;;) {
      const item = await this.item(id);
      const wake = nextWake(item, this.rules);
      if (wake === null || wake > until) return;
      const event = tick(item, this.rules, wake);
      if (event === null) throw new Error(`nothing to do at ${wake}`);
      await this.commit(id, event, null);
    }
  }

  /** A process that sends: what it holds and knows is its own. */
  sender(own: Partial<MailDeps> = {}): MailDeps {
    const { pool, transport } = this;
    const holder = new MailHolder({ pool, logger: silentLogger });
    return { pool, transport, holder, settings: mailSettings, logger: silentLogger, ...own };
  }

  relay(now: Instant, limit = 200, sender: MailDeps = this.sender()): Promise<RelayedMails> {
    return new MockActivityEnvironment().run(createMailActivities(sender).relayMails, { now, limit });
  }

  /** All that came to an address. */
  textTo(email: string): string {
    return this.sink
      .to(email)
      .map(({ parsed }) => parsed.text ?? '')
      .join('\n');
  }

  async mails(): Promise<MailRecord[]> {
    const { rows } = await this.pool.query<MailRecord>(
      `SELECT id, message_id AS "messageId", person_id AS "personId", kind, slot, state, attempts, unanswered,
         may_have_doubled AS "mayHaveDoubled", subject, trouble,
         (extract(epoch FROM next_try_at - now()) * 1000)::float8 AS "waitsMs"
       FROM mail ORDER BY id`,
    );
    return rows;
  }

  /** The mails that were not there before: those of earlier tests stay in the ledger. */
  async mailsSince(known: readonly MailRecord[]): Promise<MailRecord[]> {
    const ids = new Set(known.map(({ id }) => id));
    return (await this.mails()).filter(({ id }) => !ids.has(id));
  }

  async lines(): Promise<
    { itemId: string; kind: string; personId: string; skipped: string | null; mailId: number | null }[]
  > {
    const { rows } = await this.pool.query<{
      itemId: string;
      kind: string;
      personId: string;
      skipped: string | null;
      mailId: number | null;
    }>(
      `SELECT item_id AS "itemId", kind, person_id AS "personId", skipped, mail_id AS "mailId" FROM mail_line ORDER BY id`,
    );
    return rows;
  }

  /** The pause before the next attempt is over. */
  async waitOut(): Promise<void> {
    await this.pool.query(
      `UPDATE mail SET next_try_at = now() - interval '1 second' WHERE state IN ('planned', 'sending')`,
    );
  }

  async clear(): Promise<void> {
    this.sink.clear();
    await this.pool.query(`UPDATE mail_line SET skipped = 'test', mail_id = NULL`);
    await this.pool.query(`UPDATE mail SET state = 'skipped', holder = NULL WHERE state IN ('planned', 'sending')`);
  }
}

export const messageIds = (mails: readonly SunkMail[]): string[] => mails.map(({ parsed }) => parsed.messageId ?? '');

/** A stage for the tests of one file; every test starts with an empty outbox. */
export function useMailStage(): { readonly current: MailStage } {
  const ledger = useLedger();
  let stage: MailStage | null = null;
  beforeAll(async () => {
    const sink = await startSmtpSink();
    stage = new MailStage(ledger.current.pool, sink, smtpTransport({ smtpUrl: sink.url }));
  });
  afterEach(() => stage?.clear());
  afterAll(async () => {
    stage?.transport.close();
    await stage?.sink.stop();
  });
  return {
    get current() {
      if (stage === null) throw new Error('the stage is open only while tests run');
      return stage;
    },
  };
}
