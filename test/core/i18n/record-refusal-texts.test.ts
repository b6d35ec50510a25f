import { describe, expect, test } from 'vitest';
import { enRecordRefusals } from '../../../core/i18n/en/record-refusals.ts';
import { recordRefusalText } from '../../../core/i18n/catalogue.ts';
import { zhRecordRefusals } from '../../../core/i18n/zh/record-refusals.ts';
import type { RecordRefusal, RecordRefusalCode } from '../../../core/round/record-refusal.ts';

/** One of each, with facts in Latin letters, so that a Chinese character in an English sentence is ours. */
const samples: { readonly [Code in RecordRefusalCode]: Extract<RecordRefusal, { readonly code: Code }> } = {
  notFound: { code: 'notFound', what: 'item', id: 'r-1-01' },
  notSignedIn: { code: 'notSignedIn' },
  wrongCredentials: { code: 'wrongCredentials' },
  tooManyAttempts: { code: 'tooManyAttempts', seconds: 8 },
  tooManyRequests: { code: 'tooManyRequests', seconds: 40 },
  wrongHost: { code: 'wrongHost', host: 'elsewhere.example' },
  crossSite: { code: 'crossSite', origin: 'https://elsewhere.example' },
  wrongMediaType: { code: 'wrongMediaType', allowed: 'application/json', given: 'text/plain' },
  bodyTooLarge: { code: 'bodyTooLarge', mostBytes: 1024 * 1024 },
  tooDeep: { code: 'tooDeep', most: 32 },
  tooSlow: { code: 'tooSlow', seconds: 15 },
  badInput: { code: 'badInput', faults: [{ path: 'name', allowed: '≥ 1', given: '""' }] },
  badCursor: { code: 'badCursor' },
  noticeUnreadable: {
    code: 'noticeUnreadable',
    unreadable: { kind: 'empty' },
  },
  noticeWithoutItems: { code: 'noticeWithoutItems', warnings: [] },
  calendarFaults: { code: 'calendarFaults', faults: [{ code: 'noYear' }, { code: 'notMadeUp', date: '2027-01-04' }] },
  policyFaults: {
    code: 'policyFaults',
    faults: [{ path: 'periodMonths', code: 'outOfRange', allowed: '1–36', given: '99' }],
  },
  formUnknown: { code: 'formUnknown', form: 'roster', needed: ['name', 'email'] },
  formFaults: {
    code: 'formFaults',
    faults: [{ sheet: 'S', row: 4, column: 'B', head: 'email', problem: { code: 'notAMailAddress', given: 'a,b@x' } }],
  },
  alreadyImported: {
    code: 'alreadyImported',
    roundId: 'r-2026-k3f9',
    title: 'Round',
    at: '2026-01-05T02:00:00.000Z',
    isSameFile: true,
  },
  roundNotDraft: { code: 'roundNotDraft', state: 'running' },
  roundNotLaunched: { code: 'roundNotLaunched' },
  bulletinIncomplete: { code: 'bulletinIncomplete', faults: [{ number: '1.7', problem: 'nothingSaid' }] },
  bulletinChanged: { code: 'bulletinChanged' },
  bulletinUntraced: { code: 'bulletinUntraced' },
  nothingToApprove: { code: 'nothingToApprove' },
  ownProposal: { code: 'ownProposal' },
  assignmentFaults: { code: 'assignmentFaults', faults: [{ itemId: 'r-1-01', problem: 'unknownUnit', given: 'x' }] },
  startTooEarly: { code: 'startTooEarly', given: '2025-06-02', dueOn: '2025-12-02', earliest: '2026-05-25' },
  notReadyToLaunch: { code: 'notReadyToLaunch', unassigned: ['1.1'], withoutAddress: ['Lin'], overDueOn: '2026-07-06' },
  unknownOwners: { code: 'unknownOwners', given: ['x'] },
  notAMailAddress: { code: 'notAMailAddress', given: 'a,b@x' },
  emailTaken: { code: 'emailTaken', email: 'x@y.example' },
  idTaken: { code: 'idTaken', id: 'x' },
  hasLeft: { code: 'hasLeft', name: 'Lin Xiao' },
  notStandingIn: { code: 'notStandingIn', personId: 'wang' },
  substituteUnfit: { code: 'substituteUnfit', name: 'Lin Xiao', because: 'notSupervisor' },
  absenceOverlaps: { code: 'absenceOverlaps', name: 'Lin Xiao', from: '2026-03-02', to: '2026-03-06' },
  absenceOver: { code: 'absenceOver', to: '2026-03-06' },
  notLiaison: { code: 'notLiaison', name: 'Lin Xiao', unit: 'Works' },
  stillHolds: {
    ...{ code: 'stillHolds', name: 'Lin Xiao' },
    items: Array.from({ length: 12 }, (_, index) => ({ itemId: 'r1-1', number: `1.${index}`, as: 'handler' as const })),
  },
  secondFactorNeeded: { code: 'secondFactorNeeded' },
  secondFactorWrong: { code: 'secondFactorWrong' },
  secondFactorOwed: { code: 'secondFactorOwed' },
  secondFactorIsOn: { code: 'secondFactorIsOn' },
  secondFactorOff: { code: 'secondFactorOff' },
  secondFactorDemanded: { code: 'secondFactorDemanded' },
  ownSecondFactor: { code: 'ownSecondFactor' },
  ownSecondFactorFirst: { code: 'ownSecondFactorFirst' },
  openidOff: { code: 'openidOff' },
  openidAway: { code: 'openidAway', name: 'Bureau login' },
  openidNotValid: { code: 'openidNotValid' },
  logoutNotValid: { code: 'logoutNotValid' },
  openidNotLinked: { code: 'openidNotLinked', name: 'Bureau login' },
  linkNotValid: { code: 'linkNotValid' },
  lastAdmin: { code: 'lastAdmin' },
  staffWithoutUnit: { code: 'staffWithoutUnit' },
  passwordGuessable: { code: 'passwordGuessable', because: 'ownData' },
  passwordTooShort: { code: 'passwordTooShort', least: 12, given: 1 },
  notEmpty: { code: 'notEmpty' },
  dayNotCome: { code: 'dayNotCome', given: '2026-07-07', today: '2026-07-06' },
  importNotEmpty: { code: 'importNotEmpty' },
  importUnreadable: { code: 'importUnreadable', line: 7 },
  importOtherVersion: { code: 'importOtherVersion' },
  importBroken: { code: 'importBroken', kind: 'chain', id: 'r-1-01' },
  sampleOff: { code: 'sampleOff' },
  rehearsalOff: { code: 'rehearsalOff' },
  rehearsalUnderWay: { code: 'rehearsalUnderWay' },
  rehearsalTooLarge: { code: 'rehearsalTooLarge', items: 412, most: 300 },
  rehearsalUntil: { code: 'rehearsalUntil', given: '2026-02-02', earliest: '2026-03-03', latest: '2028-03-02' },
  nothingToRehearse: { code: 'nothingToRehearse', state: 'completed' },
  changeOfDraft: { code: 'changeOfDraft' },
  noLastRound: { code: 'noLastRound' },
  fileMissing: { code: 'fileMissing' },
  uploadCut: { code: 'uploadCut' },
  severalFiles: { code: 'severalFiles', given: 2 },
  fileEmpty: { code: 'fileEmpty', name: 'a.pdf' },
  bundleTooLarge: {
    code: 'bundleTooLarge',
    bytes: 5 * 1024 ** 3,
    mostBytes: 4 * 1024 ** 3,
    entries: 20,
    mostEntries: 65_000,
  },
  evidenceQuota: { code: 'evidenceQuota', of: 'item', mostBytes: 4 * 1024 ** 3 },
  fileTooLarge: { code: 'fileTooLarge', name: 'a.pdf', mostBytes: 50 * 1024 * 1024 },
  fileKindNotAccepted: { code: 'fileKindNotAccepted', name: 'a.zip', allowed: 'pdf, docx' },
  fileKindDiffers: { code: 'fileKindDiffers', name: 'a.docx', found: null },
  fileNotScanned: { code: 'fileNotScanned', names: ['report.txt'] },
  fileInfected: { code: 'fileInfected', names: ['report.txt'] },
  fileDamaged: { code: 'fileDamaged', names: ['report.txt'] },
  uploadUnknown: { code: 'uploadUnknown', evidenceId: 'f-23456789ab' },
  uploadOfAnother: { code: 'uploadOfAnother', name: 'inventory.xlsx' },
  notUnderWay: { code: 'notUnderWay', itemId: 'r-1-01' },
  outcomeUnknown: { code: 'outcomeUnknown', commandId: 'press-0001' },
  commandIdTaken: { code: 'commandIdTaken', commandId: 'press-0001' },
  partAway: { code: 'partAway', part: 'database', isNothingDone: true },
  ours: { code: 'ours', reference: '7F3K-29QD' },
};

