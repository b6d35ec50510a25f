/** Who answers and by when, told in a sentence without labels: 由保护站牵头，林业局配合，2026年6月底前完成. */
import { blankQuoted } from '../text/quotes.ts';
import { fold } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';
import type { Duties, DutyKind } from './duties.ts';

const HAN = '[\\p{Script=Han}A-Za-z]';
const BODY =
  '(?:办公室|[局委办科室股处部站所院校镇乡队会社馆组司]|中心|街道|公司|集团|党组|党委|支部|政府|协会|(?:分管|责任)部门)';
const UNIT = `${HAN}{1,18}?${BODY}`;
const UNITS = `(${UNIT}(?:[、和及与](?:${UNIT}))*)`;
const OFFICE =
  '(?:书记|[局厅县市区镇乡校院所站科股处部园馆村]长|主任|组长|理事长|秘书长|主席|经理|董事长|委员|负责人|(?:分管|主要|责任|包抓|包联|县级|局|班子)领导)';
/** 分管副局长李某某同志: an office, with or without a name. */
const LEADER = `(${HAN}{0,12}?${OFFICE}(?:、${HAN}{0,8}?${OFFICE})?(?:[\\p{Script=Han}×]{2,4}?)?)(?:同志)?`;

/** Where a duty begins and ends: 由保护站牵头的专班 and 由办公室负责日常工作 are none. */
const FROM = '(?:(?<![自经理缘来未])由(?!于)|(?<=^|[，；：（]))';
const BY = '(?<![自经理缘来未])由(?!于)';
const END = '(?=[，；。：（）]|$|抓落实|负责|落实|组织实施)';

const LEADS = `(?:负责)?牵头(?:负责|落实|抓总|组织实施|办理|整改)?${END}`;
const ANSWERS = `(?:具体|共同|全权)?(?:负责|承办|落实|组织实施)(?:整改|落实|办理)?${END}`;

const BY_LEADER = new RegExp(`${BY}${LEADER}(?:${LEADS}|(?:亲自|具体)?(?:负总责|负责|包抓|包联|督办)${END})`, 'gu');
const BY_LEAD = new RegExp(`${FROM}${UNITS}${LEADS}`, 'gu');
const BY_UNIT = new RegExp(`${BY}${UNITS}${ANSWERS}`, 'gu');
/** Without 由 a unit answers only beside someone who leads. */
const UNIT_BESIDE = new RegExp(`(?<=[，；])${UNITS}${ANSWERS}`, 'gu');
const SUPPORTING = new RegExp(`(?<=[，；、（])${UNITS}(?:积极|密切|做好|共同)?(?:配合|协办|协助|参与)${END}`, 'gu');
const DUE =
  /(?:(?:\d{4}年|今年|明年|次年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?|年底|(?<=年)底|(?<=年)[一二三四]季度末?))(?:之?前|以前)?(?=(?:全面|全部|基本|确保)?(?:完成|办结|整改到位|落实到位|销号|见效))/gu;
const LASTING = /立行立改|长期坚持/g;

/** 各科室, 有关部门: nobody in particular. */
const VAGUE = /^(?:各|有关|相关|全|所有|其他|双方|多)/;
/** What went wrong, not who is to put it right: 由水务局负责，6月底前完成，至今未完工. */
const TOLD_AS_WRONG = /至今|尚未|仍未|未能|未按|逾期|滞后|未由|没有由|不再由|原定|截至/;
/** What has been done: only a promise names who answers for it. */
const DONE = /[已了]|完成后/;

const named = (text: string, pattern: RegExp): string[] =>
  matchesOf(pattern, text)
    .map((found) => found[1] ?? found[0])
    .filter((name) => !VAGUE.test(name));

function dutiesOf(sentence: string): Duties {
  if (TOLD_AS_WRONG.test(sentence)) return {};
  const leader = named(sentence, BY_LEADER);
  const lead = named(sentence, BY_LEAD).filter((name) => !leader.includes(name));
  const unit = named(sentence, BY_UNIT).filter((name) => !leader.includes(name));
  if (leader.length + lead.length + unit.length === 0) return {};
  const beside = named(sentence, UNIT_BESIDE).filter((name) => ![...leader, ...lead, ...unit].includes(name));
  const due = [...named(sentence, DUE), ...named(sentence, LASTING)];
  return { leader, lead, unit: [...unit, ...beside], supporting: named(sentence, SUPPORTING), due };
}

const POSSIBLE = /牵头|负责|承办|落实|组织实施|负总责|包抓|包联|督办/;

/** A clause behind a semicolon that names who answers is a duty of its own. */
const SENTENCES = /[。\n]|；(?=[^；。\n]*(?:牵头|由))/;

/** @param isPromise the text promises what will be done; else a sentence must name a day by which it will be */
export function dutiesTold(text: string, isPromise: boolean): Duties {
  const duties: Partial<Record<DutyKind, string[]>> = {};
  let answersAlone = false;
  if (!text.includes('由') && !text.includes('牵头')) return duties;
  for (const sentence of fold(blankQuoted(text)).split(SENTENCES)) {
    if (!POSSIBLE.test(sentence)) continue;
    const told = dutiesOf(sentence);
    if (!isPromise && ((told.due ?? []).length === 0 || DONE.test(sentence))) continue;
    for (const [kind, values] of Object.entries(told) as [DutyKind, readonly string[]][])
      for (const value of values) if (duties[kind]?.includes(value) !== true) (duties[kind] ??= []).push(value);
    if (told.lead?.length === 0 && told.unit?.length !== 0) answersAlone = true;
  }
  const { lead, ...others } = duties;
  // Where each measure has its own unit, the leader of one leads no other.
  return lead !== undefined && answersAlone ? { ...others, unit: [...lead, ...(duties.unit ?? [])] } : duties;
}
