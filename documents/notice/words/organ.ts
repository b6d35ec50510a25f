/** Names of organs: who issues, who is inspected, who inspects. */
import { fold, NUMERAL } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';

const SUFFIX =
  '(?:党组|党委|党工委|工委|委员会|党支部|党总支|总支部|支部|机关党委|人民政府|审计局|审计厅|审计署|政府|办公室|办事处|管委会|纪委监委|监委|巡察办|巡视办|巡察组|巡视组|小组|领导小组|医院|学校|大学|学院|中学|小学|公司|集团|中心|法院|检察院|[省市县区旗州]委|(?<=[\\p{Script=Han}]{2})[局厅部署司院台站所会联处行社队校])';
const WHOLE = new RegExp(
  `^(?:中共|中国共产党)?[\\p{Script=Han}A-Za-z0-9（）“”·、 ]{1,58}?${SUFFIX}(?:（[^（）]{1,12}）)?$`,
  'u',
);

/** 市文化和旅游局（以下简称市文旅局）党委: the short name inside a name is none of it. */
export const withoutAbbreviations = (text: string): string =>
  text.replace(/[（(](?:以下|下文|下称|统称|合称|简称)[^（）()\n]{0,60}[）)]/g, '');

/** Whether a short text is nothing but the name of an organ. */
export function isOrgan(text: string): boolean {
  const folded = fold(text).trim();
  return (
    folded.length >= 3 &&
    folded.length <= 60 &&
    WHOLE.test(folded) &&
    !/^\d{1,2}\s/.test(folded) &&
    !/[关的了为对]|整改|通报|报告|召开|举行|反馈/.test(
      folded.replace(/机关|整改(?:工作)?(?=领导小组|工作组|专班|办公室|办$)/g, ''),
    )
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
      : (/^.{2,50}?(?:党组|党委|党工委|委员会|支部|总支|局|院|校|府|(?:巡察|巡视)[一二三四五六七八九十]{0,2}组)(?=\s?(?:落实|贯彻|十|第|[一二三四五六七八九]|(?<![察视一二三四五六七八九十]组)巡|20|对|整改))/.exec(
          spaced,
        )?.[0] ?? '')
  ).trim();
  if (head === '') return null;
  const pieces = head.split(' ');
  const several =
    pieces.length > 1 &&
    pieces.every(isOrgan) &&
    pieces.slice(0, -1).every((name, at) => COMPLETE.test(name) || pieces[at + 1]?.startsWith('中共') === true);
  const names = several ? head : head.replace(/ /g, '');
  return isOrgan(names.replace(/ /g, '、')) ? names : null;
}

const ORDINAL = `第?(?:${NUMERAL}{1,3}|\\d{1,2})`;

/** 十三届市委第五轮, 县委第三轮, 二十届中央第四轮, 第二轮. */
const ROUND = new RegExp(
  `(?:第?(?:${NUMERAL}{1,3}|\\d{1,2})届)?(?:中央|(?<=届)[\\p{Script=Han}]{0,8}?(?:委员会|党工委|[省市县区旗州校]委|党委|党组|工委)|(?:[省市县区旗州盟校]委(?:[\\p{Script=Han}]{2,6}?(?:工委|党委|党组))?|(?:[省市县区校院局]|集团|公司)?(?:党委|党组)|党工委))?(?:20\\d\\d年)?${ORDINAL}轮`,
  'gu',
);

const NEW = /[新上下前另每这该多各几数首]$/;
const OF_INSPECTION = /^.{0,16}?(?:巡察|巡视|督察|督查)/;

/** Whether a bare 第二轮, that no body's name leads in, counts inspections: 新一轮重点学科建设 and 第二轮土地承包 do not. */
function isRound(found: RegExpExecArray, folded: string): boolean {
  if (/[委组届央]/.test(found[0])) return true;
  const before = folded.slice(0, found.index);
  return !NEW.test(before) && OF_INSPECTION.test(folded.slice(found.index + found[0].length).slice(0, 24));
}

