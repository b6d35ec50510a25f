/** A marked line → its title and what follows the title on the same line. */
import { PROBLEMS, firstLabelAt, leadingLabel } from '../words/labels.ts';
import { enumeratedIn } from '../words/measures.ts';
import { blankQuoted } from '../text/quotes.ts';
import { fold, squeeze } from '../text/han.ts';

export interface Heading {
  readonly title: string;
  /** As it stands before the cut: 反馈问题： is not cut off. */
  readonly printed: string;
  readonly rest: string;
}

const ITEM_END = /^关于|^针对|(?:方面|问题|情况|整改|不足|不够|不到位)(?:的整改)?$/;

/** Where a colon ends the title: text that is counted, labelled or told follows. */
function colonAt(folded: string, text: string): number {
  const at = folded.indexOf('：');
  if (at <= 0 || at > 120) return -1;
  if (at === folded.length - 1) return at;
  return ITEM_END.test(folded.slice(0, at)) || enumeratedIn(text.slice(at + 1, at + 3000)).length > 0 ? at : -1;
}

/** 针对…问题，建立台账: what will be done follows the finding it answers. */
function answeredAt(folded: string): number {
  const about = /^针对[^，。：；]{2,80}?问题(?=，)/.exec(folded)?.[0].length ?? -1;
  return isFinding(folded.slice(about + 1)) ? -1 : about;
}

function enumerationAt(folded: string): number {
  return /[，；、\s](?=一是(?!否))/.exec(folded)?.index ?? -1;
}

/** Titles longer than this are not headings a reader would recognise; they are cut so that groups stay small. */
const LONGEST = 400;

/** 整改任务一：…: a label that counts besides the mark before it. */
const ORDINAL_LABEL = /^(?:反馈|整改|督察|具体)?(?:问题|任务|事项)[一二三四五六七八九十\d]{1,3}：\s*(?=\S)/;

/** The title ends at the first stop, label, 一是 or telling colon outside quotation marks. */
export function headingOf(source: string): Heading {
  const ordinal = ORDINAL_LABEL.exec(fold(source.slice(0, 20)))?.[0].length ?? 0;
  const label = ordinal > 0 ? null : leadingLabel(source);
  const text =
    ordinal > 0
      ? source.slice(ordinal)
      : label !== null && PROBLEMS.has(label.kind) && label.rest !== ''
        ? label.rest
        : source;
  const open = fold(blankQuoted(text));
  const named = firstLabelAt(text);
  // …的问题（责任领导：王某；完成时限：12月）: the bracket goes with its labels.
  const labelled = named > 0 && open[named - 1] === '（' ? named - 1 : named;
  const colon = colonAt(open, text);
  const cuts = [
    open.indexOf('。'),
    labelled > 0 && colon > labelled ? -1 : colon,
    enumerationAt(open),
    answeredAt(open),
    labelled,
  ];
  const cut = Math.min(...cuts.map((at) => (at <= 0 ? Infinity : at)), text.length, LONGEST);
  const bare = (piece: string): string => squeeze(piece).replace(/[。；;：:，,.]+$/, '');
  return {
    title: bare(text.slice(0, cut)),
    printed: bare(source.slice(0, source.length - text.length + cut)),
    rest: text
      .slice(cut)
      .replace(/^[。：:，,；;、.\s]+/, '')
      .trim(),
  };
}

const ABOUT = /^(?:关于|针对|对于|围绕|在[“"「])/;
const NAMED = /(?:方面|问题)(?:的整改)?$/;
const SHORTCOMING =
  /不(?:够|足|到位|力|严|实|深|高|强|紧|全|细|清|明|准|快|广|规范|及时|健全|完善|彻底|扎实|主动|合规|到底|紧密|匹配|平衡|充分|合理|经常|严肃|严格|落实|作为|重视|积极|符|一致|透|畅|牢|多|大|好|精准|深入|突出|明显|有效)|有(?:偏差|差距|欠缺|待|疏漏|漏洞|缺口|盲区|盲点|死角|瑕疵|遗漏)|疏漏|差距|缺失|缺位|缺乏|缺少|欠缺|薄弱|滞后|弱化|淡化|虚化|短板|弱项|违规|违纪|不严格|风险(?:突出|较大|较高)|超标准|超范围|流于形式|存在.{0,20}(?:现象|情况)|隐患|偏(?:低|弱|少|慢|软)|未(?:按|经|及时|严格|有效|充分)/;

/** Words that also stand in measures (更换老化设备) and name a shortcoming only where the title ends with them. */
const SHORT_END =
  /(?:混乱|粗放|空转|走过场|走形式|松懈|松散|宽松软|乏力|错位|脱节|单一|老化|拖延|迟缓|慢|差|盲区|漏洞|未(?!来|再|发现|发生|出现|整改|完成|销号|办结)[^，。；：]{1,8})(?:的?问题)?(?:的整改)?$/;

/** Headed as items are: 关于…, …方面, …问题. */
export function isAbout(title: string): boolean {
  return ABOUT.test(title) && title.length >= 4;
}

/** Names something that is wrong, or a field of it. */
export function isFinding(title: string): boolean {
  const open = blankQuoted(title);
  if (isAbout(title) || NAMED.test(title) || SHORT_END.test(title)) return true;
  return SHORTCOMING.test(title.length > 80 ? open.slice(0, 80) : title);
}

/** Says what is wrong, in so many words. */
export function namesShortcoming(title: string): boolean {
  return SHORTCOMING.test(title.slice(0, 80)) || SHORT_END.test(title);
}
