import { describe, expect, it } from 'vitest';
import type { NoticePart, NoticeStatus } from '../../../../core/round/notice.ts';
import { statedItems, totalsIn, totalWarnings } from '../../../../documents/notice/fields/totals.ts';

function parts(counts: readonly number[], measures = 1, status?: NoticeStatus): NoticePart[] {
  return counts.map((count, at) => ({
    number: String(at + 1),
    heading: `${at + 1}、甲方面`,
    items: Array.from({ length: count }, (_, item) => ({
      number: String(item + 1),
      title: '乙',
      ...(status === undefined ? {} : { status }),
      measures: Array.from({ length: measures }, () => '丙'),
    })),
  }));
}
const codes = (text: string, read: NoticePart[]): string[] =>
  totalWarnings(totalsIn([text]), { parts: read }).map((warning) => warning.code);

describe('counts that add up raise nothing', () => {
  it.each([
    ['反馈2个方面5个问题，已完成整改5个。', parts([2, 3])],
    ['反馈的两个方面五个具体问题，已全部整改完成。', parts([2, 3])],
    ['巡察反馈5个问题，已完成整改3个、正在整改2个，整改完成率60%。', parts([2, 3])],
    ['反馈的5个问题，3个已完成，2个持续推进；制定整改措施10条，完善制度6项，追缴资金7.1万元。', parts([2, 3], 2)],
    ['反馈5个问题，其中已完成4个，长期坚持1个。', parts([5])],
    ['反馈5个问题，已完成整改5个，其中立行立改3个、长期坚持2个。', parts([5])],
    ['反馈意见指出5个问题。选人用人专项检查反馈问题3个。', parts([5, 3])],
    ['召开会议12次，制定制度9项，给予诫勉2人，移交问题线索3件。', parts([2, 3])],
    ['涉及2个方面、29个单位共计5项具体问题，已整改4项，正在整改1项（含部分整改）。', parts([2, 3])],
    ['印发《反馈99个问题整改方案》。', parts([2])],
    ['截至目前，2个大方面5个问题已完成整改。', parts([2, 3])],
    ['省反馈的20个问题中，16个问题已整改完成；4个问题已取得阶段性成效并持续推进。', parts([])],
  ])('%s', (text, read) => {
    expect(codes(text, read)).toEqual([]);
  });
});

describe('counts that do not', () => {
  it.each([
    ['反馈3个方面5个问题。', parts([2, 3]), ['countDiffers']],
    ['反馈2个方面6个问题。', parts([2, 3]), ['countDiffers']],
    ['制定整改措施12条。', parts([2, 3]), ['countDiffers']],
    ['反馈5个问题，已完成3个，正在推进1个。', parts([2, 3]), ['sumDiffers']],
    ['反馈5个问题，已完成整改7个。', parts([2, 3]), ['sumDiffers']],
    ['反馈5个问题，已完成整改4个，整改率95%。', parts([2, 3]), ['rateDiffers']],
    ['反馈5个问题，已完成整改4个。', parts([2, 3], 1, 'done'), ['countDiffers']],
  ])('%s', (text, read, expected) => {
    expect(codes(text, read)).toEqual(expected);
  });
});

describe('the counts that a text states', () => {
  it('are told in its order, those of findings alone', () => {
    expect(statedItems(totalsIn(['反馈3个方面20个问题，制定整改措施46条。', '共发现问题20个。']))).toEqual([20, 20]);
    expect(statedItems(totalsIn(['高度重视，认真整改。']))).toEqual([]);
  });
});
