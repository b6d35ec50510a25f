/** The digest as people see it: golden files that were looked at, and what must hold for any facts. */
import { describe, expect, it } from 'vitest';
import { digestFacts, digestRow, frame } from './samples.ts';
import { locales } from '../../../core/locale.ts';
import { renderDigest } from '../../../documents/mail/digest.ts';
import { width } from '../../../documents/mail/wrap.ts';

const golden = (name: string): string => `./golden/${name}`;

describe.each(locales)('the digest in %s', (locale) => {
  const mail = renderDigest(digestFacts(locale));

  it('is the one that was looked at', async () => {
    await expect(mail.html).toMatchFileSnapshot(golden(`digest.${locale}.html`));
    await expect(`${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(golden(`digest.${locale}.txt`));
  });

  it('stays far below the size at which mails are cut, however much there is to say', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      digestRow({ itemId: `i-${index}`, number: `9.${index}`, title: '长'.repeat(500), unpublishedYears: ['2027'] }),
    );
    const changes = Array.from({ length: 100 }, () => ({
      itemId: 'i-1',
      inPlaceOf: null,
      number: '1.1',
      title: '长'.repeat(500),
      kind: 'returned' as const,
      by: '张立',
      reason: '补'.repeat(4000),
      date: '2026-03-25',
    }));
    const { html, text } = renderDigest({ ...digestFacts(locale), rows: many, changes });
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html.match(/\/items\/i-/g)).toHaveLength(20);
    expect(text).toContain(locale === 'en' ? '390 more items in the system.' : '其余 390 项请在系统中查看。');
  });

  it('keeps its text within 36 Chinese characters a line, and its links alone on theirs', () => {
    for (const line of mail.text.split('\n')) {
      if (line.includes('://')) expect(line).toMatch(/^ *https:\/\/\S+$/);
      else expect(width(line)).toBeLessThanOrEqual(72);
    }
  });

  it('repeats font, colour and ground for clients that inherit nothing, and uses nothing they do not know', () => {
    for (const cell of mail.html.match(/<td class="ground"[^>]*>/g) ?? [])
      expect(cell).toMatch(/bgcolor="#ffffff".*background-color:#ffffff;/);
    for (const text of mail.html.match(/<(p|h1|h2)\b[^>]*>/g) ?? []) expect(text).toMatch(/font-family:.*color:#/);
    expect(mail.html).not.toMatch(/<img|<form|<script|<svg|float:|position:|flex|url\(|@import|http-equiv/);
    expect(mail.html).toContain(`<html lang="${locale}">`);
  });

  it('links to pages and nowhere else', () => {
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(new Set(links)).toEqual(
      new Set(
        ['', ...['2-3', '3-1', '1-2', '4-2', '2-1', '2-2'].map((id) => `items/yunling-${id}`)].map(
          (path) => `https://zg.yunling.example/${path}`,
        ),
      ),
    );
  });
});

describe('the order of rows', () => {
  it('is overdue first and the most overdue of these, then by date, and what others must do last', () => {
    const rows = [
      digestRow({ itemId: 'later', light: 'green', dueOn: '2026-05-01', workingDaysLeft: 30 }),
      digestRow({ itemId: 'others', light: 'green', dueOn: '2026-03-12', workingDaysLeft: 1, duty: null }),
      digestRow({ itemId: 'late', dueOn: '2026-03-09', workingDaysLeft: -2 }),
      digestRow({ itemId: 'soon', light: 'yellow', dueOn: '2026-03-13', workingDaysLeft: 2 }),
      digestRow({ itemId: 'latest', dueOn: '2026-03-04', workingDaysLeft: -5 }),
      digestRow({ itemId: 'undated', light: 'idle', dueOn: null, workingDaysLeft: null, duty: 'assign' }),
    ];
    const { text } = renderDigest({ ...frame('zh-CN'), rows, changes: [], nextReminderOn: null });
    const order = [...text.matchAll(/items\/(\w+)/g)].map(([, id]) => id);
    expect(order).toEqual(['latest', 'late', 'soon', 'later', 'undated', 'others']);
  });
});

describe('the subject', () => {
  const subject = (rows: ReturnType<typeof digestRow>[], locale: 'zh-CN' | 'en' = 'zh-CN') =>
    renderDigest({ ...digestFacts(locale), rows }).subject;
  const soon = digestRow({ light: 'yellow', dueOn: '2026-03-13', workingDaysLeft: 2 });

  it('counts what is to do and what is overdue', () => {
    expect(subject([digestRow(), soon])).toBe('【整改督办】2项待办，1项超期5工作日');
    expect(subject([digestRow(), digestRow({ workingDaysLeft: -2 })])).toBe(
      '【整改督办】2项待办，2项超期，最长5工作日',
    );
    expect(subject([digestRow(), soon], 'en')).toBe('[Rectify] 2 to do, 1 overdue by 5 working days');
  });

  it('names the next date when nothing is late', () => {
    expect(subject([soon])).toBe('【整改督办】1项待办，最近期限3月13日 周五（还有 2 个工作日）');
    expect(subject([soon], 'en')).toBe('[Rectify] 1 to do, next due Fri 13 Mar (2 working days left)');
  });

  it('tells apart what is only to know', () => {
    expect(subject([digestRow({ duty: null })])).toBe('【整改督办】1项待阅，1项超期5工作日');
    expect(subject([], 'en')).toBe('[Rectify] 3 changed');
  });
});

describe('an act that is wanted before the whole', () => {
  const unsigned = digestRow({
    light: 'green',
    duty: 'signFor',
    actBy: '2026-03-06',
    actWorkingDaysLeft: -3,
    actUnpublishedYears: ['2026'],
    dueOn: '2027-01-08',
    workingDaysLeft: 208,
    unpublishedYears: ['2026', '2027'],
  });
  const { subject, text, html } = renderDigest({
    ...frame('zh-CN'),
    rows: [unsigned],
    changes: [],
    nextReminderOn: null,
  });

  it('is late by its own date, though the item is on track', () => {
    expect(subject).toBe('【整改督办】1项待办，1项超期3工作日');
    expect(text).toContain('【超期 3 个工作日】2.3');
    expect(text).toContain('其中 1 项已超期');
    expect(html).toContain('■ 超期 3 个工作日');
  });

  it('has its date first and that of the whole after it, each with the years it rests on', () => {
    expect(text).toContain(
      '  需要：签收，最迟3月6日 周五\n  2026年节假日安排未公布\n' +
        '  整改期限：2027年1月8日 周五，还有 208 个工作日\n  2026、2027年节假日安排未公布\n',
    );
  });

  it('gives the subject its date while it is not late', () => {
    const soon = { ...unsigned, actBy: '2026-03-13', actWorkingDaysLeft: 2 };
    expect(renderDigest({ ...frame('en'), rows: [soon], changes: [], nextReminderOn: null }).subject).toBe(
      '[Rectify] 1 to do, next due Fri 13 Mar (2 working days left)',
    );
  });

  it('never calls late what the reviewers hold in time', () => {
    const held = { ...unsigned, duty: 'endorse', actBy: '2026-03-13', actWorkingDaysLeft: 2 } as const;
    const old = { ...held, dueOn: '2026-03-02', workingDaysLeft: -7 };
    const mail = renderDigest({ ...frame('zh-CN'), rows: [old], changes: [], nextReminderOn: null });
    expect(mail.subject).toBe('【整改督办】1项待办，最近期限3月13日 周五（还有 2 个工作日）');
    expect(mail.text).toContain('  整改期限：3月2日 周一\n');
  });
});
