import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../../documents/notice/parse.ts';

const ITEM = '一、关于“养老服务不优”的问题\n整改情况：一是甲。二是乙。\n';
const HEAD = '中共青泽县民政局党组关于巡察整改进展情况的通报\n';

describe('a title', () => {
  it.each([
    ['has the name of a site above it', '青泽县财政局门户网站\n青泽县财政局关于审计查出问题整改情况的公告\n'],
    [
      'stands below a site and a line of where the page is',
      '青泽县人民政府\n\n首页 > 审计\n\n青泽县财政局关于审计查出问题整改情况的公告\n',
    ],
    ['stands behind its label', '标　题：青泽县财政局关于审计查出问题整改情况的公告\n'],
    [
      'stands behind its label in one line with others',
      '信息名称:青泽县财政局关于审计查出问题整改情况的公告\n信息索引:0000-1\t发布机构:县财政局\n',
    ],
    [
      'stands in a table of names and values',
      '| 索引号 | 0000-1 | 主题分类 | 审计 |\n| --- | --- | --- | --- |\n| 发布机构 | 县财政局 | 文号 | |\n\n# 青泽县财政局关于审计查出问题整改情况的公告\n',
    ],
    ['stands in front matter', '---\ntitle: "青泽县财政局关于审计查出问题整改情况的公告"\ndraft: false\n---\n'],
    ['stands in front matter of another kind', '+++\ntitle = "青泽县财政局关于审计查出问题整改情况的公告"\n+++\n'],
  ])('%s', (_, head) => {
    expect(parseNotice(head + ITEM)).toMatchObject({
      title: '青泽县财政局关于审计查出问题整改情况的公告',
      organ: '青泽县财政局',
    });
  });

  it('names two organs, each on a line of its own', () => {
    const head = '中共青泽县委宣传部\n中共青泽县融媒体中心党组\n关于县委巡察反馈意见整改进展情况的通报\n';
    expect(parseNotice(head + ITEM).organ).toBe('中共青泽县委宣传部 中共青泽县融媒体中心党组');
  });

  it('has its 一 where recognition made a dash of it', () => {
    const head = '中共青泽县粮食局党组关于县委第—巡察组反馈意见整改情况的通报\n';
    expect(parseNotice(head + ITEM)).toMatchObject({ inspectionTeam: '县委第一巡察组' });
  });

  it('of news ends as it likes, and its first words are no organ', () => {
    const text = '青泽县委第四巡察组召开巡察县供销社党组情况反馈会\n发现的问题主要是：学习不深入；采购不规范。\n';
    expect(parseNotice(text)).toMatchObject({ title: '青泽县委第四巡察组召开巡察县供销社党组情况反馈会', organ: null });
  });
});

describe('the day of publication', () => {
  it.each([
    ['stands before the source', '2025-09-09 来源：县民政局\n', '', '2025-09-09'],
    ['stands in front matter', '', '', '2026-01-08'],
    [
      'is when it was printed, where nothing else gives it',
      '',
      '青泽县民政局办公室\t二〇二五年十二月五日印发\n',
      '2025-12-05',
    ],
  ])('%s', (_, head, tail, published) => {
    const front = published.startsWith('2026') ? '---\ndate: 2026-01-08T09:00:00+08:00\n---\n' : '';
    expect(parseNotice(front + HEAD + head + ITEM + tail).dates.published).toBe(published);
  });
});

