/** A supervision letter of the second level. */
import { frame } from '../mail/samples.ts';
import type { Locale } from '../../../core/locale.ts';
import type { LetterMailFacts } from '../../../documents/letters/facts.ts';

export const letterFacts = (locale: Locale): LetterMailFacts => ({
  ...frame(locale),
  contact: '0871-6555 0101',
  kind: 'supervisionLetter',
  name: { 'zh-CN': '督办函', en: 'Supervision letter' },
  reason: null,
  unanswered: null,
  wantsAnswer: false,
  year: 2026,
  number: 12,
  numberPrefix: '云水整督',
  itemId: 'yunling-2-3',
  itemNumber: '2.3',
  title: '固定资产未登记入账，部分设备账实不符',
  round: '第五轮巡察反馈意见整改',
  responsibleUnit: '财务科',
  issuedOn: '2026-03-11',
  dueOn: '2026-03-04',
  firstDueOn: '2026-02-11',
  extensionsGranted: 1,
  extensionsRefused: 0,
  workingDaysOverdue: 5,
  state: 'inProgress',
  measures: 4,
  measuresWithoutEvidence: 2,
  level: 2,
  answerBy: '2026-03-17',
  next: {
    on: '2026-03-18',
    to: ['leadLeader', 'chief', 'inspectionOffice'],
    proposesInterview: true,
    lists: false,
  },
  policyVersion: 1,
  unpublishedYears: [],
});
