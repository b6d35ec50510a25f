/** Result words → where an item stands. */
import type { NoticeStatus } from '../../../core/round/notice.ts';
import { blankQuoted } from '../text/quotes.ts';
import { fold } from '../text/han.ts';

/** Longer and more careful words first: 基本完成 is not 完成, 未完成 is not either. */
const WORDS: readonly (readonly [NoticeStatus, string])[] = [
  ['notDone', '(?:尚|仍|暂|还)?未(?:能)?(?:全部|完全)?(?:完成|整改|销号|启动|办结|到位)|没有完成|未达到'],
  [
    'interim',
    '(?:已)?(?:基本|初步|部分|阶段性)(?:完成|整改|解决|到位)|(?:已)?(?:取得|完成)(?:了)?(?:明显的?|初步|一定)?阶段性(?:整改)?(?:成效|成果|进展|任务|目标|整改)?|阶段性(?:完成|成效|成果|整改)',
  ],
  [
    'standing',
    '(?:已)?(?:需|并|转入)?(?:长期|常态化|持续)(?:坚持|整改任务|落实|抓好)|(?:转入|纳入)?常态化(?:长效化)?(?:推进|整改|管理|机制)?|长期(?:整改|推进|任务)|立足长期',
  ],
  [
    'ongoing',
    '正在(?:整改|推进|进行|办理|落实)|整改中|推进中|进行中|(?:仍在|仍需|有序|加快|持续|继续|稳步|正)(?:在)?(?:推进|整改|推动)|未到期|序时推进|(?:按|达到|符合)(?:整改)?(?:序时|时序)进度',
  ],
  [
    'done',
    '(?:已|均已|全部)?(?:按期|如期|按时|全面|全部)?(?:完成(?:了)?(?:整改|销号)?|整改(?:完成|到位|完毕|结束|销号)|销号|办结|解决|落实到位)|已(?:经)?(?:全部|全面)?整改(?:完成|到位|完毕|落实)?|立行立改(?:完成|到位)|整改到位',
  ],
];
const RESULT = new RegExp(WORDS.map(([status, words]) => `(?<${status}>${words})`).join('|'));
const EVERY = new RegExp(RESULT.source, 'g');

/** The status the first result word of a short text names; undefined where there is none. */
export function statusIn(text: string): NoticeStatus | undefined {
  const groups = RESULT.exec(fold(text))?.groups ?? {};
  return WORDS.find(([status]) => groups[status] !== undefined)?.[0];
}

/** The value of a status label: its first sentence, or a lone √. */
export function statusOfLabel(text: string): NoticeStatus | undefined {
  const first = /^[^。；\n]{0,60}/.exec(text.trim())?.[0] ?? '';
  const percent = /^(?:已)?(?:完成|整改)?(?:率|进度)?[约达为]?(\d{1,3}(?:\.\d{1,2})?)%$/.exec(fold(first))?.[1];
  if (percent !== undefined) return Number(percent) >= 100 ? 'done' : 'ongoing';
  return (
    statusIn(first) ??
    (/^(?:是|完成|√|✓|✔|100%)$/.test(first) ? 'done' : /^(?:否|×|✗)$/.test(first) ? 'notDone' : undefined)
  );
}

/** What a deadline says of how far it is: 立行立改，已完成. 2025年9月底前完成 says nothing of it. */
export function statusOfDue(text: string): NoticeStatus | undefined {
  const clauses = fold(text)
    .split(/[，、；（）。\n]/)
    .filter((clause) => !/[年月日前内起周]/.test(clause));
  return statusOfLabel(clauses.join('，'));
}

const ABOUT_IT =
  /(?:该|此|(?<![基根])本)(?:(?:项|条|类)(?:整改|反馈)?(?:问题|任务|事项|工作|整改)?|(?:整改|反馈)?(?:问题|任务|事项))(?:整改)?(?:目前|现|均|都|也)?(?=已|正|未|尚|基本|部分|阶段|取得|持续|长期|常态|需|完成|整改|仍)/;
