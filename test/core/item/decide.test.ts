/** Every command in every state: what is possible is written down here by hand, and all the rest must be refused. */
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import type { Story } from '../../support/story.ts';
import { doers, inState, launched } from '../../support/story.ts';
import { commandTypes, type CommandType, allowedIn } from '../../../core/item/acts.ts';
import { decide, possibleActs } from '../../../core/item/decide.ts';
import { evolve } from '../../../core/item/evolve.ts';
import { itemStates, type ItemState } from '../../../core/item/item.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';
import type { RefusalCode } from '../../../core/item/refusal.ts';

interface Row {
  readonly in: string;
  readonly story: () => Story;
  readonly possible: readonly CommandType[];
  /** Refused for another reason than the state. */
  readonly otherwise?: Partial<Record<CommandType, RefusalCode>>;
}

const notAsked = {
  grantExtension: 'noExtensionRequest',
  refuseExtension: 'noExtensionRequest',
  grantPause: 'noPauseRequest',
  refusePause: 'noPauseRequest',
  endPause: 'notPaused',
} as const;
const notRevised = { approvePlan: 'noRevision', returnPlan: 'noRevision' } as const;
const withoutRequest = { withdraw: 'nothingToWithdraw', ...notAsked } as const;

/** While somebody carries it, whatever its state. */
const atAll = ['handOver', 'classify', 'cancel'] as const;
const ofDates = ['requestExtension', 'setDueDate', 'fixDueDate', 'requestPause'] as const;
const ofWork = ['reportProgress', 'markMeasures', 'addEvidence', 'requestClosure'] as const;

