/** Every command in every state: what is possible is written down here by hand, and all the rest must be refused. */
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import { rows } from '../../support/act-table.ts';
import { doers, inState, launched } from '../../support/story.ts';
import { actsOfItems, type CommandType, allowedIn } from '../../../core/item/acts.ts';
import { decide, possibleActs } from '../../../core/item/decide.ts';
import { evolve } from '../../../core/item/evolve.ts';
import { itemStates, type ItemState } from '../../../core/item/item.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

describe.each(rows)('an item $in', ({ story, possible, otherwise = {} }) => {
  it.each(actsOfItems)('meets %s as the table says', (type) => {
    const told = story();
    const code = told.refusal(type)?.code ?? 'possible';
    expect(code).toBe(possible.includes(type) ? 'possible' : (otherwise[type] ?? 'notAllowedInState'));
  });

  it('shows a person exactly the buttons that the doors behind would open', () => {
    const { item, rules, now } = story();
    for (const type of actsOfItems) {
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
const asked: Partial<Record<CommandType, CommandType>> = {
  withdraw: 'requestExtension',
  grantExtension: 'requestExtension',
  refuseExtension: 'requestExtension',
  grantPause: 'requestPause',
  refusePause: 'requestPause',
  endPause: 'requestPause',
  answerLetter: 'issueLetter',
  unlist: 'recordInterview',
};

describe('the table', () => {
  it('has every state', () => {
    const inTable = new Set(rows.map(({ story }) => story().item.state));
    expect([...inTable].sort()).toEqual([...itemStates].sort());
  });

  it('names for each command the states in which it can be possible', () => {
    for (const type of actsOfItems) {
      const states = rows.filter(({ possible }) => possible.includes(type)).map(({ story }) => story().item.state);
      const answers = asked[type];
      const answered = answers === undefined ? [] : underEither(answers);
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
