/** A date says why it is what it is, so that whoever asks on the telephone can be answered. */
import { expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { dateStories, turnStory } from '../../../core/item/date-story.ts';
import { mailStories } from '../../../core/item/step-story.ts';
import {
  dateParagraphs,
  newsParagraph,
  rulesSentence,
  stepParagraph,
  turnParagraph,
} from '../../../core/i18n/explanation.ts';
import { locales, type Locale } from '../../../core/locale.ts';

const names = { person: (id: string) => `<${id}>` };

it('a due date tells its start, the day off and who set it', () => {
  const { events, rules, item } = launched();
  const due = dateStories(events, rules, '2026-01-05', item).find(({ date }) => date === 'due');
  if (due === undefined) throw new Error('an item without a due date');
  expect(dateParagraphs(due, 'zh-CN', names)).toEqual([
    '自轮次起算日2026年1月5日（周一）起 6 个月。推算至2026年7月5日（周日），为休息日，顺延至下一个工作日。不计入：周末（2026-07-05）。由<zhao>于2026-01-05 10:01设定（记录 3）。',
  ]);
  expect(dateParagraphs(due, 'en', names)).toEqual([
    '6 months from the start of the round, Mon 5 Jan 2026. That is Sun 5 Jul 2026, a day off; the next working day stands. Not counted: weekend 5 Jul 2026. Set by <zhao>, 5 Jan 2026, 10:01 (record 3).',
  ]);
});

it('a pause and a date of a higher body say who asked, who agreed and why', () => {
  const reason = '等待上级批复。'.padEnd(12, '。');
  const story = inState('inProgress').on('2026-03-02').act('requestPause', { pausedUntil: '2026-06-01', reason });
  const paused = story.act('grantPause');
  const turn = turnStory(paused.item, paused.rules);
  expect(turn === null ? null : turnParagraph(turn, 'zh-CN', names)).toBe(`暂缓由<wang>申请，<li>同意：${reason}`);
  const lastOf = ({ events, rules, item }: Story, locale: Locale) => {
    const due = dateStories(events, rules, '2026-01-05', item).find(({ date }) => date === 'due');
    return due === undefined ? '' : (dateParagraphs(due, locale, names).at(-1) ?? '');
  };
  const ended = paused.on('2026-03-30').act('endPause');
  expect(lastOf(ended, 'zh-CN')).toContain(
    '由2026年7月6日（周一）顺延 28 天：自2026年3月2日（周一）起暂缓。暂缓由<wang>申请，<li>同意',
  );
  expect(lastOf(ended, 'en')).toContain(
    '28 days later than Mon 6 Jul 2026: the item rested from Mon 2 Mar 2026 on. <li> agreed',
  );
  const fixed = ended.act('fixDueDate', { dueOn: '2026-05-29', reason });
  expect(lastOf(fixed, 'zh-CN')).toContain(`上级确定，原为2026年8月3日（周一），不因规则调整而变动：${reason}`);
  expect(lastOf(fixed, 'en')).toContain('Fixed by a higher body, Mon 3 Aug 2026 before; no other rules move it');
});

it('days off are told in stretches, by the name of the holiday, and made-up days as counted', () => {
  const { events, rules, item } = launched({ startsOn: '2026-09-29', launchedOn: '2026-09-29' });
  const [sign] = dateStories(events, rules, '2026-09-29', item);
  if (sign === undefined) throw new Error('an item without a date');
  expect(dateParagraphs(sign, 'zh-CN')[0]).toContain('不计入：国庆节（2026-10-01至2026-10-07）。');
  const late = launched({ startsOn: '2026-09-29', launchedOn: '2026-09-30', policy: { signWithinWorkingDays: 3 } });
  const [counted] = dateStories(late.events, late.rules, '2026-09-29', late.item);
  if (counted === undefined) throw new Error('an item without a date');
  expect(dateParagraphs(counted, 'zh-CN')[0]).toContain('调休上班，计入：2026-10-10。');
});

it('a date that rests on a year nobody has published says that it is provisional', () => {
  const { events, rules, item } = launched({ startsOn: '2026-09-01', launchedOn: '2026-09-01' });
  const due = dateStories(events, rules, '2026-09-01', item).find(({ date }) => date === 'due');
  if (due === undefined) throw new Error('an item without a due date');
  expect(dateParagraphs(due, 'zh-CN')[0]).toContain('暂定，2027年节假日安排未公布。');
});

it('whose turn it is refers to the date it is', () => {
  const assigned = launched();
  const turn = turnStory(assigned.item, assigned.rules);
  expect(turn === null ? null : turnParagraph(turn, 'zh-CN')).toBe('与“签收期限”同日。');
});

it.each(locales)('every step and every piece of news of a long life is a sentence in %s', (locale) => {
  const story = inState('inProgress').passUntil('2026-08-20').act('requestClosure').on('2026-08-24');
  const { news, steps } = mailStories(story.events, story.rules, story.item);
  const said = [...news.map((one) => newsParagraph(one, locale)), ...steps.map((one) => stepParagraph(one, locale))];
  expect(said.length).toBeGreaterThan(8);
  for (const text of said) expect(text).toMatch(locale === 'en' ? /^[A-Z0-9].*\.$/ : /。$/);
  expect(rulesSentence({ policy: 2, calendar: 3 }, ['2026', '2027'], locale)).toContain(
    locale === 'en' ? 'version 2' : '第 2 版',
  );
});
