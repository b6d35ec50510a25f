/** Mails in hand, always some ahead of those being sent: gathered, claimed and read while the ones before them leave. */
import { gatherMails } from './mail-gather.ts';
import type { MailHolder } from './mail-holder.ts';
import { lastAnchor } from '../db/anchors.ts';
import { linksOfMails } from '../db/account-links.ts';
import type { HeldMail } from './mail-write.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Instant } from '../core/time.ts';
import { roundsOfItems } from '../db/items.ts';
import type { Pool } from '../db/pool.ts';
import { linesOfMails, type ClaimedMail } from '../db/sending.ts';

export interface MailSourceOptions {
  readonly pool: Pool;
  readonly holder: MailHolder;
  /** Lines whose slot has come by this moment are gathered. */
  readonly now: Instant;
  readonly host: string;
  /** Mails claimed in one statement. */
  readonly claimSize: number;
}

/** Of the 64 digits of an anchor: enough that nobody finds another ledger with the same, few enough for a foot. */
const codeLength = 24;

/** People whose lines become mails in one transaction. */
const gatherSize = 200;

export class MailSource {
  skippedLines = 0;
  readonly #options: MailSourceOptions;
  readonly #rules = new Map<string, Rules>();
  #ledgerCode: Promise<string | null> | null = null;
  #ahead: HeldMail[] = [];
  #isAllGathered = false;
  #isDry = false;
  #filling: Promise<void> | null = null;

  constructor(options: MailSourceOptions) {
    this.#options = options;
  }

  /** @returns null when nothing waits */
  async next(): Promise<HeldMail | null> {
    while (this.#ahead.length === 0 && !this.#isDry) await this.#fill();
    const held = this.#ahead.shift() ?? null;
    // An error here comes again, and is thrown, when somebody has to wait for the mails.
    if (!this.#isDry && this.#ahead.length < this.#options.claimSize / 2) this.#fill().catch(() => undefined);
    return held;
  }

  /** A mail that may have killed its holder; asked for when nothing else is in hand. */
  async nextOfLost(): Promise<HeldMail | null> {
    const [held] = await this.#hold(await this.#options.holder.claim(1, true));
    return held ?? null;
  }

  /** There may be more again: others' mails were freed. */
  reopen(): void {
    this.#isDry = false;
  }

  /** What was claimed and is not wanted any more. */
  async close(): Promise<void> {
    this.#isDry = true;
    await this.#filling?.catch(() => undefined);
    this.#giveBack(this.#ahead.map(({ mail }) => mail));
    this.#ahead = [];
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#refill().finally(() => (this.#filling = null));
    return this.#filling;
  }

  async #refill(): Promise<void> {
    const { holder, claimSize } = this.#options;
    let claimed = await holder.claim(claimSize, false);
    if (claimed.length < claimSize && !this.#isAllGathered) {
      await this.#gather().catch((error: unknown) => {
        this.#giveBack(claimed);
        throw error;
      });
      if (claimed.length === 0) claimed = await holder.claim(claimSize, false);
    }
    if (claimed.length === 0 && this.#isAllGathered) this.#isDry = true;
    this.#ahead.push(...(await this.#hold(claimed)));
  }

  async #gather(): Promise<void> {
    const { pool, now, host } = this.#options;
    const { people, skippedLines } = await gatherMails(pool, { now, limit: gatherSize }, host);
    this.skippedLines += skippedLines;
    this.#isAllGathered = people < gatherSize;
  }

  async #hold(claimed: readonly ClaimedMail[]): Promise<HeldMail[]> {
    if (claimed.length === 0) return [];
    try {
      const { pool } = this.#options;
      const ids = claimed.map(({ id }) => id);
      const lines = Map.groupBy(await linesOfMails(pool, ids), ({ mailId }) => mailId);
      this.#ledgerCode ??= lastAnchor(pool).then((anchor) => anchor?.digest.slice(0, codeLength) ?? null);
      const ledgerCode = await this.#ledgerCode;
      const isLink = claimed.some(({ kind }) => kind === 'link');
      const links = new Map((isLink ? await linksOfMails(pool, ids) : []).map((link) => [link.mailId, link]));
      const roundIds = new Set([...lines.values()].flat().map(({ roundId }) => roundId));
      const unread = [...roundIds].filter((id) => !this.#rules.has(id));
      if (unread.length > 0) for (const [id, rules] of await roundsOfItems(pool, unread)) this.#rules.set(id, rules);
      return claimed.map((mail) => {
        const link = links.get(mail.id) ?? null;
        return { mail, lines: lines.get(mail.id) ?? [], link, ledgerCode, rules: this.#rules };
      });
    } catch (error) {
      this.#giveBack(claimed);
      throw error;
    }
  }

  #giveBack(mails: readonly ClaimedMail[]): void {
    for (const { id, attempts } of mails) void this.#options.holder.note({ id, attempts, kind: 'givenBack' });
  }
}
