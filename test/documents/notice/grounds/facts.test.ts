import { describe, expect, it } from 'vitest';
import type { Grounds } from '../../../../core/round/grounds.ts';
import { parseNotice } from '../../../../documents/notice/parse.ts';

const ITEMS = '一、关于“养老服务不优”的问题\n整改情况：一是甲。二是乙。\n';
const TITLE = '中共青泽县民政局党组关于巡察整改进展情况的通报\n';
const groundsOf = (text: string): Grounds => parseNotice(text).grounds ?? { facts: {}, items: [], counts: [] };

describe('a fact that the document says in so many words is read, with its line', () => {
  it('title, organ, team, body, dates, contact', () => {
    const opening = '2025年3月10日至5月16日，县委第二巡察组对县民政局党组开展了巡察。2025年6月20日反馈了巡察意见。\n';
    const text = `${TITLE}${opening}${ITEMS}联系电话：0000-6660001\n中共青泽县民政局党组\n2025年12月5日\n`;
    expect(groundsOf(text).facts).toEqual({
      title: { sure: 'read', line: 1 },
      organ: { sure: 'read', line: 1 },
      inspectionTeam: { sure: 'read', line: 2 },
      inspectedBody: { sure: 'read', line: 2 },
      inspection: { sure: 'read', line: 2 },
      feedback: { sure: 'read', line: 2 },
      phone: { sure: 'read', line: 5 },
      published: { sure: 'read', line: 7 },
    });
  });

  it('a count of its findings', () => {
    expect(groundsOf(`${TITLE}\n巡察反馈了1个问题。\n${ITEMS}`).counts).toEqual([{ stated: 1, sure: 'read', line: 3 }]);
  });
});

describe('a fact is inferred', () => {
  it.each([
    [
      'where another date gives the year',
      'feedback',
      `${TITLE}2025年3月10日至5月16日，县委第二巡察组开展了巡察。6月20日，县委第二巡察组反馈了意见。\n${ITEMS}`,
      { sure: 'inferred', line: 2, why: 'yearElsewhere' },
    ],
    [
      'where only the page names the organ',
      'organ',
      `巡察整改进展情况的通报\n来源：青泽县审计局 发布时间：2025-06-18\n${ITEMS}`,
      { sure: 'inferred', line: 2, why: 'page' },
    ],
    [
      'where no line says it as it is',
      'inspectedBody',
      `${TITLE}市委第七巡察组对青泽市体育局（以下简称“局”）党组开展巡察。\n${ITEMS}`,
      { sure: 'inferred', line: null, why: 'composed' },
    ],
  ] as const)('%s', (_, name, text, ground) => {
    expect(groundsOf(text).facts[name]).toEqual(ground);
  });
});
