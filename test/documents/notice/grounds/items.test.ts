import { describe, expect, it } from 'vitest';
import type { ItemGrounds } from '../../../../core/round/grounds.ts';
import { parseNotice } from '../../../../documents/notice/parse.ts';

const fieldsOf = (text: string): ItemGrounds['fields'][] =>
  (parseNotice(text).grounds?.items ?? []).map(({ fields }) => fields);
const read = (line: number) => ({ sure: 'read', line });
const inferred = (line: number | null, why: string) => ({ sure: 'inferred', line, why });

describe('what a document says of an item', () => {
  it('is read in its own lines', () => {
    const text = `中共青泽县林草局党组关于巡察反馈问题的整改方案
一、整改任务
（一）林长制推进不够有力
1.核定责任区。
责任领导：张某；责任科室：林长办；完成时限：2025年9月底
`;
    const duty = read(5);
    expect(fieldsOf(text)).toEqual([
      { title: read(3), level: read(2), measures: read(4), leader: duty, unit: duty, dueText: duty },
    ]);
  });

  it('is inferred where a sentence tells it', () => {
    const text = `县委第一巡察组向县中医院党委反馈巡察情况
巡察发现的问题主要是：学习贯彻不深入；采购监管不严。
`;
    expect(fieldsOf(text)).toEqual([{ title: inferred(2, 'sentence') }, { title: inferred(2, 'sentence') }]);
  });

  it('is inferred where a sentence tells who answers, and another date the year', () => {
    const text = `青泽县总工会关于巡察反馈问题的整改方案
2025年10月9日，县委第二巡察组反馈了巡察意见。
一、整改任务
（一）关于“经费使用不规范”的问题
1.修订办法，由财务部牵头，经审办配合。
完成时限：1月底前
`;
    expect(fieldsOf(text)).toEqual([
      {
        title: read(4),
        level: read(3),
        measures: read(5),
        unit: inferred(5, 'sentence'),
        supportingUnits: inferred(5, 'sentence'),
        dueText: inferred(6, 'yearElsewhere'),
      },
    ]);
  });

  it('is inferred in a list that stands apart, for the last finding too', () => {
    const text = `青泽县第三小学关于食堂检查问题的整改报告
检查指出以下问题：
1、离墙距离不足；
2、留样记录不全。
针对以上问题，现将整改情况报告如下：
1、购置货架；
2、补齐记录。
`;
    expect(fieldsOf(text)).toEqual([
      { title: read(3), measures: inferred(6, 'otherList') },
      { title: read(4), measures: inferred(7, 'otherList') },
    ]);
  });

  it('is inferred from the row above and from the heading above', () => {
    const text = `青泽县统计局巡察整改台账
序号\t类别\t具体问题\t整改措施
1\t党的领导\t机制不健全\t修订办法
2\t\t宣传不够\t开展活动
`;
    expect(fieldsOf(text).map(({ level }) => level)).toEqual([read(3), inferred(3, 'rowAbove')]);
    const placed = `青泽县安全督查问题清单
督查发现问题如下。
县商务局：
一、青泽商城（责任单位：县商务局）
1.应急照明故障。
2.疏散通道被占用。
`;
    expect(fieldsOf(placed)).toEqual([
      { title: read(5), level: read(4), unit: inferred(4, 'headingAbove') },
      { title: read(6), level: read(4), unit: inferred(4, 'headingAbove') },
    ]);
  });

  it('tells how far it is by a label, by a sentence, by the heading above and by its date', () => {
    const text = `青泽县审计查出问题整改情况的报告
一、已完成整改的问题
（一）关于“预算不细”的问题
整改情况：细化预算。
二、正在整改的问题
（一）关于“入库慢”的问题。
整改情况：催缴。该问题已完成整改。
（二）关于“账实不符”的问题
整改情况：盘点。
整改状态：已完成
（三）关于“合同不全”的问题
整改情况：补签。
完成时限：立行立改，已完成
`;
    expect(fieldsOf(text).map(({ status }) => status?.why ?? status?.sure)).toEqual([
      'headingAbove',
      'sentence',
      'read',
      'due',
    ]);
  });
});