/** The round of a title, in the words of the opening where these say more: 十四届 before its 县委第二轮. */
export function roundIn(title: string, opening: string): string | null {
  const titled = roundOf(title);
  const said = roundOf(opening);
  return titled === null || said?.endsWith(titled) === true ? said : titled;
}

/** 县医院党委第三轮巡察: the party committee is the inspected body's, and the round another's. */
const OF_BODY = /(?:[医学法]院|[^据照按由在受经](?:公司|集团)|[分支银]行|中心|[中小]学)党[委组]$/;

/** The round a text names first, or null. */
export function roundOf(text: string): string | null {
  const folded = fold(text);
  for (const found of matchesOf(ROUND, folded)) {
    if (!isRound(found, folded)) continue;
    const named = /^[^第]{0,2}党[委组]/.exec(found[0])?.[0].length ?? 0;
    const own = named > 0 && OF_BODY.test(folded.slice(0, found.index + named)) ? named : 0;
    return text.slice(found.index + own, found.index + found[0].length).replace(/\s/g, '');
  }
  return null;
}

const TEAM = new RegExp(
  `(?:中共|中央)?(?:(?![日月年旬由经对向照据受到于被至来出与将起间中在及是了和按的建个，])[\\p{Script=Han}\\d]){0,14}?(?:(?<=[委组央会])第?(?:${NUMERAL}{1,3}|\\d{1,2}))?(?:机动|专项|提级|交叉|联动|常规|上下联动|联合){0,3}(?:巡察|巡视)(?:工作)?(?:第?(?:${NUMERAL}{1,3}|\\d{1,2}))?组`,
  'gu',
);

function teamsIn(text: string): string[] {
  if (!text.includes('组')) return [];
  return matchesOf(TEAM, fold(text).replace(/\s/g, ''))
    .map((found) => found[0].replace(/^(?:根据|按照|接受|派出)/, ''))
    .filter((team) => team.length > 3 && !/^[各本每该两多]/.test(team));
}

const isNumbered = (team: string): boolean =>
  /[一二三四五六七八九十\d](?:机动|专项|提级|交叉|联动|常规|联合)*(?:巡察|巡视)?组|第/.test(team);

/** The first one named with a number, else the first one named. */
const firstOf = (teams: readonly string[]): string | null => teams.find(isNumbered) ?? teams[0] ?? null;

/** The inspection team of a text. */
export const teamOf = (text: string): string | null => firstOf(teamsIn(text));

const TEAM_NUMBER = new RegExp(`第?(?:${NUMERAL}{1,3}|\\d{1,2})(?=巡)`);
const unnumbered = (team: string): string => team.replace(TEAM_NUMBER, '');

/** 市委巡察组 and 巡察组 may be 市委第二巡察组; 省委第二巡察组 is another. */
function isSameTeam(one: string, team: string): boolean {
  const plain = unnumbered(team);
  return (
    team.endsWith(one) ||
    one.endsWith(team) ||
    (one === unnumbered(one) && (plain.endsWith(one) || one.endsWith(plain)))
  );
}

/**
 * The team whose inspection a document is about, in the words of its opening: the one its title names, else the one
 * that gave the feedback, else the first. An earlier inspection may be told of before it.
 */
export function inspectingTeam(opening: string, title: string): string | null {
  const titled = teamOf(title);
  const said = teamsIn(opening);
  if (titled !== null) {
    const same = said.filter((team) => isSameTeam(titled, team) || isSameTeam(team, titled));
    const named = same.find(isNumbered);
    if (named !== undefined || isNumbered(titled)) return named ?? titled;
  }
  const fedBack = opening.split(/(?<=[。\n])/).filter((sentence) => /组[^。]{0,30}反馈/.test(sentence));
  return fedBack.map(teamOf).find((team) => team !== null && isNumbered(team)) ?? firstOf(said) ?? titled;
}

/** A text without the sentences that tell of another team's inspection. */
export function ofTeam(text: string, team: string | null): string {
  if (team === null) return text;
  return text
    .split(/(?<=[。\n])/)
    .filter((sentence) => {
      const other = teamOf(sentence);
      return other === null || sentence.includes(team) || isSameTeam(other, team);
    })
    .join('');
}
