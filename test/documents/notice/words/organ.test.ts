import { describe, expect, it } from 'vitest';
import { organOfTitle, roundOf, teamOf } from '../../../../documents/notice/words/organ.ts';

describe('names in titles and openings', () => {
  it.each([
    ['中共云岭县水利局党组关于巡察整改情况的通报', '中共云岭县水利局党组'],
    ['中共云岭县水利局 党组关于巡察整改情况的通报', '中共云岭县水利局党组'],
    ['中共云岭县委 云岭县人民政府关于巡察整改情况的通报', '中共云岭县委 云岭县人民政府'],
    ['中共云岭县水利局党组 中共云岭县河长办党组关于巡察整改情况的通报', '中共云岭县水利局党组 中共云岭县河长办党组'],
    ['中共云岭县市政服务中心 委员会关于巡察整改情况的通报', '中共云岭县市政服务中心委员会'],
    ['关于巡察整改情况的通报', null],
  ])('organ of %s', (title, organ) => {
    expect(organOfTitle(title)).toBe(organ);
  });

  it.each([
    ['关于十三届县委第五轮巡察', '十三届县委第五轮'],
    ['县委教育工委第二轮巡察', '县委教育工委第二轮'],
    ['校党委第三轮巡察', '校党委第三轮'],
    ['公司党委第一轮巡察', '公司党委第一轮'],
    ['第十二轮巡察', '第十二轮'],
    ['本轮巡察', null],
  ])('round of %s', (text, round) => {
    expect(roundOf(text)).toBe(round);
  });

  it.each([
    ['2024年3月，县委巡察三组对县水利局开展巡察', '县委巡察三组'],
    ['根据部署，省委第五巡视组对学院党委进行了巡视', '省委第五巡视组'],
    ['市委第三提级巡察组对街道党工委开展提级巡察', '市委第三提级巡察组'],
  ])('team of %s', (text, team) => {
    expect(teamOf(text)).toBe(team);
  });
});
