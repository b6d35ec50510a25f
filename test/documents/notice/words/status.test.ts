import { describe, expect, it } from 'vitest';
import { statusOfHeading, statusOfLabel, statusOfText, statusTag } from '../../../../documents/notice/words/status.ts';

describe('status', () => {
  it.each([
    ['已完成', 'done'],
    ['整改完成', 'done'],
    ['已销号', 'done'],
    ['已整改到位', 'done'],
    ['完成', 'done'],
    ['已完成并长期坚持', 'done'],
    ['基本完成', 'interim'],
    ['阶段性完成', 'interim'],
    ['取得阶段性成效', 'interim'],
    ['部分整改', 'interim'],
    ['正在整改', 'ongoing'],
    ['持续推进', 'ongoing'],
    ['持续整改', 'ongoing'],
    ['长期坚持', 'standing'],
    ['常态化坚持', 'standing'],
    ['未完成', 'notDone'],
    ['未整改', 'notDone'],
    ['尚未完成整改', 'notDone'],
    ['100%', 'done'],
    ['已完成85%', 'ongoing'],
    ['2024年12月', undefined],
  ])('a label that says %s', (text, status) => {
    expect(statusOfLabel(text)).toBe(status);
  });

  it.each([
    ['补种护岸林。该问题已整改到位。', 'done'],
    ['补种护岸林。目前，已完成整改。', 'done'],
    ['补种护岸林。已整改完成，并长期坚持。', 'done'],
    ['追回资金3.2万元，已整改。', 'done'],
    ['盘活188万元，剩余部分正在整改。', undefined],
    ['此项工作正在推进。', 'ongoing'],
    ['20个问题中16个已完成，4个持续推进。', undefined],
    ['堤防加固主体工程已经完成。', undefined],
    ['基本完成地籍测绘，本完成率为80%。', undefined],
    ['印发《关于持续整改的意见》。', undefined],
  ])('running text: %s', (text, status) => {
    expect(statusOfText(text)).toBe(status);
  });

  it('a tag behind a title, and a heading that sorts by result', () => {
    expect(statusTag('关于台账缺失的问题（已完成）')).toEqual({ title: '关于台账缺失的问题', status: 'done' });
    expect(statusTag('【基本完成】关于台账缺失的问题')).toEqual({ title: '关于台账缺失的问题', status: 'interim' });
    expect(statusTag('阵地滞后（2025年6月底前完成，正在推进）')).toEqual({ title: '阵地滞后', status: 'ongoing' });
    expect(statusTag('关于干部借调（挂职）')).toBeNull();
    expect(statusOfHeading('正在整改的问题')).toBe('ongoing');
    expect(statusOfHeading('关于持续学习不够的问题')).toBeUndefined();
  });
});
