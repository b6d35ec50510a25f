/** The timeline says each fact in one sentence. */
import { describe, expect, it } from 'vitest';
import { eventText } from '../../../core/i18n/catalogue.ts';
import { doerText } from '../../../core/i18n/doer.ts';
import { en } from '../../../core/i18n/en.ts';
import { locales } from '../../../core/locale.ts';
import type { EventOf, ItemEventType } from '../../../core/item/event.ts';

const acted = { seq: 1, at: '2026-03-02T02:00:00.000Z', by: 'wang', commandId: 'c-00000001' } as const;
const decided = { ...acted, opinion: '同意', evidenceIds: ['e1'] };
const ticked = {
  ...acted,
  by: null,
  sendAt: '2026-03-03T01:00:00.000Z',
  skipped: [],
  step: {
    kind: 'overdue',
    key: 'overdue/2026-03-02/1',
    at: '2026-03-03T01:00:00.000Z',
    dueOn: '2026-03-02',
    to: ['handler', 'liaison'],
    level: 1,
    letter: 'reminderLetter',
    proposesInterview: true,
    lists: false,
    unknownYears: [],
  },
} as const;
const assignment = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };
const reason = '原因写在这里，共十余字。';

/** One of every type; a new type does not compile until it stands here. */
const events: { readonly [Type in ItemEventType]: EventOf<Type> } = {
  imported: { ...acted, type: 'imported', number: '2.3', title: '固定资产未登记', immediate: false },
  assigned: { ...acted, type: 'assigned', ...assignment, moved: null },
  dispatched: { ...acted, type: 'dispatched', signDueOn: null, planDueOn: '2026-04-01', dueOn: '2026-09-02' },
  signedFor: { ...acted, type: 'signedFor' },
  disowned: { ...acted, type: 'disowned', reason },
  planSubmitted: { ...acted, type: 'planSubmitted', rootCause: '账实脱节', measures: [], reviewed: true },
  planRevised: { ...acted, rootCause: '账实脱节', measures: [], reason, reviewed: true, type: 'planRevised' },
  planApproved: { ...acted, type: 'planApproved', moved: null },
  planReturned: { ...acted, type: 'planReturned', reason, moved: null },
  progressReported: { ...acted, type: 'progressReported', text: '已完成一半。' },
  progressRecorded: {
    ...acted,
    type: 'progressRecorded',
    ...{ reporter: '苏敏', text: '已清查两处。', isDone: false, reportedOn: '2026-02-28', note: '缺一份回执' },
    ...{ evidenceId: 'e2', sha256: 'b', name: '进展.xlsx' },
  },
  measuresMarked: { ...acted, measureStatuses: [{ measureId: 'm2', status: 'done' }], type: 'measuresMarked' },
  evidenceAdded: {
    ...acted,
    type: 'evidenceAdded',
    evidenceId: 'e1',
    sha256: 'a',
    name: '登记表.pdf',
    measureIds: ['m1'],
    aboutOn: null,
  },
  closureRequested: { ...acted, type: 'closureRequested', statement: '已登记。', evidenceIds: ['e1'], unproven: [] },
  withdrawn: { ...acted, what: 'application', reason, moved: null, type: 'withdrawn' },
  returned: { ...acted, type: 'returned', measureIds: ['m1', 'm2'], reason, dueOn: '2026-09-16', moved: null },
  endorsed: { ...decided, type: 'endorsed' },
  concurred: { ...decided, type: 'concurred', unitId: 'discipline' },
  closed: { ...decided, type: 'closed', opinion: '' },
  interimAccepted: { ...decided, type: 'interimAccepted', checkpointOn: '2026-12-01' },
  standingAccepted: { ...decided, type: 'standingAccepted', reviewOn: '2027-03-02' },
  extensionRequested: { ...acted, type: 'extensionRequested', until: '2026-10-09', reason, progress: '一半' },
  extensionGranted: {
    ...acted,
    type: 'extensionGranted',
    until: '2026-10-09',
    signDueOn: null,
    planDueOn: '2026-04-01',
  },
  extensionRefused: { ...acted, type: 'extensionRefused', reason, moved: null },
  dueDateSet: { ...acted, type: 'dueDateSet', reason, dueOn: '2026-09-01' },
  datesMoved: {
    ...acted,
    type: 'datesMoved',
    moves: [{ date: 'due', from: '2026-09-01', to: '2026-09-02' }],
    rules: { policy: 1, calendar: 2 },
    reason,
  },
  handedOver: { ...acted, type: 'handedOver', as: ['handler', 'owner'], fromId: 'wang', toId: 'lin', reason },
  dueDateFixed: { ...acted, reason, dueOn: '2026-09-01', type: 'dueDateFixed' },
  pauseRequested: { ...acted, until: '2026-10-09', reason, type: 'pauseRequested' },
  paused: { ...acted, until: '2026-10-09', moved: null, type: 'paused' },
  pauseRefused: { ...acted, reason, moved: null, type: 'pauseRefused' },
  pauseEnded: { ...acted, reason, moved: null, type: 'pauseEnded' },
  classified: { ...acted, grade: 'high', sources: ['audit'], reason, type: 'classified' },
  cancelled: { ...acted, type: 'cancelled', reason },
  reopened: { ...acted, type: 'reopened', reason, dueOn: '2026-12-01' },
  urged: { ...acted, type: 'urged', to: 'handler', act: 'submitPlan' },
  letterIssued: {
    ...acted,
    ...{ type: 'letterIssued', letter: 'supervisionLetter', reason, to: ['handler'] },
    ...{ sendAt: '2026-03-03T01:00:00.000Z', answerDueOn: '2026-03-10' },
  },
  letterAnswered: { ...acted, type: 'letterAnswered', letterSeq: 12, answer: '已登记一半。' },
  interviewHeld: { ...acted, type: 'interviewHeld', heldOn: '2026-03-02', attendees: '财务科科长', minutes: reason },
  unlisted: { ...acted, type: 'unlisted', reason },
  reminded: { ...ticked, type: 'reminded', step: { ...ticked.step, kind: 'reminder' } },
  escalated: { ...ticked, type: 'escalated' },
  pauseExpired: { ...ticked, moved: null, type: 'pauseExpired' },
  checkpointReached: { ...ticked, type: 'checkpointReached', dueOn: '2026-12-01' },
  reviewReached: { ...ticked, type: 'reviewReached', reviewOn: '2027-03-02', dueOn: '2026-09-16' },
};

