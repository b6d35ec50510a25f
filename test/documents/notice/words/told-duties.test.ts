import { describe, expect, it } from 'vitest';
import { dutiesTold } from '../../../../documents/notice/words/told-duties.ts';

describe('a sentence tells who answers', () => {
  it.each([
    [
      '更新标牌，由保护站牵头，林业局配合，2026年6月底前完成。',
      { lead: ['保护站'], supporting: ['林业局'], due: ['2026年6月底前'] },
    ],
    [
      '由分管副局长李某某牵头，保护站负责，财务科、办公室配合，2025年12月底前完成。',
      {
        leader: ['分管副局长李某某'],
        unit: ['保护站'],
        supporting: ['财务科、办公室'],
        due: ['2025年12月底前'],
      },
    ],
    ['由党组书记、局长张某某牵头，2026年1月底前完成', { leader: ['党组书记、局长张某某'], due: ['2026年1月底前'] }],
    ['由县水务局、县农业农村局负责，9月30日前办结。', { unit: ['县水务局、县农业农村局'], due: ['9月30日前'] }],
    ['（由办公室牵头，各科室配合，立行立改）', { lead: ['办公室'], due: ['立行立改'] }],
    [
      '林长办牵头，财务科配合，2026年一季度末完成',
      { lead: ['林长办'], supporting: ['财务科'], due: ['2026年一季度末'] },
    ],
    [
      '由办公室牵头，11月底前完成。由宣教部负责，12月底前完成。',
      { unit: ['办公室', '宣教部'], due: ['11月底前', '12月底前'] },
    ],
  ])('%s', (text, duties) => {
    expect(dutiesTold(text, true)).toEqual(duties);
  });
});

describe('a sentence tells no duty', () => {
  it.each([
    ['of a group and its head', '成立由市委书记王某某任组长的领导小组，由办公室负责日常工作。'],
    ['of an office', '市委书记王某某任组长'],
    ['of what went wrong', '未由主要领导牵头，部门配合不力'],
    ['of a day gone by', '由县水务局负责，2024年6月底前完成，至今未完工。'],
    ['of a cause', '由于保护站负责人更替'],
    ['of a group led by someone', '由保护站牵头的专班每周调度'],
    ['of whoever it concerns', '由各支部负责，6月底前完成'],
    ['in quotation marks', '“由甲局牵头，乙局配合，6月底前完成”的要求未落实'],
    ['of a date alone', '2026年6月底前完成全部清理'],
  ])('%s', (_, text) => {
    expect(dutiesTold(text, true)).toEqual({});
  });
});

describe('in a text that promises nothing', () => {
  it('only a sentence that names a day ahead tells a duty', () => {
    expect(dutiesTold('由财务科牵头，账目清查到位。', false)).toEqual({});
    expect(dutiesTold('由财务科牵头，已于2025年6月底前完成。', false)).toEqual({});
    expect(dutiesTold('由财务科牵头，2026年6月底前完成。', false)).toEqual({
      lead: ['财务科'],
      due: ['2026年6月底前'],
    });
  });
});
