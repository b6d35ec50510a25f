/** How running text leads in findings, and how it goes over to advice: 发现的问题主要是…, 巡察组提出三点要求：…. */
import { matchesOf } from '../text/matches.ts';

const WRONG = '(?:问题|不足|短板|弱项|差距|薄弱环节|隐患|缺陷)';
/** 发现了一些问题，主要是…; 存在的问题主要有…; 主要问题：…. */
const LEADS = new RegExp(
  `${WRONG}(?:和[^，。：；]{1,8}|及[^，。：；]{1,8})?[^。；：]{0,12}?(?:：|[，,]?(?:主要|集中|突出|具体|重点)(?:是|有|为|包括|(?:表现|体现|反映|集中)(?:在|为|于))[：，,]?|[，,]?(?:是|有以下[^。：；]{0,6}|包括|(?:表现|体现|反映|集中)(?:在|为|于))[：，,]?|[^。；：]{0,6}如下[。：])`,
  'g',
);
/** 指出存在A、B、C等问题: the findings stand before the word. */
const BEFORE_WORD = new RegExp(
  `(?:存在|发现|指出|查出|查找出|反映出)(?:了|着|的|有)?([^。：]{6,400}?)等?(?:[一二三四五六七八九十\\d几多]{0,2}(?:个|项|方面|类)?)?的?(?:突出|主要|具体|明显|风险|共性|普遍性)?${WRONG}`,
  'g',
);
/** 巡察发现，…；…。: what follows may praise too, so each clause must say what is wrong. */
const FOUND = /(?:发现|指出|认为|反映|通报)[，：]/g;
const ADVICE =
  /(?:提出|提了|给出)[^。：；]{0,14}(?:要求|意见|建议|希望)|(?:巡察组|巡视组|审计组|督察组|督查组|检查组|会议|组长|同志|领导)?[^。，：；]{0,12}(?:要求|强调|希望|建议)(?:[，,：]|被|[^。，：；]{0,16}(?:党委|党组|单位|部门|要|应|坚持|切实))|(?:整改|工作)?(?:要求|建议|意见建议|希望)(?:如下|是)?[：]|表示[，,：]/;

export interface Lead {
  /** Where the findings begin. */
  readonly from: number;
  /** Where they end, when they stand before the word that names them. */
  readonly to: number | null;
  /** No word for what is wrong leads in: the clauses must say it themselves. */
  readonly unsure: boolean;
}

/** No document leads in its findings more often. */
const MOST = 20;

/** Where findings are led in, the surest way first, in folded text; nothing where advice stands between the word and them. */
export function leadsIn(folded: string): Lead[] {
  const leads: Lead[] = [];
  for (const found of matchesOf(LEADS, folded)) {
    const sentence = folded.slice(
      Math.max(0, folded.lastIndexOf('。', found.index) + 1, found.index - 60),
      found.index,
    );
    if (
      /建议|要求|希望|意见|整改|措施|针对|线索/.test(found[0]) ||
      /(?:针对|围绕|解决|整改)[^，。]{0,12}$/.test(sentence)
    )
      continue;
    leads.push({ from: found.index + found[0].length, to: null, unsure: false });
  }
  for (const found of matchesOf(BEFORE_WORD, folded)) {
    const told = found[1] ?? '';
    const to = found.index + found[0].indexOf(told) + told.length;
    // 发现了学院存在A、B等问题: the later verb leads in.
    const inner = told.lastIndexOf('存在');
    const from = to - told.length + (inner < 0 ? 0 : inner + 2);
    leads.push({ from, to, unsure: true });
  }
  for (const found of matchesOf(FOUND, folded))
    leads.push({ from: found.index + found[0].length, to: null, unsure: true });
  return leads.slice(0, MOST);
}

/** Where advice begins in folded text that tells findings, its length where there is none. Only where a sentence begins. */
export function adviceAt(folded: string): number {
  let at = 0;
  for (const sentence of folded.split(/(?<=[。！；\n])/)) {
    if (
      at > 0 &&
      ADVICE.test(sentence.slice(0, 80)) &&
      !/^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]|[①-⑳\d（])/.test(sentence)
    )
      return at;
    at += sentence.length;
  }
  return folded.length;
}

/** A line that leads in advice, as its own list below it does: 巡察组提出三点要求：. */
export const leadsAdvice = (folded: string): boolean => {
  const last =
    folded
      .slice(-60)
      .split('。')
      .findLast((sentence) => sentence !== '') ?? '';
  return (
    /(?:提出|提了)[^。：]{0,14}(?:要求|意见|建议|希望)[^。：]{0,6}[：]?$|^[^，。：]{0,10}(?:整改|工作)?(?:要求|建议|希望)(?:如下|是)?：$|(?:要求|强调|希望|建议)(?:如下)?：$/.test(
      last,
    ) && !/反馈意见|(?:发现|存在|如下)的?(?:主要)?问题/.test(last)
  );
};

/** Where the clause begins that leads in advice: 指出存在合同管理不严等问题，并提出以下建议：. */
export function adviceClauseAt(folded: string): number {
  const word = /(?:提出|提了|要求|希望|建议)[^。，；]{0,20}$/.exec(folded)?.index ?? 0;
  return folded.slice(0, word).search(/[^。，；]*$/);
}
