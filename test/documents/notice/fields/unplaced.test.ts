import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../../documents/notice/parse.ts';

const NOTICE = `中共青泽县水务局党组关于巡察整改进展情况的通报
2025年6月20日，县委第二巡察组向县水务局党组反馈了巡察意见。现予以公布。
一、整改工作组织情况
成立领导小组。
二、具体整改情况
（一）关于“河道清淤不及时”的问题
整改情况：高度重视：一是清淤三公里；二是落实河长。
责任领导：副局长
（二）关于“水价核定不规范”的问题
整改情况：重新核定水价。
中共青泽县水务局党组
2025年12月5日
打印 关闭
`;

const unplacedOf = (text: string): string[] =>
  (parseNotice(text).unplaced ?? []).map(({ line, text: sentence }) => `${line} ${sentence}`);

describe('what goes into no field', () => {
  it('is given as it stands, with its line', () => {
    expect(unplacedOf(NOTICE)).toEqual([
      '2 现予以公布。',
      '3 一、整改工作组织情况',
      '4 成立领导小组。',
      '7 高度重视',
      '13 打印 关闭',
    ]);
  });

  it('has the lines of the source, whatever stands above: front matter, a row over several lines, page breaks', () => {
    const text = `---\ntitle: 青泽县水务局整改台账\n---\n序号\t反馈问题\t整改措施\t备注\n1\t河道清淤不及时\t"清淤\n三公里"\t县里补助\n\n本台账由办公室填写。\n`;
    expect(unplacedOf(text)).toEqual(['5 县里补助', '8 本台账由办公室填写。']);
  });

  it('is absent where every sentence has its field', () => {
    const text = '青泽县水务局巡察整改台账\n一、关于“河道清淤不及时”的问题\n整改情况：清淤三公里。\n';
    expect(parseNotice(text)).not.toHaveProperty('unplaced');
  });

  it.each([
    ['advice is no finding', '巡察组提出三点要求：一要提高站位。', '3 巡察组提出三点要求：一要提高站位。'],
    ['a promise is no measure', '下一步，我局将持续抓好整改。', '3 下一步，我局将持续抓好整改。'],
  ])('%s', (_, line, unplaced) => {
    const text = `县委第一巡察组向县水务局党组反馈巡察意见\n发现的问题主要是：学习不深入；采购不规范。\n${line}\n`;
    expect(unplacedOf(text)).toContain(unplaced);
  });
});
