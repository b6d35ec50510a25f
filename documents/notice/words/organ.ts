/** Names of organs: who issues, who is inspected, who inspects. */
import { fold, NUMERAL } from '../text/han.ts';

const SUFFIX =
  '(?:党组|党委|党工委|工委|委员会|党支部|党总支|总支部|支部|机关党委|人民政府|审计局|审计厅|审计署|政府|办公室|办事处|管委会|纪委监委|监委|巡察办|巡视办|巡察组|巡视组|小组|领导小组|医院|学校|大学|学院|中学|小学|公司|集团|中心|法院|检察院|[省市县区旗州]委|(?<=[\\p{Script=Han}]{2})[局厅部署司院台站所会联处行社队校])';
const WHOLE = new RegExp(
  `^(?:中共|中国共产党)?[\\p{Script=Han}A-Za-z0-9（）“”·、 ]{1,58}?${SUFFIX}(?:（[^（）]{1,12}）)?$`,
  'u',
);

/** Whether a short text is nothing but the name of an organ. */
export function isOrgan(text: string): boolean {
  const folded = fold(text).trim();
  return (
    folded.length >= 3 &&
    folded.length <= 60 &&
    WHOLE.test(folded) &&
    !/[关的了为对]|整改|通报|报告/.test(folded.replace(/机关/g, ''))
  );
}

/** How the first of two organs ends; anything else before a blank is half a name on a line of its own. */
const COMPLETE = /(?:党组|党委|工委|委员会|支部|总支|政府|[省市县区旗州]委)$/;

/** The organ a title begins with: what stands before 关于, or before the subject where there is no 关于. */
export function organOfTitle(title: string): string | null {
  const spaced = title.replace(/\s+/g, ' ').trim();
  const about = spaced.indexOf('关于');
  const head = (
    about > 0
      ? spaced.slice(0, about)
      : (/^.{2,50}?(?:党组|党委|党工委|委员会|支部|总支|局|院|校|府|(?:巡察|巡视)[一二三四五六七八九十]{0,2}组)(?=\s?(?:落实|贯彻|十|第|[一二三四五六七八九]|巡|20|对|整改))/.exec(
          spaced,
        )?.[0] ?? '')
  ).trim();
  if (head === '') return null;
  const pieces = head.split(' ');
  const several =
    pieces.length > 1 && pieces.every(isOrgan) && pieces.slice(0, -1).every((name) => COMPLETE.test(name));
  const names = several ? head : head.replace(/ /g, '');
  return isOrgan(names.replace(/ /g, '、')) ? names : null;
}

const ORDINAL = `第?(?:${NUMERAL}{1,3}|\\d{1,2})`;

/** 十三届市委第五轮, 县委第三轮, 二十届中央第四轮, 第二轮. */
const ROUND = new RegExp(
  `(?:第?(?:${NUMERAL}{1,3}|\\d{1,2})届)?(?:中央|(?<=届)[\\p{Script=Han}]{0,8}?(?:委员会|党工委|[省市县区旗州校]委|党委|党组|工委)|(?:[省市县区旗州盟校]委(?:[\\p{Script=Han}]{2,6}?(?:工委|党委|党组))?|(?:[省市县区校院局]|集团|公司)?(?:党委|党组)|党工委))?(?:20\\d\\d年)?${ORDINAL}轮`,
  'u',
);

/** The round a text names first, or null. */
export function roundOf(text: string): string | null {
  const found = ROUND.exec(fold(text));
  return found === null ? null : text.slice(found.index, found.index + found[0].length).replace(/\s/g, '');
}

const TEAM = new RegExp(
  `(?:中共|中央)?(?:(?![日月年旬由经对向照据受到于被至来出与将起间中在及是了和按的建个，])[\\p{Script=Han}\\d]){0,14}?(?:(?<=[委组央会])第?(?:${NUMERAL}{1,3}|\\d{1,2}))?(?:机动|专项|提级|交叉|联动|常规|上下联动|联合){0,3}(?:巡察|巡视)(?:工作)?(?:第?(?:${NUMERAL}{1,3}|\\d{1,2}))?组`,
  'gu',
);

/** The inspection team: the first one named with a number, else the first one named. */
export function teamOf(text: string): string | null {
  const folded = fold(text).replace(/\s/g, '');
  const all = [...folded.matchAll(TEAM)]
    .map((found) => found[0].replace(/^(?:根据|按照|接受|派出)/, ''))
    .filter((team) => team.length > 3 && !/^[各本每该两多]/.test(team));
  return (
    all.find((team) =>
      /[一二三四五六七八九十\d](?:机动|专项|提级|交叉|联动|常规|联合)*(?:巡察|巡视)?组|第/.test(team),
    ) ??
    all[0] ??
    null
  );
}
