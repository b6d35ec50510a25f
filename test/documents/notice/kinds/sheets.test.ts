import { describe, expect, it } from 'vitest';
import { told } from '../../../support/told.ts';

describe('a sheet pasted from a table', () => {
  it('quoted cells, merged cells, a sum', () => {
    const text = `青泽县卫健局党组巡察整改台账
序号\t问题类别\t反馈问题\t整改措施\t整改进展\t责任单位\t是否完成
1\t党的领导\t"理论学习
不深入"\t"1.制定计划；
2.印发""学习日历""。"\t已印发计划。\t办公室\t是
2\t\t意识形态责任落实不到位\t"一是专题研究。
二是加强阵地管理。"\t正在推进\t宣传科\t否
3\t医疗服务\t药品管理不规范\t开展专项检查\t已完成整改\t药政科\t√
\t\t\t建立进销存台账\t已完成整改\t\t√
合计\t\t3个问题
`;
    expect(told(text)).toEqual([
      '# 党的领导',
      '1 理论学习不深入 (done): 制定计划； / 印发"学习日历"。',
      '2 意识形态责任落实不到位 (notDone): 专题研究。 / 加强阵地管理。',
      '# 医疗服务',
      '3 药品管理不规范 (done): 开展专项检查 / 建立进销存台账',
    ]);
  });

  it('a head of two rows, headings with a number of their own', () => {
    const text = `青泽县卫健局党组巡察整改清单

序号\t反馈问题\t整改情况\t\t\t责任单位
\t\t整改措施\t完成时限\t完成情况\t
一\t党的建设方面\t\t\t\t
1\t组织生活不规范\t修订制度\t2025年9月\t已完成\t机关党委
2\t党费收缴不及时\t按月收缴\t2025年9月\t长期坚持\t机关党委
二\t业务方面\t\t\t\t
3\t采购监管不严\t"1.完善流程
2.公开结果"\t2025年12月\t持续推进\t财务科
`;
    expect(told(text)).toEqual([
      '# 一、党的建设方面',
      '1 组织生活不规范 (done): 修订制度',
      '2 党费收缴不及时 (standing): 按月收缴',
      '# 二、业务方面',
      '3 采购监管不严 (ongoing): 完善流程 / 公开结果',
    ]);
  });

  it('tasks beside problems', () => {
    const text = `| 序号 | 巡察反馈意见 | 整改任务 | 整改措施 | 完成时限 | 整改状态 |
|---|---|---|---|---|---|
| 1 | 巡察整改不到位 | 完成整改 | 1.甲；2.乙 | 2025年6月底前完成 | 基本完成 |
| 2 | 采购不规范 | 规范采购 | 修订办法 | 2025年6月底前完成 | 未完成 |
`;
    expect(told(text)).toEqual(['1 巡察整改不到位 (interim): 甲； / 乙', '2 采购不规范 (notDone): 修订办法']);
  });

  it('a measure of progress', () => {
    const text = `青泽县林草局巡察反馈问题整改情况表
编号\t具体问题\t整改举措\t目前进度\t整改成效
1\t责任区不清\t重新核定责任区\t100%\t群众满意
2\t资金拨付慢\t清理补助；修订办法\t80%
`;
    expect(told(text)).toEqual(['1 责任区不清 (done): 重新核定责任区', '2 资金拨付慢 (ongoing): 清理补助；修订办法']);
  });

  it('progress alone', () => {
    const text = `青泽县林草局巡察反馈问题整改情况表
序号\t存在问题\t整改落实情况\t责任人
1\t责任区不清\t已完成\t张某
2\t资金拨付慢\t一是清理补助。二是修订办法。已完成整改。\t李某
`;
    expect(told(text)).toEqual(['1 责任区不清 (done)', '2 资金拨付慢: 清理补助。 / 修订办法。已完成整改。']);
  });

  it('a second head row under empty numbers', () => {
    const text = `云桥县烟草专卖局巡视整改台账（截至2025年10月）
序号\t问题\t\t整改措施\t责任\t\t完成时限\t完成情况
\t类别\t具体问题\t\t责任领导\t责任部门\t\t
1\t党的领导\t"“第一议题”学习
不经常"\t"1.建立“第一议题”台账
2.每月通报"\t李某\t党建科\t2025年6月\t完成
2\t\t决策程序不规范\t修订议事规则\t李某\t办公室\t2025年7月\t完成
3\t队伍建设\t干部轮岗少\t轮岗9人\t王某\t人事科\t2025年12月\t持续推进
`;
    expect(told(text)).toEqual([
      '# 党的领导',
      '1 “第一议题”学习不经常 (done): 建立“第一议题”台账 / 每月通报',
      '2 决策程序不规范 (done): 修订议事规则',
      '# 队伍建设',
      '3 干部轮岗少 (ongoing): 轮岗9人',
    ]);
  });
});
