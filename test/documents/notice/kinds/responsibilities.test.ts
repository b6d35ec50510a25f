import { describe, expect, it } from 'vitest';
import type { Responsibility } from '../../../../core/round/notice.ts';
import { said } from '../../../support/said.ts';
import { parseNotice } from '../../../../documents/notice/parse.ts';

/** A plan of two findings; lines stand under each of them. */
const plan = (first: string, second = ''): string => `中共青泽县林草局党组关于落实县委第二巡察组反馈意见的整改方案
2025年11月20日，县委第二巡察组向县林草局党组反馈了巡察意见。
一、整改任务
（一）林长制工作推进不够有力
${first}
（二）古树名木保护有疏漏
整改措施：逐株挂牌建档。
${second}
中共青泽县林草局党组
2025年12月10日
`;
const of = (text: string): readonly Responsibility[] | undefined => parseNotice(text).responsibilities;
const unplaced = (text: string): string[] => (parseNotice(text).unplaced ?? []).map((left) => left.text);

const whole = {
  leader: '张某',
  unit: '林长办',
  supportingUnits: ['财务科', '人事科'],
  dueText: '2026年3月底前',
  dueOn: '2026-03',
  dueYear: 'read',
} as const;

describe('who answers and by when', () => {
  it.each([
    [
      'lines',
      '整改措施：核定责任区。\n责任领导：张某\n责任科室：林长办\n配合科室：财务科、人事科\n整改时限：2026年3月底前',
    ],
    [
      'numbered lines',
      '1.整改措施：核定责任区。\n2.牵头领导：张某\n3.牵头单位：林长办\n4.配合单位：财务科、人事科\n5.完成时限：2026年3月底前',
    ],
    [
      'semicolons',
      '整改措施：核定责任区。\n责任领导：张某；责任单位：林长办；协办单位：财务科、人事科；完成时限：2026年3月底前',
    ],
    [
      'commas',
      '整改措施：核定责任区。\n分管领导：张某，责任部门：林长办，配合部门：财务科、人事科，完成时限：2026年3月底前。',
    ],
    [
      'blanks',
      '整改措施：核定责任区。\n责任领导：张某  责任单位：林长办  配合单位：财务科、人事科  完成时限：2026年3月底前',
    ],
    [
      'labels in brackets',
      '【整改措施】核定责任区。\n【责任领导】张某\n【责任单位】林长办\n【配合单位】财务科、人事科\n【完成时限】2026年3月底前',
    ],
    [
      'a bracket behind measures',
      '1.核定责任区。（责任领导：张某；责任单位：林长办；配合单位：财务科、人事科；完成时限：2026年3月底前）',
    ],
    [
      'no label before the date',
      '整改措施：核定责任区。\n责任领导：张某，责任单位：林长办，配合单位：财务科、人事科，2026年3月底前',
    ],
  ])('is read from %s', (_, lines) => {
    expect(of(plan(lines))).toEqual([said(1, whole)]);
    expect(unplaced(plan(lines))).toEqual([]);
  });

  it('is read from a bracket behind a heading, and stays in the heading of a part', () => {
    const text = plan('核定责任区。').replace('不够有力', '不够有力（责任单位：林长办；责任人：李某）');
    expect(of(text)).toEqual([said(1, { unit: '林长办', owner: '李某' })]);
    const part = plan('核定责任区。', '责任单位：保护站').replace('整改任务', '林业方面（责任单位：林长办）');
    expect(of(part)).toEqual([said(1, { unit: '林长办' }), said(2, { unit: '保护站' })]);
    expect(parseNotice(part).parts[0]?.heading).toBe('一、林业方面（责任单位：林长办）');
  });

  it('is read from the columns of a table, under a head of two rows too', () => {
    const text = `青泽县林草局巡察整改台账
序号\t反馈问题\t整改措施\t责任分工\t\t完成时限
\t\t\t责任领导\t责任单位\t
1\t学习不深入\t集中学习\t张某\t办公室\t2026年3月15日
2\t采购不规范\t修订办法\t\t财务科\t长期坚持
`;
    expect(of(text)).toEqual([
      said(1, { leader: '张某', unit: '办公室', dueText: '2026年3月15日', dueOn: '2026-03-15', dueYear: 'read' }),
      said(2, { unit: '财务科', dueText: '长期坚持' }),
    ]);
    expect(unplaced(text)).toEqual([]);
  });

  it('is read from a table of duties below the findings, by number', () => {
    const text = `青泽县林草局巡察整改台账
序号\t反馈问题\t整改措施
1\t学习不深入\t集中学习
2\t采购不规范\t修订办法
序号\t责任领导\t牵头单位\t责任单位
1\t张某\t办公室\t人事科、财务科
`;
    expect(of(text)).toEqual([said(1, { leader: '张某', unit: '办公室', supportingUnits: ['人事科', '财务科'] })]);
  });

  it('is read from a list of duties that answers a list of findings', () => {
    const text = `青泽县卫健局党组巡察整改问题清单、责任清单
问题清单
1.药品管理不规范
2.资金拨付滞后
责任清单
1.责任领导：张某；责任科室：药政科
2.责任科室：财务科；完成时限：2026年3月底
`;
    expect(of(text)).toEqual([
      said(1, { leader: '张某', unit: '药政科' }),
      said(2, { unit: '财务科', dueText: '2026年3月底', dueOn: '2026-03', dueYear: 'read' }),
    ]);
  });

  it.each<[string, string | null, Responsibility['dueYear']]>([
    ['3月底前', '2026-03', 'inferred'],
    ['12月底前', '2025-12', 'inferred'],
    ['次年6月', '2026-06', 'inferred'],
    ['2026年1月至5月', '2026-05', 'read'],
    ['2026年底前', '2026', 'read'],
    ['2026年2月30日', null, null],
    ['立行立改', null, null],
  ])('by %s is %s', (dueText, dueOn, dueYear) => {
    expect(of(plan(`整改措施：核定责任区。\n完成时限：${dueText}`))).toEqual([said(1, { dueText, dueOn, dueYear })]);
  });

  it('by the latest date where each measure has its own, and by none where one of them has none', () => {
    const each = (due: string) =>
      plan(
        `1.核定责任区（责任单位：林长办；完成时限：2026年1月15日）。\n2.配齐护林员（责任单位：人事科；完成时限：${due}）。`,
      );
    expect(of(each('2026年3月底'))).toMatchObject([{ unit: '林长办、人事科', dueOn: '2026-03' }]);
    expect(of(each('长期坚持'))).toMatchObject([{ dueText: '2026年1月15日、长期坚持', dueOn: null }]);
  });

  it('has no year from a report, which is published long after', () => {
    const text =
      '青泽县水务局关于巡察整改情况的通报\n一、关于“河道清淤不及时”的问题\n整改情况：清淤三公里。\n完成时限：9月底\n青泽县水务局\n2025年12月5日\n';
    expect(of(text)).toEqual([said(1, { dueText: '9月底' })]);
  });

  it('is not guessed: whoever supervises does not answer, and two names under one label stay as they are', () => {
    const text = plan('整改措施：核定责任区。\n责任领导及责任科室：张某、林长办\n督导单位：督查室');
    expect(of(text)).toBeUndefined();
    expect(unplaced(text)).toEqual(['张某、林长办', '督查室']);
    expect(parseNotice(text).parts[0]?.items[0]?.measures).toEqual(['核定责任区。']);
  });

  it('is inferred from a sentence in what no label says', () => {
    const text = `青泽县总工会关于县委巡察组反馈问题的整改方案
2025年10月9日，县委第二巡察组向县总工会党组反馈了巡察意见。
一、组织领导
成立由党组书记任组长的领导小组，由办公室牵头，各部门配合。
二、整改任务
（一）关于“经费使用不规范”的问题
1.修订经费管理办法。由财务部牵头，经审办配合，1月底前完成。
责任领导：张某
（二）关于“劳模服务不到位”的问题
1.走访劳模，由宣教部牵头，12月底前完成。
责任单位：权益部；完成时限：2025年11月
`;
    const none = { owner: null, supportingUnits: [] };
    expect(parseNotice(text).responsibilities).toEqual([
      {
        ...none,
        position: 1,
        leader: '张某',
        unit: '财务部',
        supportingUnits: ['经审办'],
        dueText: '1月底前',
        dueOn: '2026-01',
        dueYear: 'inferred',
        inferred: ['unit', 'supportingUnits', 'dueText'],
      },
      { ...none, position: 2, leader: null, unit: '权益部', dueText: '2025年11月', dueOn: '2025-11', dueYear: 'read' },
    ]);
  });
});