const FILLER =
  /截至(?:目前|\d{4}年\d{1,2}月(?:\d{1,2}日|底)?)|目前|现已|现在|该|此|本|项|条|问题|事项|任务|整改|工作|均|已|全部|并|且|将|的|仍|需|按要求|继续|状态|为|进展|情况|要求|结果|长期|常态|化|中|[（），、：；。\s]/g;

/** Whether a sentence says nothing but how far it is: 目前，已完成整改，并长期坚持。 */
function isVerdict(sentence: string): boolean {
  return (
    sentence.length <= 60 && statusIn(sentence) !== undefined && sentence.replace(EVERY, '').replace(FILLER, '') === ''
  );
}

/**
 * The status running text states of the item as a whole: a sentence about 该问题, or a last sentence that is only a
 * verdict. Result words about parts of an item (16个问题已完成) say nothing of the whole.
 */
export function statusOfText(text: string): NoticeStatus | undefined {
  const sentences = fold(blankQuoted(text.slice(-3000)))
    .split(/[。；\n！]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  for (const sentence of sentences.toReversed()) {
    const about = ABOUT_IT.exec(sentence);
    if (about !== null) {
      const status = statusIn(sentence.slice(about.index + about[0].length, about.index + about[0].length + 16));
      if (status !== undefined) return status;
    }
  }
  const last = sentences.at(-1) ?? '';
  const first = sentences[0] ?? '';
  // 追回资金3.2万元，已整改: a last clause counts where it says 整改, 销号 or 推进 in so many words.
  const clause = last.slice(last.lastIndexOf('，') + 1);
  const verdict = [last, first, /整改|销号|进度|推进/.test(clause) ? clause : ''].find(isVerdict);
  return verdict === undefined ? undefined : statusIn(verdict);
}

const TAG = /[（【]([^（）【】]{2,30})[）】]\s*[。]?$/;
const LEADING_TAG = /^[（【]([^（）【】]{2,30})[）】]\s*/;
/** 2025年6月底前完成，正在推进: when it is due says nothing of how far it is. */
const DUE = /^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日|底)?前?(?:完成)?[，、；]/;

function verdictIn(words: string): NoticeStatus | undefined {
  const verdict = words.replace(/\s/g, '').replace(DUE, '');
  return isVerdict(verdict) ? statusIn(verdict) : undefined;
}

/** A verdict in brackets at either end of a heading: 关于学习不深入的问题（已完成）, 【已完成】关于…. */
export function statusTag(title: string): { title: string; status: NoticeStatus } | null {
  const folded = fold(title);
  const last = TAG.exec(folded);
  const behind = verdictIn(last?.[1] ?? '');
  if (last !== null && behind !== undefined) return { title: title.slice(0, last.index).trim(), status: behind };
  return leadingTag(title);
}

/** A verdict in brackets that a text begins with; `title` is what follows it. */
export function leadingTag(text: string): { title: string; status: NoticeStatus } | null {
  const first = LEADING_TAG.exec(fold(text.slice(0, 40)));
  const status = verdictIn(first?.[1] ?? '');
  return first === null || status === undefined ? null : { title: text.slice(first[0].length).trim(), status };
}

/** The status a text gives that says nothing else: 整改结果：已完成。 */
export function verdictOf(text: string): NoticeStatus | undefined {
  return verdictIn(fold(text).trim().replace(/。$/, ''));
}

const STATUS_HEADING =
  /^(?:关于)?(?:审计查出的?|巡察反馈的?)?(?:已|均已|正在|部分|尚未|未|基本|需|长期|持续|阶段性)(?:经)?(?:完成|整改|坚持|销号)?.{0,8}(?:问题|事项|任务|到位|完成|\d项|\d个)/;

/** A heading that sorts the items under it by result: （二）正在整改的问题. */
export function statusOfHeading(title: string): NoticeStatus | undefined {
  const folded = fold(title);
  return STATUS_HEADING.test(folded) && folded.length <= 24 ? statusIn(folded) : undefined;
}
