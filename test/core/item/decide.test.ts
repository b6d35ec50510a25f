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

const office = ['urge', 'recordInterview'] as const;
const unlisted = { unlist: 'notListed' } as const;
const unasked = { ...unlisted, answerLetter: 'noLetterToAnswer' } as const;
const resting = { ...unlisted, urge: 'nobodyToUrge' } as const;
const withRequest = { requestExtension: 'extensionPending' } as const;
const withoutRequest = { grantExtension: 'noExtensionRequest', refuseExtension: 'noExtensionRequest' } as const;

const rows: readonly Row[] = [
  { in: 'draft', story: () => inState('draft'), possible: ['assign', 'cancel'] },
  {
    in: 'disowned',
    story: () => inState('disowned'),
    possible: ['assign', ...office, 'cancel'],
    otherwise: unlisted,
  },
  {
    in: 'assigned',
    story: () => inState('assigned'),
    possible: ['signFor', 'disown', 'requestExtension', 'setDueDate', ...office, 'issueLetter', 'cancel'],
    otherwise: { ...unasked, submitPlan: 'notSignedFor', ...withoutRequest },
  },
  {
    in: 'assigned and signed for',
    story: () => inState('assigned').act('signFor'),
    possible: ['disown', 'submitPlan', 'requestExtension', 'setDueDate', ...office, 'issueLetter', 'cancel'],
    otherwise: { ...unasked, signFor: 'alreadySignedFor', ...withoutRequest },
  },
  {
    in: 'planned',
    story: () => inState('planned'),
    possible: ['approvePlan', 'returnPlan', 'requestExtension', 'setDueDate', ...office, 'cancel'],
    otherwise: { ...unlisted, ...withoutRequest },
  },
  {
    in: 'in progress',
    story: () => inState('inProgress'),
    possible: [
      'reportProgress',
      'addEvidence',
      'requestClosure',
      'requestExtension',
      'setDueDate',
      ...office,
      'issueLetter',
      'cancel',
    ],
    otherwise: { ...unasked, ...withoutRequest },
  },
  {
    in: 'in progress with a wish for more time',
    story: () => inState('inProgress').act('requestExtension'),
    possible: [
      'reportProgress',
      'addEvidence',
      'requestClosure',
      'grantExtension',
      'refuseExtension',
      'setDueDate',
      ...office,
      'issueLetter',
      'cancel',
    ],
    otherwise: { ...unasked, ...withRequest },
  },
  {
    in: 'submitted',
    story: () => inState('submitted'),
    possible: ['return', 'endorse', ...office, 'cancel'],
    otherwise: unlisted,
  },
  {
    in: 'submitted where nobody endorses',
    story: () => inState('submitted', { policy: { closureReview: 'approveOnly' } }),
    possible: ['return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...office, 'cancel'],
    otherwise: unlisted,
  },
  {
    in: 'endorsed',
    story: () => inState('endorsed'),
    possible: ['return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...office, 'cancel'],
    otherwise: unlisted,
  },
  { in: 'closed', story: () => inState('closed'), possible: ['reopen'] },
  {
    in: 'interim',
    story: () => inState('interim'),
    possible: ['reportProgress', 'addEvidence', 'recordInterview', 'cancel'],
    otherwise: unlisted,
  },
  {
    in: 'standing',
    story: () => inState('standing'),
    possible: ['reportProgress', 'addEvidence', 'requestClosure', 'recordInterview', 'cancel'],
    otherwise: resting,
  },
  {
    in: 'reopened',
    story: () => inState('reopened'),
    possible: [
      'reportProgress',
      'addEvidence',
      'requestClosure',
      'requestExtension',
      'setDueDate',
      ...office,
      'issueLetter',
      'cancel',
    ],
    otherwise: { ...unasked, ...withoutRequest },
  },
  {
    in: 'standing, at its review',
    story: () => inState('standing').passUntil('2027-06-10'),
    possible: ['reportProgress', 'addEvidence', 'requestClosure', ...office, 'cancel'],
    otherwise: unlisted,
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

/** What answers another act is possible wherever that can be; what is listed can be taken from the list wherever it stands. */
const asked = {
  grantExtension: 'requestExtension',
  refuseExtension: 'requestExtension',
  answerLetter: 'issueLetter',
  unlist: 'recordInterview',
} as const;

describe('the table', () => {
  it('has every state', () => {
    const inTable = new Set(rows.map(({ story }) => story().item.state));
    expect([...inTable].sort()).toEqual([...itemStates].sort());
  });

  it('names for each command the states in which it can be possible', () => {
    for (const type of commandTypes) {
      const states = rows.filter(({ possible }) => possible.includes(type)).map(({ story }) => story().item.state);
      const answered = type in asked ? underEither(asked[type as keyof typeof asked]) : [];
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
