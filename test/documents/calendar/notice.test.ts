import { describe, expect, it } from 'vitest';
import { readHolidayNotice } from '../../../documents/calendar/notice.ts';
import { china } from '../../../core/rules/china.ts';

/** In the words in which such notices are written; the days are those of 2026. */
const sentences = [
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
  '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
  '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
  '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
];
const whole = (lines: readonly string[] = sentences): string =>
  ['国务院办公厅关于2026年部分节假日安排的通知', ...lines].join('\n');
const faultsIn = (text: string) => {
  const read = readHolidayNotice(text);
  return 'faults' in read ? read.faults : [];
};
/** The notice with one sentence in other words. */
const withOther = (from: string, to: string): string => whole().replace(from, to);

describe('a notice of holidays', () => {
  it('is read whole: seven holidays, and the days that are worked on in exchange', () => {
    expect(readHolidayNotice(whole())).toEqual({
      year: 2026,
      calendar: {
        ...china['2026'],
        workOn: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      },
    });
  });

  it('is read within all that stands around it', () => {
    const framed = [
      '国务院办公厅关于2026年\n部分节假日安排的通知'.replace('\n', ''),
      '国办发明电〔2025〕7号',
      '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
      '经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。',
      ...sentences,
      '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。',
      '国务院办公厅',
      '2025年11月4日',
    ].join('\n');
    expect(readHolidayNotice(framed)).toEqual(readHolidayNotice(whole()));
  });

  it('may begin in December of the year before, and name one day, or two holidays together', () => {
    const text = whole([
      '一、元旦：2025年12月31日至2026年1月2日放假调休，共3天。2025年12月28日（星期日）上班。',
      ...sentences.slice(1, 4),
      '五、端午节：6月19日放假，与周末连休。',
      '六、国庆节、中秋节：10月1日至8日放假调休，共8天。10月10日（周六）上班。',
    ]);
    const read = readHolidayNotice(text);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(read.calendar.holidays[0]).toEqual({ name: '元旦', from: '2025-12-31', to: '2026-01-02' });
    expect(read.calendar.holidays.at(-1)).toEqual({ name: '国庆节、中秋节', from: '2026-10-01', to: '2026-10-08' });
    expect(read.calendar.workOn[0]).toBe('2025-12-28');
  });

  it('is refused with every sentence that is not understood', () => {
    expect(faultsIn(whole([...sentences, '八、校庆日另行通知。', '请各单位遵照执行。']))).toEqual([
      { code: 'notUnderstood', said: '八、校庆日另行通知' },
      { code: 'notUnderstood', said: '请各单位遵照执行' },
    ]);
  });

  it.each([
    [
      'a weekday that is another',
      '6日（周一）',
      '6日（周二）',
      { code: 'wrongWeekday', date: '2026-04-06', given: '周二' },
    ],
    ['a count that does not agree', '共9天', '共8天', { code: 'wrongCount', given: 8, counted: 9 }],
    ['a day that is none', '4月4日（周六）', '4月31日', { code: 'notADay', given: '4月31日' }],
  ])('is refused for %s, by name', (_, from, to, fault) => {
    expect(faultsIn(withOther(from, to))).toMatchObject([fault]);
  });

  it('is refused for a holiday that is missing, and for a day worked on that is no weekend', () => {
    expect(faultsIn(whole(sentences.slice(1)))).toEqual([{ code: 'holidayMissing', name: '元旦' }]);
    expect(faultsIn(withOther('1月4日（周日）上班', '1月5日（周一）上班'))).toEqual([
      { code: 'notMadeUp', date: '2026-01-05' },
    ]);
  });

  it('is refused without a year', () => {
    expect(readHolidayNotice(sentences.join('\n'))).toEqual({ faults: [{ code: 'noYear' }] });
  });
});
