/** A round of three items as its lists get it: fictional, written for these tests. */
import { strFromU8, unzipSync } from 'fflate';
import type { ItemFacts, RoundFacts } from '../../../documents/sheets/facts.ts';
import type { Locale } from '../../../core/locale.ts';

export const itemFacts = (more: Partial<ItemFacts> = {}): ItemFacts => ({
  number: '1.1',
  part: '一、资产管理方面',
  group: null,
  title: '固定资产账实不符',
  immediate: false,
  state: 'inProgress',
  light: 'yellow',
  unit: '财务科',
  handler: '王小明',
  leadLeader: '张立',
  liaison: '林晓',
  signDueOn: '2026-01-08',
  planDueOn: '2026-02-04',
  firstDueOn: '2026-06-30',
  dueOn: '2026-07-06',
  workingDaysLeft: 6,
  turn: { party: 'unit', who: '王小明', act: 'requestClosure', dueOn: '2026-07-06' },
  extensions: 1,
  rootCause: '账实脱节',
  measures: [
    { number: 1, text: '逐项登记资产', owner: '王小明', dueOn: '2026-03-31', evidence: ['登记表.pdf'], unproven: null },
    { number: 2, text: '每年盘点一次', owner: null, dueOn: null, evidence: [], unproven: null },
  ],
  progress: '已登记一半。',
  statement: null,
  evidence: ['登记表.pdf'],
  applied: null,
  endorsed: null,
  decided: null,
  unpublishedYears: [],
  ...more,
});

/** 1.2 is closed; 1.3 has no plan yet, and rests on a year that nobody has published. */
export const roundFacts = (locale: Locale, more: Partial<RoundFacts> = {}): RoundFacts => ({
  locale,
  round: '云岭县水利局整改',
  unit: null,
  asOf: '2026-06-26T02:00:00.000Z',
  items: [
    itemFacts(),
    itemFacts({
      number: '1.2',
      title: '报销审核不严',
      state: 'closed',
      light: 'done',
      turn: null,
      workingDaysLeft: null,
      statement: '凭证已逐笔复核。',
      applied: { by: '王小明', on: '2026-05-06', opinion: '' },
      endorsed: { by: '张立', on: '2026-05-08', opinion: '同意' },
      decided: { by: '李敏', on: '2026-05-11', opinion: '同意销号' },
    }),
    itemFacts({
      number: '1.3',
      state: 'assigned',
      light: 'green',
      measures: [],
      rootCause: null,
      progress: null,
      evidence: [],
      dueOn: '2027-01-04',
      unpublishedYears: ['2027'],
    }),
  ],
  ...more,
});

/** The parts of a packed file, as text, by their names. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
