/** Facts applied to an item: total, in order, and never forgetting. */
import { describe, expect, it } from 'vitest';
import { inState, launched } from '../../support/story.ts';
import type { ItemEvent } from '../../../core/item/event.ts';
import { evolve, itemFrom } from '../../../core/item/evolve.ts';
import { ImpossibleItem } from '../../../core/item/impossible.ts';
import { blankItem } from '../../../core/item/blank-item.ts';
import { isFinished, itemStates } from '../../../core/item/item.ts';

const blank = blankItem('r1', 'i1');
const header = { seq: 1, at: '2026-01-05T02:00:00.000Z', by: 'zhao', commandId: 'c' } as const;

describe('an item before its first event', () => {
  it('is a draft of nobody with no fact in it', () => {
    const { roundId, itemId, state, seq, ...facts } = blank;
    expect([roundId, itemId, state, seq]).toEqual(['r1', 'i1', 'draft', 0]);
    for (const [name, value] of Object.entries(facts)) expect(['', false, null, 0, []], name).toContainEqual(value);
  });
});

describe('an item from its events', () => {
  it.each(itemStates)('of the events of an item that is %s is the item', (state) => {
    const { item, events } = inState(state);
    expect(itemFrom('r1', 'i1', events)).toEqual(item);
    expect(item.state).toBe(state);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('is plain JSON: it survives being written down', () => {
    for (const state of itemStates) {
      const { item } = inState(state);
      expect(JSON.parse(JSON.stringify(item))).toEqual(item);
    }
  });
});

describe('an event', () => {
  it('imported makes the whole item its first measure', () => {
    const event: ItemEvent = { type: 'imported', ...header, number: '2.3', title: '台账不清', immediate: true };
    expect(evolve(blank, event)).toMatchObject({
      number: '2.3',
      immediate: true,
      state: 'draft',
      measures: [{ id: 'm1', text: '台账不清', ownerId: null, dueOn: null }],
    });
  });

  it('dispatched sets the dates once and for all: the first due date stays whatever comes', () => {
    const { item } = launched();
    expect(item).toMatchObject({
      signDueOn: '2026-01-08',
      planDueOn: '2026-02-04',
      dueOn: '2026-07-06',
      firstDueOn: '2026-07-06',
    });
    const everything = inState('inProgress').act('requestExtension').act('grantExtension').act('requestClosure');
    const reopened = everything.act('endorse').act('approveClosure').act('reopen', { dueOn: '2028-01-04' });
    expect(reopened.item).toMatchObject({ firstDueOn: '2026-07-06', dueOn: '2028-01-04' });
  });

  it('of a step keeps its key and those it made pointless', () => {
    const step = { kind: 'reminder', key: 'reminder/b', at: header.at, dueOn: '2026-07-06' } as const;
    const rest = { to: [], level: 0, letter: null, proposesInterview: false, lists: false, unknownYears: [] };
    const reminded = { type: 'reminded', seq: 1, at: header.at, by: null, step: { ...step, ...rest } } as const;
    const { stepsTaken } = evolve(blank, { ...reminded, sendAt: header.at, skipped: ['reminder/a'] });
    expect(stepsTaken).toEqual([
      { key: 'reminder/a', at: header.at },
      { key: 'reminder/b', at: header.at },
    ]);
  });

  it('that answers what nobody asked for is impossible and says so', () => {
    const granted = inState('inProgress').act('requestExtension').act('grantExtension').events.at(-1);
    const reviewed = inState('standing').passUntil('2027-06-01').events.at(-1);
    for (const event of [granted, reviewed])
      expect(() => evolve(inState('inProgress').item, event as ItemEvent)).toThrow(ImpossibleItem);
  });

  it('is applied whatever state the item is in: what was recorded has happened', () => {
    const { events } = inState('standing').act('requestClosure').act('return').act('requestExtension');
    for (const state of itemStates)
      for (const event of events) {
        const { item } = inState(state);
        expect(evolve(item, event).seq).toBe(event.seq);
      }
  });

  it('leaves the item it is applied to as it was', () => {
    const { item, events } = inState('reopened');
    const text = JSON.stringify(item);
    for (const event of events) evolve(item, event);
    expect(JSON.stringify(item)).toBe(text);
  });
});

describe('an item', () => {
  it.each(itemStates)('that is %s is finished only when closed or cancelled', (state) => {
    const { item } = inState(state);
    expect(isFinished(item)).toBe(state === 'closed' || state === 'cancelled');
  });
});