const han = /[一-龥，。；：]/;

describe.each(Object.values(samples))('$code', (refusal) => {
  test('is a whole sentence in both languages', () => {
    expect(recordRefusalText(refusal, 'zh-CN')).toMatch(/[一-龥].*[。]$/s);
    const english = recordRefusalText(refusal, 'en');
    expect(english).toMatch(/^["0-9A-Z].*\.$/s);
    expect(english).not.toMatch(han);
  });

  test('names no fact that is not there', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(recordRefusalText(refusal, locale)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('says neither please nor sorry, and blames nobody', () => {
    expect(recordRefusalText(refusal, 'en')).not.toMatch(/please|sorry|invalid|failed to/i);
    expect(recordRefusalText(refusal, 'zh-CN')).not.toMatch(/非法|错误操作|该|亲|！/);
  });
});

test('the one form of many faults shows ten of them and counts the rest', () => {
  const faults = Array.from({ length: 12 }, (_, index) => ({ path: `items[${index}]`, allowed: '≥ 1', given: '' }));
  const text = recordRefusalText({ code: 'badInput', faults }, 'en');
  expect(text).toContain('12 things to correct.');
  expect(text).toContain('items[9]');
  expect(text).not.toContain('items[10]');
  expect(text).toContain('And 2 more.');
});

test('both languages have the same codes', () => {
  expect(Object.keys(enRecordRefusals).sort()).toEqual(Object.keys(zhRecordRefusals).sort());
});
