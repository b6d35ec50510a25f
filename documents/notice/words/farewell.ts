/** How single lines at the end of a document look: welcome, contact, signature, date, editor's remarks. */
import { datesIn } from './dates.ts';
import { namesBehind } from './contact.ts';
import { isOrgan } from './organ.ts';
import { isFooter } from './page.ts';
import { fold } from '../text/han.ts';

const WELCOME =
  /^(?:现|特)[^。]{0,20}(?:公布|公开|公示|通报)[，。；]\s*(?:欢迎|敬请|请)|^欢迎(?:来[电信]|监督|批评|提出)|^(?:欢迎|敬请|请)(?:广大|社会|各界|干部|党员|群众|全体|大家|各级).{0,60}(?:监督|意见)|如(?:果)?有.{0,12}(?:意见|建议|问题|情况).{0,30}(?:反映|反馈|联系|提出)|联系方式(?:如下|：|$)|监督方式(?:如下|：|$)/;
const CONTACT =
  /^(?:[^：。，]{0,12})(?:电\s{0,4}话|邮\s{0,4}编|邮政编码|邮政信箱|地\s{0,4}址|邮\s{0,4}箱|电子邮件|E-?mail|联\s{0,4}系\s{0,4}人|联系方式|(?:受理|接听|公示|征集|办公|接待)时间|公示期|公示时间|来[信函电访]|传真)[^：。]{0,16}(?:[：]|\s{1,4}(?=[\d\p{L}]))/iu;
const TRAILER =
  /^[（【]?(?:此件|责任编辑|编辑|审核|校对|初审|终审|作者|来源|附件|抄送|上一篇|下一篇|打印|关闭|分享|扫一扫|相关|返回|信息来源|主办|联系人)|^[（][^（）]{0,40}[）]$|请予审议|^(?:特此|专此|以上)(?:报告|通报|公告|公示|公布|公开|说明|函告|函复|回复|答复|通知|汇报)|^(?:抄送|抄报|主送|印发|共印|\(?共印)|已阅/;
const PHONE_INSIDE = /(?:联系|监督|举报|咨询)电话.{0,12}?\d{5}|邮箱.{0,8}?[\w.]+@/;
const DATE_LINE =
  /^[（]?\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[月./-]\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?\s*[）]?$/;

/** Only the head of a line is looked at: what stands far inside a paragraph closes nothing. */
const HEAD = 400;

export const isWelcome = (text: string): boolean => WELCOME.test(fold(text.slice(0, HEAD)));

/** 联系电话：…, 地 址 …: a line that begins with a contact label. */
export const isContact = (text: string): boolean => CONTACT.test(fold(text.slice(0, HEAD)));

/** A short paragraph that gives a telephone or mail somewhere inside; an item may do so too. */
export function mentionsContact(text: string): boolean {
  if (text.length >= HEAD) return false;
  const folded = fold(text);
  return PHONE_INSIDE.test(folded) || namesBehind(folded);
}

export const isTrailer = (text: string): boolean => TRAILER.test(fold(text.slice(0, HEAD)));

/** 下一步，我局将…: promises after the last item belong to none. */
const PROMISE =
  /^(?:下一?步|下一?阶段|今后|接下来|后续)(?:[，,]|[^，。：；]{0,24}将)|^[^，。：；]{2,24}(?:党组|党委|党工委|委员会|支部|总支|我局|我们|我委|我办|我院|我校|我镇|我单位|我公司)将(?:继续|持续|进一步|坚持|以|严格|不断|切实|认真|始终)/;

export const isPromise = (text: string): boolean => PROMISE.test(fold(text.slice(0, HEAD)));

const PRINTED_ON =
  /(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*(?:印发|印制|印)\s*[）。]?$/;

/** 县林草局办公室 2025年12月5日印发: the line under the last rule of an issued document. */
export const isPrintedOn = (text: string): boolean => text.length < 80 && PRINTED_ON.test(fold(text));

/** Nothing but a date. */
export const isDateLine = (text: string): boolean => text.length < 30 && DATE_LINE.test(fold(text));

/** "中共云岭县水利局党组 2025年2月18日" on one line. */
export function organAndDate(text: string): { organ: string; date: string } | null {
  const found = datesIn(text).at(-1);
  if (found === undefined || text.length > 80 || text.slice(found.end).trim() !== '') return null;
  const organ = text.slice(0, found.start).trim();
  return isOrgan(organ) && isDateLine(text.slice(found.start)) ? { organ, date: text.slice(found.start) } : null;
}

/** Whether a line belongs to the end of a document, so that no sentence runs into it. */
export function isFarewell(text: string): boolean {
  return (
    isContact(text) ||
    isDateLine(text) ||
    isOrgan(text) ||
    organAndDate(text) !== null ||
    isPrintedOn(text) ||
    isFooter(text)
  );
}
