/** Headings of sections that hold no findings, whatever stands under them. */

/** How the work was led, and how it went on the whole. */
export const OVERVIEW =
  /组织(?:领导|实施|推进|部署|整改|落实|开展).{0,12}(?:情况)?|(?:整改|巡察)?工作(?:的)?(?:组织|总体|基本|开展|推进|部署).{0,10}情况|整改工作情况|主体责任.{0,6}(?:情况)|(?:总体|基本|整体)(?:推进|进展|整改|部署)?(?:情况|评价|成效)|主要(?:做法|成效|工作)|工作(?:成效|部署|措施|做法)|^整改(?:成效|成果|总体)|主要负责人.{0,12}情况/;

/** What comes next, what is asked for, where to write. */
export const AFTER =
  /^(?:下一?步|下一?阶段|今后|后续|接下来)|(?:工作|整改|下步)打算$|(?:后续|下一?步|下一?阶段).{0,10}(?:安排|打算|措施|计划|工作)$|努力方向|长期(?:整改|坚持|推进)的?.{0,4}(?:事项|任务|问题|工作)|^(?:联系|监督)方式|^(?:存在的?|面临的?)?(?:主要)?困难|^附件/;

export const AFTER_SOFT =
  /^(?:持续|不断|进一步|坚持|深化|巩固|着力|强化|健全)|(?:巩固|深化|拓展).{0,8}(?:成果|成效)|长效|安排$|打算|计划$/;

/** The frame of a plan: 总体要求, 基本原则, 实施步骤, 保障措施. */
const FRAME =
  /^(?:(?:工作|整改|总体|指导|基本|主要)?(?:要求|思想|思路|原则|目标(?:任务)?|依据|背景)|总体要求.{0,8}|(?:指导思想|工作目标|整改目标|基本原则)(?:和|及|与|、).{0,10}|目标(?:任务|要求)|(?:整改|工作|组织)?(?:领导|机构)(?:机构|小组|及.{0,8})?|(?:整改|工作|实施|方法|推进|时间|进度)(?:方法|时间|工作|整改)?(?:步骤|安排|进度|阶段)(?:和.{0,6}|及.{0,6})?|(?:组织|工作|制度|纪律)?保障(?:措施|机制|体系)?|组织(?:保障|领导|实施)(?:和.{0,6}|及.{0,6})?|(?:工作|有关|相关|纪律|几点|具体|整改)要求|工作机制|责任分工|任务分工|督导检查|附则|其他事项|适用范围)$/;

/** A section of a plan that says what will be done about which finding, in whatever words its tasks are put. */
export const holdsTasks = (title: string): boolean => /任务|问题|清单|整改(?:内容|措施|事项|重点|举措)/.test(title);

/** What an inspection asks for or decides: advice is no finding. */
const ADVICE =
  /(?:意见|整改|工作)?(?:建议|要求)$|^(?:意见|整改)?建议|整改(?:意见|要求)|移交|总体评价|主要成绩|工作成效|肯定|线索|(?:审计)?(?:处理|处罚)(?:处罚)?(?:意见|决定|情况|结果)?(?:及|和|与|、)?(?:建议|要求|意见)?$|^审计(?:决定|评价|意见|概况|依据|结论)|^(?:审计)?(?:评价意见|基本情况)|^(?:被审计单位|被检查单位).{0,6}(?:情况|概况)|希望$/;
const AUDIT_ADVICE =
  /^(?:审计)?(?:处理|处罚|评价)(?:处罚)?(?:意见|决定|情况|结果)?(?:及|和|与|、)?(?:建议|要求|意见)?$|^审计(?:决定|评价|意见|建议|概况|依据|结论|要求)(?:及.{0,6}|和.{0,6})?$|^(?:有关|相关)?(?:意见|工作|整改|加强.{2,12}的)?(?:意见建议|建议)$|^审计工作基本情况$|建议(?:的)?(?:采纳|落实|办理)情况$/;

export const isFrame = (title: string): boolean => FRAME.test(title);

/** `findings`: the document is the feedback itself, where only findings are read. */
export const isAdvice = (title: string, findings: boolean): boolean => (findings ? ADVICE : AUDIT_ADVICE).test(title);
