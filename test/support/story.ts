/** An item's life told in a test: who does what when, by decide and evolve alone, without a server. */
import { actor, cast, type CastMember } from './cast.ts';
import { handIn } from './evidence.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { china } from '../../core/rules/china.ts';
import type { CommandType } from '../../core/item/acts.ts';
import type { CommandOf, ItemCommand } from '../../core/item/command.ts';
import { firstDeadlines } from '../../core/rules/deadlines.ts';
import { decide } from '../../core/item/decide.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { evolve } from '../../core/item/evolve.ts';
import { blankItem } from '../../core/item/blank-item.ts';
import type { Item, ItemState } from '../../core/item/item.ts';
import { nextWake } from '../../core/item/ladder.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import type { Decision, Refusal } from '../../core/item/refusal.ts';
import { tick } from '../../core/item/tick.ts';
import { at, instant, localDate, millis, type Instant, type LocalDate } from '../../core/time.ts';

export type Fields<Type extends CommandType> = Omit<CommandOf<Type>, 'type' | 'actor' | 'commandId'>;

export interface StoryStart {
  readonly policy?: Partial<Policy>;
  readonly immediate?: boolean;
  readonly startsOn?: LocalDate;
  readonly launchedOn?: LocalDate;
}

/** 2026-01-05 is a Monday; the plan is due on 2026-02-04, the item on Monday 2026-07-06 (07-05 is a Sunday). */
const launchDay = '2026-01-05';

/** Who does an act when all is as it should be: the item belongs to the finance office and 张立. */
export const doers: Readonly<Record<CommandType, CastMember>> = {
  assign: cast.zhao,
  signFor: cast.wang,
  disown: cast.wang,
  submitPlan: cast.wang,
  approvePlan: cast.zhang,
  returnPlan: cast.zhang,
  revisePlan: cast.wang,
  reportProgress: cast.wang,
  recordProgress: cast.zhao,
  markMeasures: cast.wang,
  addEvidence: cast.wang,
  requestClosure: cast.wang,
  withdraw: cast.wang,
  return: cast.zhang,
  endorse: cast.zhang,
  concur: cast.chen,
  approveClosure: cast.li,
  acceptInterim: cast.li,
  acceptStanding: cast.li,
  requestExtension: cast.wang,
  grantExtension: cast.li,
  refuseExtension: cast.li,
  setDueDate: cast.li,
  moveDates: cast.zhao,
  handOver: cast.zhao,
  fixDueDate: cast.li,
  requestPause: cast.wang,
  grantPause: cast.li,
  refusePause: cast.li,
  endPause: cast.li,
  classify: cast.li,
  urge: cast.li,
  issueLetter: cast.li,
  answerLetter: cast.wang,
  recordInterview: cast.li,
  unlist: cast.li,
  cancel: cast.zhao,
  reopen: cast.li,
};

const reason = '需要补充盘点表和签字页。';
const assignment = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };

/** Fields that no guard minds, for any item in any state on 2026-01-05 or up to a year later. */
export const fields: { readonly [Type in CommandType]: (item: Item) => Fields<Type> } = {
  assign: () => assignment,
  signFor: () => ({}),
  disown: () => ({ reason }),
  submitPlan: () => ({ rootCause: '账实脱节', measures: [{ text: '逐项登记资产', ownerId: 'wang', dueOn: null }] }),
  approvePlan: () => ({}),
  returnPlan: () => ({ reason }),
  revisePlan: () => ({
    rootCause: '账实脱节',
    measures: [{ text: '逐项登记资产', ownerId: 'wang', dueOn: null }],
    reason,
  }),
  reportProgress: () => ({ text: '已完成一半。' }),
  recordProgress: ({ seq }) => {
    const { evidenceId, file } = handIn(String(seq).padStart(64, '0'), { name: '进展.xlsx' });
    return {
      ...{ reporter: '苏敏', text: '已清查两处。', isDone: false, reportedOn: '2026-01-05', note: '' },
      ...{ evidenceId, file },
    };
  },
  markMeasures: () => ({ measureStatuses: [{ measureId: 'm1', status: 'done' }] }),
  addEvidence: ({ seq }) => handIn(String(seq).padStart(64, '0')),
  requestClosure: () => ({ statement: '资产已全部登记入账。', unproven: [{ measureId: 'm1', reason }] }),
  withdraw: () => ({ reason }),
  return: () => ({ measureIds: ['m1'], reason, dueOn: '2027-06-01' }),
  endorse: () => ({ opinion: '同意' }),
  concur: () => ({ opinion: '同意' }),
  approveClosure: () => ({ opinion: '同意销号' }),
  acceptInterim: () => ({ opinion: '阶段性成效明显', checkpointOn: '2027-06-01' }),
  acceptStanding: () => ({ opinion: '长期坚持', reviewOn: '2027-06-01' }),
  requestExtension: () => ({ until: '2027-08-02', reason, progress: '已完成一半。' }),
  grantExtension: () => ({}),
  refuseExtension: () => ({ reason }),
  moveDates: ({ dueOn }) => ({
    moves: [{ date: 'due', from: dueOn ?? launchDay, to: '2027-03-01' }],
    rules: { policy: 1, calendar: 2 },
    reason,
  }),
  setDueDate: () => ({ dueOn: '2027-09-01', reason }),
  handOver: ({ handlerId }) => {
    const fromId = handlerId ?? 'wang';
    return { as: ['handler'], fromId, toId: fromId === 'wang' ? 'lin' : 'wang', reason };
  },
  fixDueDate: () => ({ dueOn: '2027-09-01', reason }),
  requestPause: () => ({ pausedUntil: '2027-06-01', reason }),
  grantPause: () => ({}),
  refusePause: () => ({ reason }),
  endPause: () => ({ reason }),
  classify: () => ({ grade: 'high', sources: ['inspection', 'audit'], reason }),
  urge: () => ({}),
  issueLetter: () => ({ letter: 'supervisionLetter', reason }),
  answerLetter: ({ letters }) => ({ letterSeq: letters.at(-1)?.seq ?? 1, answer: '已登记一半，其余在月底前完成。' }),
  recordInterview: () => ({ heldOn: '2026-01-05', attendees: '财务科科长', minutes: '要求在月底前完成登记。' }),
  unlist: () => ({ reason }),
  cancel: () => ({ reason }),
  reopen: () => ({ reason, dueOn: '2027-06-01' }),
};

