import { describe, expect, it } from 'vitest';
import { dutiesIn, dutyKindOf } from '../../../../documents/notice/words/duties.ts';

describe('the words of duties', () => {
  it.each([
    ['责任领导', 'leader'],
    ['牵头领导', 'leader'],
    ['第一责任人', 'leader'],
    ['责任人', 'owner'],
    ['牵头单位', 'lead'],
    ['责任科室', 'unit'],
    ['责 任 部 门', 'unit'],
    ['整改单位', 'unit'],
    ['配合单位', 'supporting'],
    ['完成时限', 'due'],
    ['整改期限', 'due'],
    ['督导单位', null],
    ['备注', null],
  ])('%s is %s', (label, kind) => {
    expect(dutyKindOf(label)).toBe(kind);
  });

  it('give each value once, without stops and brackets that are not its own', () => {
    const texts = [
      { label: '责任单位', text: '办公室（党建办）；' },
      { label: '责任单位', text: '办公室（党建办）。其余见附件。' },
      { label: '完成时限', text: '2025年9月）' },
      { label: '配合单位', text: '——' },
    ];
    expect(dutiesIn(texts)).toEqual({ unit: ['办公室（党建办）'], due: ['2025年9月'] });
  });

  it('leave a story alone', () => {
    expect(dutiesIn([{ label: '责任单位', text: '办公室'.repeat(40) }])).toEqual({});
    expect(dutiesIn([{ label: '整改措施', text: '一是学习，二是测试' }])).toEqual({});
  });
});
