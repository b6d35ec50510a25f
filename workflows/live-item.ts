/**
 * An item while it lives: the state in memory, and the one way in which it moves.
 *
 * A fact moves the state at once, before any await, so two commands can never both win; then it waits in the queue until the
 * flusher has committed it to the ledger, and only then is the person answered. The ledger has the last word: where it holds
 * something else, this run gives way to one that begins with that.
 */
import {
  ApplicationFailure,
  CancellationScope,
  condition,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';
import { begunAnew, type Answer, type ItemStart, type Position } from './contract.ts';
import { commit } from './proxies.ts';
import type { Commitment, Lost } from '../activities/contract.ts';
import { decide } from '../core/item/decide.ts';
import type { ItemEvent } from '../core/item/event.ts';
import { evolve } from '../core/item/evolve.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { nextWake } from '../core/item/ladder.ts';
import { clockRestMs } from '../core/item/lease.ts';
import type { Refusal } from '../core/item/refusal.ts';
import type { Sealed } from '../core/item/seal.ts';
import { tick } from '../core/item/tick.ts';
import { sharedRules, type Rules } from '../core/rules/rules.ts';
import { instant, millis, type Instant } from '../core/time.ts';

/** More than this waiting means that the ledger is unreachable: better a clear no than a growing promise. */
const mostWaiting = 20;

const now = (): Instant => instant(Date.now());

/** Why the facts up to this number will never be committed by this run. */
interface Loss {
  readonly outcome: Lost | 'gaveWay';
  readonly upTo: number;
}

export class LiveItem {
  readonly misses: number;
  readonly #epoch: number;
  readonly #rules: Rules;
  readonly #clockRestsUntilMs: number;
  readonly #beganAtSeq: number;
  #item: Item;
  /** What the whole ladder was gone through for, once for each state of the item. */
  #foreseen: { readonly item: Item; readonly wake: Instant | null } | null = null;
  /** As the ledger has it, as far as this run knows. */
  #committed: Item;
  #queue: Commitment[] = [];
  #loss: Loss | null = null;

  constructor({ item, rules, epoch, misses }: ItemStart) {
    this.misses = misses;
    this.#item = item;
    this.#rules = sharedRules(rules);
    this.#epoch = epoch;
    this.#clockRestsUntilMs = Date.now() + clockRestMs(misses);
    this.#beganAtSeq = item.seq;
    this.#committed = item;
  }

  get projection(): Item {
    return this.#item;
  }

  get position(): Omit<Position, 'alarmAt'> {
    return { epoch: this.#epoch, state: this.#item.state, committedSeq: this.#committed.seq };
  }

  get finished(): boolean {
    return isFinished(this.#item);
  }

  /** Nothing is left to do for this run or any other. */
  get isOver(): boolean {
    return this.finished && this.#loss === null;
  }

  /** This run takes nothing more: it has lost its lease, or has grown old. */
  get isGivingWay(): boolean {
    return this.#loss !== null || workflowInfo().continueAsNewSuggested;
  }

  /** Every fact of this run is in the ledger, or lost. */
  get isQuiet(): boolean {
    return this.#loss !== null || this.#committed.seq === this.#item.seq;
  }

  get hasCommitted(): boolean {
    return this.#committed.seq > this.#beganAtSeq;
  }

  get nextWakeMs(): number | null {
    const wake = this.#wake;
    return wake === null ? null : Math.max(millis(wake), this.#clockRestsUntilMs);
  }

  get answer(): Answer {
    return { state: this.#item.state, seq: this.#item.seq };
  }

  /** The early no: leaves no trace in history. Pure and synchronous, as a validator must be. */
  check({ command }: Sealed): void {
    if (this.isGivingWay) throw gaveWay();
    if (this.#queue.length >= mostWaiting) throw refused({ code: 'busy', waiting: this.#queue.length });
    const decision = decide(this.#item, command, this.#rules, now());
    if ('refusal' in decision) throw refused(decision.refusal);
  }

  /** Decides again, for another command may have won since the check, and answers when the ledger has it. */
  async obey(sealed: Sealed): Promise<Answer> {
    if (this.isGivingWay) throw gaveWay();
    const decision = decide(this.#item, sealed.command, this.#rules, now());
    if ('refusal' in decision) throw refused(decision.refusal);
    this.#record(decision.event, sealed);
    const { answer } = this;
    await CancellationScope.nonCancellable(() =>
      condition(() => this.#committed.seq >= answer.seq || this.#loss !== null),
    );
    if (this.#committed.seq < answer.seq) throw this.#failureOf(answer.seq);
    return answer;
  }

  /** Takes the steps that are due by now; several after an outage are decided in one task and committed together. */
  takeDueSteps(): void {
    if (this.isGivingWay || Date.now() < this.#clockRestsUntilMs) return;
    for (let event = this.#tick(); event !== null; event = this.#tick()) this.#record(event, null);
  }

  #tick(): ItemEvent | null {
    const wake = this.#wake;
    return wake === null || now() < wake ? null : tick(this.#item, this.#rules, now());
  }

  get #wake(): Instant | null {
    if (this.#foreseen?.item !== this.#item)
      this.#foreseen = { item: this.#item, wake: nextWake(this.#item, this.#rules) };
    return this.#foreseen.wake;
  }

  #record(event: ItemEvent, sealed: Sealed | null): void {
    this.#item = evolve(this.#item, event);
    this.#queue.push({ event, sealed });
  }

  giveWay(): void {
    this.#loss ??= { outcome: 'gaveWay', upTo: this.#committed.seq };
  }

  /** Commits what waits, one batch after the other, for as long as the run has its lease. One writer keeps the order. */
  async flush(): Promise<void> {
    while (this.#loss === null) {
      await condition(() => this.#queue.length > 0);
      const commitments = this.#queue.splice(0);
      const answer = await commit({ itemId: this.#item.itemId, epoch: this.#epoch, commitments });
      if (answer.outcome === 'committed') this.#confirm(commitments, answer.kept);
      else this.#loss = { outcome: answer.outcome, upTo: commitments.at(-1)?.event.seq ?? answer.seq };
      setCurrentDetails(`**${this.#item.number}** · ${this.#item.state} · due ${this.#item.dueOn ?? '–'}`);
    }
  }

  /** Facts that the ledger had already replace ours; what still waits is applied on top. */
  #confirm(commitments: readonly Commitment[], kept: readonly ItemEvent[]): void {
    const facts = commitments.map(({ event }) => kept.find(({ seq }) => seq === event.seq) ?? event);
    this.#committed = facts.reduce(evolve, this.#committed);
    if (kept.length > 0) this.#item = this.#queue.reduce((item, { event }) => evolve(item, event), this.#committed);
  }

  /** What could never be written is a no; whatever else was lost may be asked of the next run. */
  #failureOf(seq: number): ApplicationFailure {
    const isImpossible = this.#loss?.outcome === 'impossible' && seq <= this.#loss.upTo;
    return isImpossible ? refused({ code: 'notRecorded', itemId: this.#item.itemId }) : gaveWay();
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

const gaveWay = (): ApplicationFailure =>
  ApplicationFailure.create({ type: begunAnew, message: 'a new run of the item decides', nonRetryable: true });
