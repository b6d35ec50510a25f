/** What an edited policy is told: every fault, at its path, with what was allowed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy, type PolicyFault } from '../../../core/rules/policy-faults.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

const faultsOf = (value: unknown): readonly PolicyFault[] => {
  const reading = readPolicy(value);
  return 'faults' in reading ? reading.faults : [];
};

const edited = (change: Readonly<Record<string, unknown>>) => faultsOf({ ...defaultPolicy, ...change });

/** 督查督办通知书 to 问责书: a ladder of letters without a line of code. */
const fiveLetters = {
  letters: [
    { kind: 'supervisionNotice', name: { 'zh-CN': '督查督办通知书', en: 'Notice of supervision' }, mark: '督' },
    { kind: 'stageGuidance', name: { 'zh-CN': '阶段督查指导书', en: 'Stage guidance' }, mark: '导' },
    { kind: 'prompt', name: { 'zh-CN': '提醒书', en: 'Prompt' }, mark: '提' },
    { kind: 'admonition', name: { 'zh-CN': '告诫书', en: 'Admonition' }, mark: '诫', answerWithinWorkingDays: 3 },
    {
      kind: 'accountability',
      name: { 'zh-CN': '问责书', en: 'Accountability' },
      mark: '责',
      answerWithinWorkingDays: 5,
    },
  ].map((letter) => ({ ...letter, to: ['handler', 'leadLeader'] })),
  reminders: [
    { daysBefore: 150, to: ['handler'], letter: 'supervisionNotice' },
    { daysBefore: 60, to: ['handler'], letter: 'stageGuidance' },
    { daysBefore: 10, to: ['handler'], letter: 'prompt' },
  ],
  escalations: [
    { workingDaysAfter: 1, to: ['handler', 'leadLeader'], letter: 'admonition' },
    { workingDaysAfter: 10, to: ['leadLeader', 'chief'], letter: 'accountability', proposesInterview: true },
  ],
};