export class Story {
  readonly rules: Rules;
  readonly events: ItemEvent[] = [];
  item: Item = blankItem('r1', 'i1');
  now: Instant;

  constructor({ policy, immediate = false, launchedOn = launchDay }: StoryStart = {}) {
    this.rules = { policy: { ...defaultPolicy, ...policy }, calendar: china };
    this.now = at(launchedOn, '10:00');
    this.record({
      ...{ type: 'imported', seq: 1, at: this.now, by: 'zhao', commandId: 'import' },
      ...{ number: '1.1', title: '固定资产账实不符', immediate },
    });
  }

  record(event: ItemEvent): void {
    this.events.push(event);
    this.item = evolve(this.item, event);
  }

  dispatch(startsOn: LocalDate = localDate(this.now)): this {
    const deadlines = firstDeadlines(this.rules, startsOn, localDate(this.now));
    const seq = this.item.seq + 1;
    this.record({ type: 'dispatched', seq, at: this.now, by: 'zhao', commandId: 'launch', ...deadlines });
    return this;
  }

  /** From now on it is this day. */
  on(date: LocalDate, time = '10:00'): this {
    this.now = at(date, time);
    return this;
  }

  command<Type extends CommandType>(who: CastMember, type: Type, given?: Partial<Fields<Type>>): ItemCommand {
    const merged = { ...fields[type](this.item), ...given };
    return { type, actor: actor(who), commandId: `c${this.item.seq}`, ...merged } as unknown as ItemCommand;
  }

  ask<Type extends CommandType>(who: CastMember, type: Type, given?: Partial<Fields<Type>>): Decision<ItemEvent> {
    return decide(this.item, this.command(who, type, given), this.rules, this.now);
  }

  /** The act of whoever does it when all is as it should be; its event is applied. */
  act<Type extends CommandType>(type: Type, given?: Partial<Fields<Type>>, who: CastMember = doers[type]): this {
    const decision = this.ask(who, type, given);
    if ('refusal' in decision) throw new Error(`${type} by ${who.id} was refused: ${JSON.stringify(decision.refusal)}`);
    this.record(decision.event);
    this.now = instant(millis(this.now) + 60_000);
    return this;
  }

  refusal<Type extends CommandType>(
    type: Type,
    given?: Partial<Fields<Type>>,
    who: CastMember = doers[type],
  ): Refusal | null {
    const decision = this.ask(who, type, given);
    return 'refusal' in decision ? decision.refusal : null;
  }

  /** Takes every step that is due now. */
  takeSteps(): ItemEvent[] {
    const taken = [];
    for (
      let event = tick(this.item, this.rules, this.now);
      event !== null;
      event = tick(this.item, this.rules, this.now)
    ) {
      if (taken.length > 50) throw new Error(`the clock does not come to rest at ${this.now}`);
      this.record(event);
      taken.push(event);
    }
    return taken;
  }

  /** Lets time pass from wake to wake until the end of the day. */
  passUntil(date: LocalDate): this {
    const end = at(date, '23:59');
    for (let wake = this.#wake(); wake !== null && wake <= end; wake = this.#wake()) {
      if (wake > this.now) this.now = wake;
      if (this.takeSteps().length === 0) throw new Error(`woken for nothing at ${this.now}`);
    }
    this.now = end;
    return this;
  }

  #wake(): Instant | null {
    return nextWake(this.item, this.rules);
  }

  workingDaysLater(count: number): LocalDate {
    return addWorkingDays(this.rules.calendar, localDate(this.now), count);
  }
}

export function launched(start: StoryStart = {}): Story {
  return new Story(start).act('assign').dispatch(start.startsOn);
}

/** The shortest way into each state. */
export function inState(state: ItemState, start: StoryStart = {}): Story {
  const reviews = { ...start, policy: { closureReview: 'endorseThenApprove' as const, ...start.policy } };
  const working = () => launched(reviews).act('signFor').act('submitPlan').act('approvePlan');
  const submitted = () => working().act('requestClosure');
  const decided = () =>
    reviews.policy.closureReview === 'endorseThenApprove' ? submitted().act('endorse') : submitted();
  switch (state) {
    case 'draft':
      return new Story(reviews);
    case 'assigned':
      return launched(reviews);
    case 'disowned':
      return launched(reviews).act('disown');
    case 'planned':
      return launched(reviews).act('signFor').act('submitPlan');
    case 'inProgress':
      return working();
    case 'submitted':
      return submitted();
    case 'endorsed':
      return submitted().act('endorse');
    case 'closed':
      return decided().act('approveClosure');
    case 'interim':
      return decided().act('acceptInterim');
    case 'standing':
      return decided().act('acceptStanding');
    case 'reopened':
      return decided().act('approveClosure').act('reopen');
    case 'cancelled':
      return launched(reviews).act('cancel');
  }
}