const rows: readonly Row[] = [
  { in: 'draft', story: () => inState('draft'), possible: ['assign', 'cancel'] },
  {
    in: 'disowned',
    story: () => inState('disowned'),
    possible: ['assign', 'classify', 'cancel'],
  },
  {
    in: 'assigned',
    story: () => inState('assigned'),
    possible: ['signFor', 'disown', ...ofDates, ...atAll],
    otherwise: { submitPlan: 'notSignedFor', ...withoutRequest },
  },
  {
    in: 'assigned and signed for',
    story: () => inState('assigned').act('signFor'),
    possible: ['disown', 'submitPlan', ...ofDates, ...atAll],
    otherwise: { signFor: 'alreadySignedFor', ...withoutRequest },
  },
  {
    in: 'planned',
    story: () => inState('planned'),
    possible: ['approvePlan', 'returnPlan', 'withdraw', ...ofDates, ...atAll],
    otherwise: notAsked,
  },
  {
    in: 'in progress',
    story: () => inState('inProgress'),
    possible: ['revisePlan', ...ofWork, ...ofDates, ...atAll],
    otherwise: { ...withoutRequest, ...notRevised },
  },
  {
    in: 'in progress with a wish for more time',
    story: () => inState('inProgress').act('requestExtension'),
    possible: [
      'revisePlan',
      ...ofWork,
      'withdraw',
      'grantExtension',
      'refuseExtension',
      'setDueDate',
      'fixDueDate',
      ...atAll,
    ],
    otherwise: {
      ...withoutRequest,
      ...notRevised,
      requestExtension: 'extensionPending',
      requestPause: 'extensionPending',
    },
  },
  {
    in: 'in progress with a wish for a pause',
    story: () => inState('inProgress').act('requestPause'),
    possible: ['revisePlan', ...ofWork, 'setDueDate', 'fixDueDate', 'grantPause', 'refusePause', ...atAll],
    otherwise: { ...withoutRequest, ...notRevised, requestExtension: 'pausePending', requestPause: 'pausePending' },
  },
  {
    in: 'paused',
    story: () => inState('inProgress').act('requestPause').act('grantPause'),
    possible: [
      'reportProgress',
      'markMeasures',
      'addEvidence',
      'requestExtension',
      'setDueDate',
      'fixDueDate',
      'endPause',
      ...atAll,
    ],
    otherwise: {
      ...withoutRequest,
      ...notRevised,
      revisePlan: 'paused',
      requestClosure: 'paused',
      requestPause: 'paused',
    },
  },
  {
    in: 'under a date of a higher body',
    story: () => inState('inProgress').act('fixDueDate'),
    possible: ['revisePlan', ...ofWork, 'fixDueDate', 'requestPause', ...atAll],
    otherwise: { ...withoutRequest, ...notRevised, requestExtension: 'dueDateFixed', setDueDate: 'dueDateFixed' },
  },
  {
    in: 'in progress with measures revised',
    story: () => inState('inProgress').act('revisePlan'),
    possible: ['approvePlan', 'returnPlan', ...ofWork, 'withdraw', ...ofDates, ...atAll],
    otherwise: { ...notAsked, revisePlan: 'revisionPending' },
  },
  {
    in: 'reopened with measures revised',
    story: () => inState('reopened').act('revisePlan'),
    possible: ['approvePlan', 'returnPlan', ...ofWork, 'withdraw', ...ofDates, ...atAll],
    otherwise: { ...notAsked, revisePlan: 'revisionPending' },
  },
  {
    in: 'submitted',
    story: () => inState('submitted'),
    possible: ['withdraw', 'return', 'endorse', ...atAll],
  },
  {
    in: 'submitted where nobody endorses',
    story: () => inState('submitted', { policy: { closureReview: 'approveOnly' } }),
    possible: ['withdraw', 'return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...atAll],
  },
  {
    in: 'endorsed',
    story: () => inState('endorsed'),
    possible: ['return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...atAll],
  },
  { in: 'closed', story: () => inState('closed'), possible: ['reopen'] },
  {
    in: 'interim',
    story: () => inState('interim'),
    possible: ['reportProgress', 'markMeasures', 'addEvidence', ...atAll],
  },
  {
    in: 'standing',
    story: () => inState('standing'),
    possible: [...ofWork, ...atAll],
  },
  {
    in: 'reopened',
    story: () => inState('reopened'),
    possible: ['revisePlan', ...ofWork, ...ofDates, ...atAll],
    otherwise: { ...withoutRequest, ...notRevised },
  },
  { in: 'cancelled', story: () => inState('cancelled'), possible: [] },
];

describe.each(rows)('an item $in', ({ story, possible, otherwise = {} }) => {
  it.each(commandTypes)('meets %s as the table says', (type) => {
    const told = story();
    const code = told.refusal(type)?.code ?? 'possible';
    expect(code).toBe(possible.includes(type) ? 'possible' : (otherwise[type] ?? 'notAllowedInState'));
  });

  it('shows a person exactly the buttons that the doors behind would open', () => {
    const { item, rules, now } = story();
    for (const type of commandTypes) {
      const shown = possibleActs(item, actor(doers[type]), rules, now).includes(type);
      expect(shown, type).toBe(possible.includes(type));
    }
  });
});

/** Whatever the stages of review. */
const underEither = (type: CommandType): ReadonlySet<ItemState> =>
  new Set(
    (['endorseThenApprove', 'approveOnly'] as const).flatMap((closureReview) =>
      allowedIn(type, { ...defaultPolicy, closureReview }),
    ),
  );

/** What can be answered, or taken back, wherever it can be asked. */
const wishes: readonly CommandType[] = [
  'withdraw',
  'grantExtension',
  'refuseExtension',
  'grantPause',
  'refusePause',
  'endPause',
];

describe('the table', () => {
  it('has every state', () => {
    const inTable = new Set(rows.map(({ story }) => story().item.state));
    expect([...inTable].sort()).toEqual([...itemStates].sort());
  });

  it('names for each command the states in which it can be possible', () => {
    for (const type of commandTypes) {
      const states = rows.filter(({ possible }) => possible.includes(type)).map(({ story }) => story().item.state);
      const answered = wishes.includes(type) ? underEither('requestExtension') : [];
      expect([...new Set([...states, ...answered])].sort(), type).toEqual([...underEither(type)].sort());
    }
  });
});

it('an endorsed item can be decided even under rules that know no endorsement', () => {
  const { item, rules, now } = inState('endorsed');
  const approveOnly = { ...rules, policy: { ...rules.policy, closureReview: 'approveOnly' as const } };
  expect(possibleActs(item, actor(cast.li), approveOnly, now)).toContain('approveClosure');
});

describe('a refusal because of the state', () => {
  it('names the state and the states in which the act is possible', () => {
    expect(inState('closed').refusal('requestClosure')).toEqual({
      code: 'notAllowedInState',
      command: 'requestClosure',
      state: 'closed',
      allowedIn: ['inProgress', 'reopened', 'standing'],
    });
  });

  it('never names the state the item is in: a review stage is where the policy has it', () => {
    expect(inState('submitted').refusal('approveClosure')).toMatchObject({ allowedIn: ['endorsed'] });
    const approveOnly = inState('submitted', { policy: { closureReview: 'approveOnly' } });
    expect(approveOnly.refusal('endorse')).toMatchObject({ state: 'submitted', allowedIn: [] });
  });

  it('comes before the one because of the person', () => {
    expect(inState('closed').refusal('requestClosure', {}, cast.gao)?.code).toBe('notAllowedInState');
    expect(inState('inProgress').refusal('requestClosure', {}, cast.gao)).toEqual({
      code: 'notYours',
      act: 'requestClosure',
    });
  });
});

describe('a decision', () => {
  it('is one event with the next number, the moment, the person and the id of the press', () => {
    const story = launched().on('2026-01-06', '14:30');
    expect(story.ask(cast.wang, 'signFor')).toEqual({
      event: { type: 'signedFor', seq: 4, at: '2026-01-06T06:30:00.000Z', by: 'wang', commandId: 'c3' },
    });
  });

  it('changes nothing by itself, neither as a yes nor as a no', () => {
    const { item, rules, now } = inState('inProgress');
    const before = JSON.stringify(item);
    const command = { type: 'reportProgress', actor: actor(cast.wang), commandId: 'c' } as const;
    const yes = decide(item, { ...command, text: '已完成一半。' }, rules, now);
    const no = decide(item, { ...command, text: ' ' }, rules, now);
    expect(['event' in yes, 'refusal' in no]).toEqual([true, true]);
    if ('event' in yes) evolve(item, yes.event);
    expect(JSON.stringify(item)).toBe(before);
  });
});