describe.each(locales)('the timeline in %s', (locale) => {
  it.each(Object.values(events).map((event) => [event.type, event] as const))('tells %s', (_type, event) => {
    const said = eventText(event, locale);
    expect(said).not.toMatch(/undefined|null|NaN|\[object|m1/);
    expect(said).toMatch(locale === 'en' ? /^[A-Z0-9]/ : /^[\u4e00-\u9fff]/);
  });
});

it('every type is here', () => {
  expect(Object.keys(events).sort()).toEqual(Object.keys(en.events).sort());
});

it('names, dates and letters stand in the sentence', () => {
  const names = { person: (id: string) => `<${id}>`, unit: () => '财务科' };
  expect(eventText(events.assigned, 'zh-CN', names)).toBe('交办至财务科，承办人<wang>，牵头领导<zhang>。');
  expect(eventText(events.escalated, 'zh-CN')).toBe(
    '向承办人、联络员发出第 1 级提醒函，期限为2026年3月2日（周一）。建议约谈。',
  );
  expect(eventText(events.escalated, 'en')).toBe(
    'Reminder letter to handler and liaison (escalation, level 1); due on Mon 2 Mar 2026. An interview is proposed.',
  );
});

it('says who acted in whose place, under both names', () => {
  const name = (id: string) => ({ lin: '林晓', wang: '王小明' })[id] ?? id;
  expect(doerText({ by: 'lin', forId: 'wang' }, 'zh-CN', name)).toBe('林晓（代王小明）');
  expect(doerText({ by: 'lin', forId: 'wang' }, 'en', name)).toBe('林晓 for 王小明');
  expect(doerText({ by: 'lin' }, 'zh-CN', name)).toBe('林晓');
});