describe('what a neighbouring sentence says', () => {
  const opening = '2025年6月20日，县委第二巡察组向县民政局党组反馈了巡察意见。';

  it.each([
    ['of another inspection is not taken', '2024年3月，省委巡视组对青泽县开展了巡视。'],
    [
      'of how long something has been going on is no rectification',
      '今年以来，县民政局党组抓紧整改。2025年以来，持续整改。',
    ],
    ['of a new round of something else is no round', '以新一轮改革和第二轮土地承包为契机，抓实整改。'],
    ['of a meeting about the rectification is no feedback', '2025年8月8日，党组会议听取巡察反馈意见整改情况汇报。'],
  ])('%s', (_, sentence) => {
    expect(parseNotice(`${HEAD}${sentence}${opening}\n${ITEM}`)).toMatchObject({
      roundLabel: null,
      inspectionTeam: '县委第二巡察组',
      inspectedBody: '县民政局党组',
      dates: { inspection: null, feedback: '2025-06-20', rectification: null },
    });
  });

  it.each([
    ['to the team that its title names', '关于县委第一巡察组反馈意见整改情况的通报', '县委第一巡察组开展了巡察。'],
    ['to the team that fed back', '关于巡察整改情况的通报', '县委第一巡察组向县民政局党组反馈了巡察意见。'],
  ])('of an earlier round leaves the document %s', (_, title, sentence) => {
    const earlier = '2023年，十三届县委第三轮巡察中，县委第七巡察组对县民政局党组开展了巡察。';
    const own = `根据十四届县委第八轮巡察安排，2025年4月1日至6月10日，${sentence}`;
    expect(parseNotice(`中共青泽县民政局党组${title}\n${earlier}${own}\n${ITEM}`)).toMatchObject({
      roundLabel: '十四届县委第八轮',
      inspectionTeam: '县委第一巡察组',
    });
  });

  it('says more of a round than the title', () => {
    const text =
      '县委第二轮巡察集中反馈会召开\n十四届县委第二轮巡察反馈会召开。会议指出，发现学习不深入、采购不规范等共性问题。\n';
    expect(parseNotice(text).roundLabel).toBe('十四届县委第二轮');
  });

  it('is no name: 松溪中学食堂督查 is what was looked at', () => {
    const text =
      '关于对松溪中学食堂督查情况的反馈\n一、存在的问题\n1.冷库混放；\n2.垃圾桶无盖。\n二、整改要求\n1.立即整改。\n';
    expect(parseNotice(text).inspectedBody).toBeNull();
  });

  it('gives a short name that is no part of a name', () => {
    const text = `${HEAD}市委第七巡察组对青泽市体育局党组（以下简称“局党组”，含下属单位）开展巡察。\n${ITEM}`;
    expect(parseNotice(text).inspectedBody).toBe('青泽市体育局党组');
  });
});

describe('where to write', () => {
  const signed = '中共青泽县民政局党组\n2025年12月5日\n';

  it.each([
    [
      'is not the telephone of the site',
      `${signed}【打印】【关闭】\n版权所有：青泽县民政局 电话：0000-1234567\n`,
      null,
    ],
    [
      'may stand below the signature',
      `${signed}（联系人：王某，联系电话：0000-7654321）\n责任编辑：李某\n`,
      '0000-7654321',
    ],
    [
      'stands above the site’s own',
      '如有意见建议，请及时反映。联系电话：0000-3334444。\n扫一扫在手机打开当前页\n主办单位：县政府办 联系电话：0000-1234567\n',
      '0000-3334444',
    ],
  ])('%s', (_, tail, phone) => {
    const notice = parseNotice(HEAD + ITEM + tail);
    expect(notice.contact.phone).toBe(phone);
    expect(notice.parts[0]?.items[0]?.measures).toEqual(['甲。', '乙。']);
  });
});

describe('totals', () => {
  it('of tasks and measures are none of findings', () => {
    const said = '指出1个问题。细化整改任务21项，制定措施2条。21项任务已完成20项，1项正在推进；第2个问题为重点问题。';
    expect(parseNotice(`${HEAD}${said}\n${ITEM}`).warnings).toEqual([]);
  });

  it('of problems that no inspection told of are none of findings', () => {
    const said = '反馈了1个问题。研究解决问题26个，解决群众反映的饮水问题8个，梳理历史遗留问题15个。';
    expect(parseNotice(`${HEAD}${said}\n${ITEM}`).warnings).toEqual([]);
  });

  it('count before they were divided too', () => {
    const said = '将反馈的4个方面11个问题细化为32条整改措施。';
    expect(parseNotice(`${HEAD}${said}\n${ITEM}`).warnings).toEqual([
      { code: 'countDiffers', counted: 'parts', stated: 4, found: 1 },
      { code: 'countDiffers', counted: 'items', stated: 11, found: 1 },
      { code: 'countDiffers', counted: 'measures', stated: 32, found: 2 },
    ]);
  });
});

describe('pictures', () => {
  it('do not make a Chinese document a foreign one', () => {
    const picture = `![图](https://www.qingze.example/pic/${'0123456789abcdef'.repeat(20)}.jpg)\n`;
    const written = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(60)}">\n`;
    expect(parseNotice(HEAD + picture.repeat(20) + written + ITEM).parts[0]?.items).toHaveLength(1);
  });
});
