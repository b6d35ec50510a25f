import { describe, expect, it } from 'vitest';
import { datesIn, isoOf } from '../../../../documents/notice/words/dates.ts';
import { openingDates } from '../../../../documents/notice/fields/opening.ts';

describe('dates in running text', () => {
  it.each([
    ['2025年2月18日', '2025-02-18'],
    ['二〇二六年一月二十三日', '2026-01-23'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['2026/1/23', '2026-01-23'],
    ['2026-01-23', '2026-01-23'],
    ['2026.1.23', '2026-01-23'],
    ['２０２４年３月５日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024年3月上旬', '2024-03'],
    ['2024年3月底', '2024-03'],
    ['2024年3月份', '2024-03'],
    ['2024年', '2024'],
    ['2024年2月30日', null],
    ['2023年2月29日', null],
  ])('%s', (text, iso) => {
    const [first] = datesIn(text);
    expect(first === undefined ? undefined : isoOf(first.from)).toBe(iso);
  });

  it('finds none in amounts, telephone numbers and numbers of documents', () => {
    for (const text of ['1.5亿元', '0876-3311220', '12345678', '《2035年规划》'.replace(/《.*》/, ''), '共12日均量']) {
      expect(
        datesIn(text).filter((words) => isoOf(words.from) !== null),
        text,
      ).toEqual([]);
    }
  });
});

const INSPECTED = '，县委第二巡察组对县水利局党组开展了巡察。';
const read = (text: string, published: string | null = null): unknown => openingDates([text], published).dates;

describe('the dates of an opening', () => {
  it.each([
    ['2024年3月上旬至5月下旬', '2024-03/2024-05'],
    ['2024年3月1日至15日', '2024-03-01/2024-03-15'],
    ['2024年3月1日—4月30日', '2024-03-01/2024-04-30'],
    ['2024年3—5月', '2024-03/2024-05'],
    ['2023年11月20日至1月19日', '2023-11-20/2024-01-19'],
    ['2023年11月至次年1月', '2023-11/2024-01'],
    ['2024年3月5日起', '2024-03-05/'],
    ['2024年4月', '2024-04'],
    ['2024.3.1-2024.4.30', '2024-03-01/2024-04-30'],
  ])('inspection in %s', (words, iso) => {
    expect(read(`根据县委部署，${words}${INSPECTED}`)).toEqual({ inspection: iso });
  });

  it('lends a year within the paragraph where the order leaves no doubt, and only there', () => {
    expect(read(`2024年3月至5月${INSPECTED}7月8日，巡察组反馈了意见。`)).toMatchObject({ feedback: '2024-07-08' });
    expect(read(`2024年9月至11月${INSPECTED}1月8日，巡察组反馈了意见。`)).toEqual({ inspection: '2024-09/2024-11' });
    expect(openingDates([`2024年9月至11月${INSPECTED}`, '12月8日，巡察组反馈了意见。'], '2025-03-01').warnings).toEqual(
      [{ code: 'yearUnknown', field: 'feedback', text: '12月8日' }],
    );
    expect(read('今年3月至5月，县委巡察组对我局党组进行了巡察。', '2025-03-01')).toEqual({
      inspection: '2025-03/2025-05',
    });
    expect(read('今年3月至5月，县委巡察组对我局党组进行了巡察。')).toEqual({});
  });

  it('gives 次年 one year more, once, however the year before it was found', () => {
    expect(read(`2024年3月至5月${INSPECTED}同年7月1日至次年1月1日，党组开展集中整改。`)).toMatchObject({
      rectification: '2024-07-01/2025-01-01',
    });
    expect(read('2024年9月1日反馈意见后，9月2日至2025年3月1日集中整改。')).toMatchObject({
      rectification: '2024-09-02/2025-03-01',
    });
  });

  it('knows a look-back and 反馈了…的巡察情况 as inspections', () => {
    expect(read('2024年6月17日至7月19日，县委第四巡察组对县水利局党组开展了巡察整改“回头看”。')).toEqual({
      inspection: '2024-06-17/2024-07-19',
    });
    expect(read('2025年1月8日，巡察组向县水利局党组反馈了2024年10月9日至12月6日的巡察情况。')).toEqual({
      inspection: '2024-10-09/2024-12-06',
      feedback: '2025-01-08',
    });
  });

  it('tells inspection, feedback and rectification apart', () => {
    const text = `2024年3月1日至4月30日${INSPECTED}2024年6月3日，县委第二巡察组向县水利局党组反馈了巡察意见。2024年6月4日，局党组召开整改动员会。自2024年6月5日至2024年12月4日，局党组对反馈的问题进行集中整改。截至2024年12月4日，整改基本完成。`;
    expect(read(text)).toEqual({
      inspection: '2024-03-01/2024-04-30',
      feedback: '2024-06-03',
      rectification: '2024-06-05/2024-12-04',
    });
  });

  it('reads nothing from names of documents, and says when a day does not exist', () => {
    expect(read('依据《2021年3月5日巡察反馈办法》，巡察组反馈了意见。')).toEqual({});
    expect(openingDates(['2024年2月30日，巡察组向县局反馈了意见。'], null).warnings).toEqual([
      { code: 'dateInvalid', text: '2024年2月30日' },
    ]);
  });
});
