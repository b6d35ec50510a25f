/** Every "no" says three things: what is the case, what is allowed, what to do. */
import { describe, expect, it } from 'vitest';
import { refusalSentences, refusalText } from '../../../core/i18n/catalogue.ts';
import { en } from '../../../core/i18n/en.ts';
import { locales } from '../../../core/locale.ts';
import type { Refusal, RefusalCode } from '../../../core/item/refusal.ts';
import { grants } from '../../../core/item/roles.ts';

/** One refusal or more of every code; a new code does not compile until it stands here. */
const examples: { readonly [Code in RefusalCode]: readonly Extract<Refusal, { code: Code }>[] } = {
  notAllowedInState: [
    { code: 'notAllowedInState', command: 'requestClosure', state: 'closed', allowedIn: ['inProgress', 'reopened'] },
    { code: 'notAllowedInState', command: 'endorse', state: 'submitted', allowedIn: ['submitted'] },
  ],
  notYours: (Object.keys(grants) as (keyof typeof grants)[]).map((act) => ({ code: 'notYours', act })),
  ownApplication: [{ code: 'ownApplication', applicantId: 'wang' }],
  alreadyReviewed: [{ code: 'alreadyReviewed', reviewerId: 'zhang' }],
  notAsked: [
    { code: 'notAsked', awaited: ['discipline', 'organisation'] },
    { code: 'notAsked', awaited: [] },
  ],
  jointReviewOpen: [{ code: 'jointReviewOpen', awaited: ['discipline'] }],
  notSignedFor: [{ code: 'notSignedFor' }],
  alreadySignedFor: [{ code: 'alreadySignedFor', by: 'wang' }],
  assignmentFinal: [{ code: 'assignmentFinal', returns: 2 }],
  textTooShort: [{ code: 'textTooShort', field: 'reason', least: 10, given: 4 }],
  textTooLong: [{ code: 'textTooLong', field: 'statement', most: 4000, given: 12345 }],
  noMeasures: [{ code: 'noMeasures' }],
  noDates: [{ code: 'noDates' }],
  dateNotAsSeen: [{ code: 'dateNotAsSeen', date: 'due', seen: '2026-09-01' }],
  tooManyMeasures: [{ code: 'tooManyMeasures', most: 50, given: 51 }],
  measureTooLate: [{ code: 'measureTooLate', index: 2, dueOn: '2026-09-04', latest: '2026-09-02' }],
  unknownMeasures: [
    { code: 'unknownMeasures', measureIds: ['m9'], known: ['m1', 'm2'] },
    { code: 'unknownMeasures', measureIds: ['m9', 'm8'], known: [] },
  ],
  noMeasureNamed: [{ code: 'noMeasureNamed' }],
  evidenceMissing: [
    { code: 'evidenceMissing', measureIds: ['m2', 'm4'], least: 1, asked: [] },
    { code: 'evidenceMissing', measureIds: ['m2'], least: 2, asked: ['会议纪要', '整改报告'] },
  ],
  nothingSince: [{ code: 'nothingSince', since: '2026-03-02T02:00:00.000Z' }],
  justificationNeeded: [{ code: 'justificationNeeded', accepted: 3, least: 10, given: 2 }],
  sameEvidence: [{ code: 'sameEvidence', name: '会议纪要.docx' }],
  handedInAlready: [{ code: 'handedInAlready', name: '会议纪要.docx' }],
  dateAhead: [{ code: 'dateAhead', given: '2026-03-02', today: '2026-02-27' }],
  notADate: [{ code: 'notADate', given: '2026-02-30' }],
  dateNotLater: [{ code: 'dateNotLater', given: '2026-03-03', after: '2026-03-04' }],
  dateTooLate: [{ code: 'dateTooLate', given: '2026-10-12', latest: '2026-10-09' }],
  dayOff: [{ code: 'dayOff', given: '2025-05-01', before: '2025-04-30', after: '2025-05-06' }],
  extensionTooLate: [{ code: 'extensionTooLate', dueOn: '2025-03-04' }],
  nobodyToUrge: [{ code: 'nobodyToUrge' }],
  urgedLately: [{ code: 'urgedLately', at: '2026-03-02T02:00:00.000Z', again: '2026-03-03T02:00:00.000Z' }],
  unknownLetter: [{ code: 'unknownLetter', given: 'redLetter', known: ['reminderLetter', 'supervisionLetter'] }],
  noLetterToAnswer: [{ code: 'noLetterToAnswer' }],
  otherLetter: [{ code: 'otherLetter', given: 9, waiting: [12, 14] }],
  notListed: [{ code: 'notListed' }],
  extensionPending: [{ code: 'extensionPending', until: '2026-10-09' }],
  nothingToWithdraw: [{ code: 'nothingToWithdraw' }],
  paused: [{ code: 'paused', until: '2026-10-09' }],
  notPaused: [{ code: 'notPaused' }],
  pausePending: [{ code: 'pausePending', until: '2026-10-09' }],
  noPauseRequest: [{ code: 'noPauseRequest' }],
  dueDateFixed: [{ code: 'dueDateFixed', dueOn: '2026-10-09' }],
  noRevision: [{ code: 'noRevision' }],
  revisionPending: [{ code: 'revisionPending' }],
  tooManyAsked: [{ code: 'tooManyAsked', most: 10, given: 11 }],
  noExtensionRequest: [{ code: 'noExtensionRequest' }],
  tooManyExtensions: [
    { code: 'tooManyExtensions', most: 2 },
    { code: 'tooManyExtensions', most: 0 },
  ],
  notBound: [
    { code: 'notBound', personId: 'wang', as: ['leadLeader'], bound: ['handler', 'owner'] },
    { code: 'notBound', personId: 'wang', as: ['handler'], bound: [] },
    { code: 'notBound', personId: 'wang', as: [], bound: ['handler'] },
  ],
  sameSuccessor: [{ code: 'sameSuccessor', personId: 'wang' }],
  wouldJudgeOwn: [{ code: 'wouldJudgeOwn', personId: 'wang' }],
  ownRequest: [{ code: 'ownRequest', requesterId: 'wang' }],
  notRecorded: [{ code: 'notRecorded', itemId: 'r-2026-wer9-07' }],
  busy: [{ code: 'busy', waiting: 1 }],
};

