/**
 * An item while it lives: the state in memory, and the one way in which it moves.
 *
 * A fact moves the state at once, before any await, so two commands can never both win; then it waits in the queue until the
 * flusher has committed it to the ledger, and only then is the person answered.
 */
import { ApplicationFailure, condition, setCurrentDetails } from '@temporalio/workflow';
import { commitBatch, commitTimedBatch } from './proxies.ts';
import type { Answer, ItemStart } from './contract.ts';
import type { Commitment } from '../activities/contract.ts';
import type { ItemCommand } from '../core/item/command.ts';
import { decide } from '../core/item/decide.ts';
import type { ItemEvent } from '../core/item/event.ts';
import { evolve } from '../core/item/evolve.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { nextWake } from '../core/item/ladder.ts';
import type { Rules } from '../core/rules/rules.ts';
import { mailsOf } from '../core/item/mail.ts';
import type { Refusal } from '../core/item/refusal.ts';
import { tick } from '../core/item/tick.ts';
import { instant, millis, type Instant } from '../core/time.ts';

/** More than this waiting means that the ledger is unreachable: better a clear no than a growing promise. */
const mostWaiting = 20;

/** Updates are deduplicated by id within one run only; the last few ids make a late retry harmless across runs too. */
const mostRemembered = 20;

const now = (): Instant => instant(Date.now());

export class LiveItem {
  #item: Item;
  #rules: Rules;
  #seen: string[];
  #committedSeq: number;
  #queue: Commitment[] = [];
  #isEnding = false;

  constructor({ item, rules, seen }: ItemStart) {
    this.#item = item;
    this.#rules = rules;
    this.#seen = [...seen];
    this.#committedSeq = item.seq;
  }

  get facts(): Item {
    return this.#item;
  }

  get finished(): boolean {
    return isFinished(this.#item);
  }

  get nextWakeMs(): number | null {
    const wake = nextWake(this.#item, this.#rules);
    return wake === null ? null : millis(wake);
  }

  get answer(): Answer {
    return { state: this.#item.state, seq: this.#item.seq };
  }

  /** The early no: leaves no trace in history. Pure and synchronous, as a validator must be. */
  check(command: ItemCommand): void {
    if (this.#seen.includes(command.commandId)) return;
    if (this.#queue.length >= mostWaiting) throw refused({ code: 'busy', waiting: this.#queue.length });
    const decision = decide(this.#item, command, this.#rules, now());
    if ('refusal' in decision) throw refused(decision.refusal);
  }

  /** Decides again, for another command may have won since the check, and answers when the ledger has it. */
  async obey(command: ItemCommand): Promise<Answer> {
    if (!this.#seen.includes(command.commandId)) {
      const decision = decide(this.#item, command, this.#rules, now());
      if ('refusal' in decision) throw refused(decision.refusal);
      this.#seen = [...this.#seen, command.commandId].slice(-mostRemembered);
      this.#record(decision.event);
    }
    const { answer } = this;
    await condition(() => this.#committedSeq >= answer.seq);
    return answer;
  }

  /** Takes the steps that are due by now; several after an outage are decided in one task and committed together. */
  takeDueSteps(): void {
    for (let event = this.#tick(); event !== null; event = this.#tick()) this.#record(event);
  }

  #tick(): ItemEvent | null {
    return tick(this.#item, this.#rules, now());
  }

  #record(event: ItemEvent): void {
    this.#item = evolve(this.#item, event);
    this.#queue.push({ event, mails: mailsOf(event, this.#item, this.#rules) });
  }

  /** Commits what waits, one batch after the other, until told to end. One writer keeps the order. */
  async flush(): Promise<void> {
    for (;;) {
      await condition(() => this.#queue.length > 0 || this.#isEnding);
      if (this.#queue.length === 0) return;
      const commitments = this.#queue.splice(0);
      const { roundId, itemId } = this.#item;
      const batch = { roundId, itemId, item: this.#item, commitments, nextWakeAt: nextWake(this.#item, this.#rules) };
      const byClock = commitments.every(({ event }) => event.by === null);
      const { seq } = await (byClock ? commitTimedBatch(batch) : commitBatch(batch));
      this.#committedSeq = seq;
      setCurrentDetails(`**${this.#item.number}** · ${this.#item.state} · due ${this.#item.dueOn ?? '–'}`);
    }
  }

  end(): void {
    this.#isEnding = true;
  }
}

/** The refusal travels whole: its code as the failure's type, its facts as details. */
function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusal.code,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
