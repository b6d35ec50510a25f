/** Whether a text is about an inspection or audit and what was made of it, before anything is read from it. */
import { UnreadableNotice } from './unreadable.ts';

const SUBJECT =
  /巡察|巡视|整改|审计|督察|反馈意见|反馈问题|隐患|督查|检查发现|检查情况|监督检查|限期改正|发现(?:的|以下|下列|如下|存在)?(?:主要|突出)?问题|(?:问题|任务|措施|责任)清单/g;

/** Addresses of pictures and pages, pictures written out, and tags say nothing about the language. */
const ADDRESSES = /data:[a-z/+-]{1,40};base64,[\w+/=]*|https?:[^\s()<>"'\u4e00-\u9fa5]*|<[^<>\n]{1,300}>/gi;

/** A notice is Chinese: at least this share of what is not blank. */
const LEAST_HAN = 0.3;
/** One word of the subject in at most so many Chinese characters; notices have one in fifty. */
const THINNEST = 700;

const HAN = /\p{Script=Han}/gu;

const count = (pattern: RegExp, text: string): number => {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
};

/** Throws `UnreadableNotice`: empty, notANotice. */
export function assertNotice(text: string): void {
  if (!/[^\s\u200b-\u200f\u2060\ufeff\u00ad]/.test(text)) throw new UnreadableNotice({ kind: 'empty' });
  const han = count(HAN, text);
  const lean = text.replace(ADDRESSES, '').replace(/[-|:_=*#\s]/g, '');
  if (han < 8 || han / Math.max(1, lean.length) < LEAST_HAN)
    throw new UnreadableNotice({ kind: 'notANotice', reason: 'notChinese' });
  const subject = count(SUBJECT, text);
  if (subject < 2 || han / subject > THINNEST)
    throw new UnreadableNotice({ kind: 'notANotice', reason: 'otherSubject' });
}
