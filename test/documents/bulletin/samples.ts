/** A round of two parts as its notice gets it: fictional, written for these tests. */
import type { BulletinFacts, BulletinItem } from '../../../documents/bulletin/facts.ts';

export const bulletinItem = (more: Partial<BulletinItem> = {}): BulletinItem => ({
  id: `r-1-${more.number ?? '1.1'}`,
  number: '1.1',
  title: '水资源管理责任压得不实',
  state: 'closed',
  statement: '一是逐项明确牵头领导和完成时间。二是对全县取用水户开展一次全面清查，并建立台账。',
  progress: null,
  measures: ['逐项明确牵头领导', '开展一次全面清查'],
  wording: null,
  dueOn: '2026-07-06',
  omission: null,
  seqs: { state: 9, statement: 7, progress: 6, measures: 3 },
  ...more,
});

export const bulletinFacts = (more: Partial<BulletinFacts> = {}): BulletinFacts => ({
  locale: 'zh-CN',
  audience: 'public',
  organ: '中共云岭县水利局党组',
  roundLabel: '十四届县委第六轮',
  team: '县委第三巡察组',
  body: '县水利局党组',
  inspection: '2026-03-09/2026-05-08',
  feedback: '2026-06-12',
  opening: null,
  on: '2026-06-30',
  datedOn: '2026-06-30',
  contact: {
    phone: '0871-6555123',
    address: '云岭县清源路18号县水利局办公室',
    postcode: '650000',
    email: 'zhenggai@yunling.example',
  },
  parts: [
    {
      heading: '贯彻落实上级决策部署方面',
      items: [
        bulletinItem(),
        bulletinItem({
          number: '1.2',
          title: '河湖长制统筹协调作用发挥不够',
          state: 'interim',
          statement: '修订河湖长制办公室工作规则，对巡河发现的问题逐条登记',
          dueOn: '2026-12-31',
        }),
      ],
    },
    {
      heading: '落实全面从严治党责任方面',
      items: [
        bulletinItem({
          number: '2.1',
          title: '党组议事决策不够规范',
          state: 'standing',
          statement: '修订党组议事规则。',
        }),
        bulletinItem({
          number: '2.2',
          title: '对下属单位财务监督不严',
          state: 'inProgress',
          statement: null,
          progress: '一、已检查两个单位\n（一）逐笔核实补正',
        }),
        bulletinItem({
          number: '2.3',
          title: '固定资产管理底数不清',
          state: 'assigned',
          statement: null,
          measures: [],
        }),
        bulletinItem({ number: '2.4', title: '差旅费报销审核把关不严', state: 'cancelled', statement: '内部说明' }),
      ],
    },
  ],
  strangers: [],
  ...more,
});