const refusals: readonly Refusal[] = Object.values(examples).flat();

it('every code is here', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(en.refusals).sort());
});

describe.each(locales)('in %s', (locale) => {
  it.each(refusals.map((refusal) => [refusal.code, refusal] as const))(
    '%s has three whole sentences',
    (_code, refusal) => {
      const sentences = refusalSentences(refusal, locale);
      expect(sentences).toHaveLength(3);
      for (const sentence of sentences)
        expect(sentence).toMatch(locale === 'en' ? /^["A-Z0-9].*\.$/ : /^.*[\u4e00-\u9fff].*。$/);
      const text = sentences.join(' ');
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text).not.toMatch(
        locale === 'en' ? /\b(please|sorry|invalid|failed to)\b|!|[\u4e00-\u9fff]{5}/i : /[您你该！!]/,
      );
    },
  );
});

describe('the sentences', () => {
  const evidenceMissing: Refusal = { code: 'evidenceMissing', measureIds: ['m2', 'm4'], least: 1, asked: [] };

  it('say it as agreed', () => {
    expect(refusalText(evidenceMissing, 'zh-CN')).toBe(
      '尚不能申请销号：措施 2、4 没有佐证材料。每条措施至少需要 1 份。请补充后再申请，或说明无需材料的原因。',
    );
    expect(refusalText(evidenceMissing, 'en')).toBe(
      'Closure cannot be applied for yet: measures 2 and 4 have no evidence. Each measure needs at least one file. Add it, or state why none is needed.',
    );
    expect(
      refusalText({ code: 'dayOff', given: '2025-05-01', before: '2025-04-30', after: '2025-05-06' }, 'zh-CN'),
    ).toBe('2025年5月1日（周四）不是工作日。期限应为工作日。可选2025年4月30日（周三）或2025年5月6日（周二）。');
  });

  it('call people and measures by the names they are given', () => {
    const names = { person: () => '李敏', measure: (id: string) => `（${id}）` };
    expect(refusalText({ code: 'alreadySignedFor', by: 'li' }, 'zh-CN', names)).toContain('已由李敏签收');
    expect(refusalText(evidenceMissing, 'zh-CN', names)).toContain('措施 （m2）、（m4）');
  });

  it('tell from the table of roles who does it', () => {
    expect(refusalText({ code: 'notYours', act: 'approveClosure' }, 'zh-CN')).toContain(
      '此操作由巡察办的审核人员、巡察办的管理员办理。',
    );
    expect(refusalText({ code: 'notYours', act: 'signFor' }, 'en')).toContain(
      'It is done by staff of the responsible unit.',
    );
  });

  it('do not send people to the state they are in', () => {
    const refusal: Refusal = {
      code: 'notAllowedInState',
      command: 'approveClosure',
      state: 'submitted',
      allowedIn: ['submitted', 'endorsed'],
    };
    expect(refusalText(refusal, 'zh-CN')).toContain('可办理的状态：“已审核”。');
    expect(refusalText({ ...refusal, allowedIn: ['submitted'] }, 'zh-CN')).toContain('本轮次的规则没有设置这一环节。');
  });
});