describe('a policy', () => {
  it('by default is valid, also when it comes back as JSON', () => {
    expect(readPolicy(defaultPolicy)).toEqual({ policy: defaultPolicy });
    expect(readPolicy(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual({ policy: defaultPolicy });
  });

  it('by default is the one of the design: 30 days, 6 months, five reminders and four escalations', () => {
    const { planDueDays, periodMonths, reminders, escalations } = defaultPolicy;
    expect([planDueDays, periodMonths]).toEqual([30, 6]);
    expect(reminders.map(({ daysBefore, to }) => [daysBefore, ...to])).toEqual([
      [20, 'handler'],
      [10, 'handler', 'leadLeader'],
      [3, 'handler'],
      [1, 'handler'],
      [0, 'handler', 'leadLeader'],
    ]);
    expect(escalations.map(({ workingDaysAfter, letter = null }) => [workingDaysAfter, letter])).toEqual([
      [1, 'reminderLetter'],
      [5, 'supervisionLetter'],
      [10, null],
      [20, null],
    ]);
  });

  it.each([
    ['empty ladders', { planReminders: [], reminders: [], escalations: [] }],
    ['no sign-off clock and no review reminder', { signWithinWorkingDays: null, reviewWithinWorkingDays: null }],
    ['the widest numbers', { planDueDays: 180, periodMonths: 36, maxExtensions: 0, evidencePerMeasure: 10 }],
    ['a slot just before midnight', { mailSlot: '23:59' }],
    ['five letters of its own, one of them before the date', fiveLetters],
    ['units that review beside each other and in turn', { jointReview: [['discipline', 'organisation'], ['works']] }],
    ['interim results that must be justified from the first on', { interimsUnjustified: 0 }],
    ['one review stage and no plan review', { planReview: 'none', closureReview: 'approveOnly' }],
  ])('may have %s', (_, change) => {
    expect(edited(change)).toEqual([]);
  });
});

describe('a fault', () => {
  it('does not hide the others: all come at once, each with its path', () => {
    const faults = edited({
      version: 0,
      mailSlot: '9:00',
      planDueDays: 30.5,
      periodMonths: '6',
      planReview: 'chief',
      reminders: [
        { daysBefore: 10, to: [] },
        { daysBefore: 20, to: ['handler'] },
        { daysBefore: 5, to: ['handler', 'postman'], days: 5 },
        'soon',
      ],
      escalations: [
        { workingDaysAfter: 5, to: ['handler'], letter: 'redLetter', proposesInterview: 'yes' },
        { workingDaysAfter: 5, to: ['handler'] },
      ],
      maxExtension: 2,
      maxExtensions: undefined,
    });
    const reminderFields = 'daysBefore, to, letter';
    expect(faults).toEqual([
      { path: 'version', code: 'outOfRange', allowed: '1–1000000', given: '0' },
      { path: 'mailSlot', code: 'notATime', allowed: 'HH:MM', given: '"9:00"' },
      { path: 'planDueDays', code: 'notAWholeNumber', allowed: '1–180', given: '30.5' },
      { path: 'periodMonths', code: 'notAWholeNumber', allowed: '1–36', given: '"6"' },
      { path: 'planReview', code: 'notOneOf', allowed: 'leadLeader, none', given: '"chief"' },
      { path: 'reminders[0].to', code: 'outOfRange', allowed: '1–6', given: '0' },
      {
        path: 'reminders[2].to[1]',
        code: 'notOneOf',
        allowed: 'handler, liaison, leadLeader, chief, inspectionOffice, admin',
        given: '"postman"',
      },
      { path: 'reminders[2].days', code: 'unknownField', allowed: reminderFields, given: 'days' },
      { path: 'reminders[3]', code: 'notAnObject', allowed: reminderFields, given: '"soon"' },
      { path: 'reminders[1].daysBefore', code: 'notFalling', allowed: '< 10', given: '20' },
      {
        path: 'escalations[0].letter',
        code: 'notOneOf',
        allowed: 'reminderLetter, supervisionLetter',
        given: '"redLetter"',
      },
      { path: 'escalations[0].proposesInterview', code: 'notOneOf', allowed: 'true, false', given: '"yes"' },
      { path: 'escalations[1].workingDaysAfter', code: 'notRising', allowed: '> 5', given: '5' },
      { path: 'maxExtensions', code: 'missing', allowed: '', given: '' },
      { path: 'maxExtension', code: 'unknownField', allowed: 'maxExtensions', given: 'maxExtension' },
    ]);
  });

  it('of a joint review is a unit that is asked twice, and what is no unit', () => {
    expect(edited({ jointReview: [['discipline', 'works'], ['discipline', 7], []] })).toEqual([
      { path: 'jointReview[1][1]', code: 'notAText', allowed: '1–200', given: '7' },
      { path: 'jointReview[2]', code: 'outOfRange', allowed: '1–10', given: '0' },
      { path: 'jointReview[1][0]', code: 'repeated', allowed: '', given: '"discipline"' },
    ]);
  });

  it('names every field when there is nothing at all', () => {
    expect(faultsOf({}).map(({ path, code }) => [path, code])).toEqual(
      Object.keys(defaultPolicy).map((path) => [path, 'missing']),
    );
  });

  it.each([null, [], 'policy', 7, true])('of the whole has no path: %j is no policy', (value) => {
    expect(faultsOf(value).map(({ path, code }) => [path, code])).toEqual([['', 'notAnObject']]);
  });

  it.each([
    ['planDueDay', 'planDueDays'],
    ['PLANDUEDAYS', 'planDueDays'],
    ['remindres', 'reminders'],
    ['escalation', 'escalations'],
  ])('of the pen is seen through: %s is taken for %s', (given, meant) => {
    expect(edited({ [given]: 1 })).toEqual([{ path: given, code: 'unknownField', allowed: meant, given }]);
  });

  it('of an unknown name like no other lists all names', () => {
    expect(edited({ budget: 1 })[0]?.allowed.split(', ')).toEqual(expect.arrayContaining(Object.keys(defaultPolicy)));
  });

  it('is an addressee named twice in one step, for he would be told twice', () => {
    const reminders = [{ daysBefore: 3, to: ['handler', 'leadLeader', 'handler'] }];
    expect(edited({ reminders })).toEqual([
      {
        path: 'reminders[0].to[2]',
        code: 'notOneOf',
        allowed: 'liaison, chief, inspectionOffice, admin',
        given: '"handler"',
      },
    ]);
  });

  it('shows what was given in a few words, however long or deep it was', () => {
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    expect(edited({ planDueDays: deep })[0]?.given).toBe('[…]');
    expect(edited({ planDueDays: { days: 1 } })[0]?.given).toBe('{…}');
    expect(edited({ mailSlot: '9'.repeat(100_000) })[0]?.given).toHaveLength(81);
    expect(edited({ ['x'.repeat(1_000_000)]: 1 })[0]?.code).toBe('unknownField');
  });
});

describe('the order of a ladder', () => {
  it.each([
    ['reminders', [20, 20], 'notFalling', 'reminders[1].daysBefore'],
    ['planReminders', [0, 3], 'notFalling', 'planReminders[1].daysBefore'],
  ])('of %s with %j is wrong', (ladder, days, code, path) => {
    const steps = days.map((daysBefore) => ({ daysBefore, to: ['handler'] }));
    expect(edited({ [ladder]: steps }).map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
  });

  it('of escalations is checked step by step', () => {
    const escalations = [5, 3, 4, 4].map((workingDaysAfter) => ({ workingDaysAfter, to: ['handler'] }));
    expect(edited({ escalations }).map(({ path, allowed }) => [path, allowed])).toEqual([
      ['escalations[1].workingDaysAfter', '> 5'],
      ['escalations[3].workingDaysAfter', '> 4'],
    ]);
  });
});

describe('reading', () => {
  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(faultsOf(value).length).toBeGreaterThan(0);
      }),
    );
  });

  it('never throws and never passes, when one field of a good policy is replaced by anything that is not of its kind', () => {
    const names = Object.keys(defaultPolicy);
    const odd = fc.oneof(
      fc.string().filter((text) => !/^\d\d:\d\d$/.test(text)),
      fc.constant(-1),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), odd, (name, value) => {
        const faults = edited({ [name]: value });
        expect(faults).toHaveLength(1);
        expect(faults[0]?.path).toBe(name);
      }),
    );
  });
});

it('a fault of a letter says which: no name, no such kind, twice the same, a mark too long', () => {
  const letters = [
    { kind: 'red letter', name: { 'zh-CN': '红函' }, to: ['handler'] },
    { kind: 'blue', to: ['handler'], mark: '一二三四五六七八九' },
    { kind: 'reminderLetter', to: ['handler'], answerWithinWorkingDays: 0 },
    { kind: 'reminderLetter', to: [] },
  ];
  const escalations = [{ workingDaysAfter: 1, to: ['handler'], letter: 'supervisionLetter' }];
  expect(
    edited({ letters, escalations })
      .map(({ path, code }) => `${path} ${code}`)
      .sort(),
  ).toEqual([
    'escalations[0].letter notOneOf',
    'letters[0].kind notAText',
    'letters[0].name.en missing',
    'letters[1].mark notAText',
    'letters[1].name missing',
    'letters[2].answerWithinWorkingDays outOfRange',
    'letters[3].kind repeated',
    'letters[3].to outOfRange',
  ]);
});
