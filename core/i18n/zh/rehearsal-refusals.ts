/** 演练不能进行时的中文说明。 */
import { zhLabels } from './labels.ts';
import { sentenceDate } from '../format.ts';
import type { RehearsalRefusalTexts } from '../record-refusal-texts.ts';

export const zhRehearsalRefusals: RehearsalRefusalTexts = {
  rehearsalOff: () => ['此处没有设置演练。', '演练须有专用的数据库和服务。', '设置方法见运维手册。'],
  rehearsalUnderWay: () => ['另一场演练正在进行。', '同一时间只能进行一场。', '请等它结束，或先中止它。'],
  rehearsalTooLarge: ({ items, most }) => [`本轮次有 ${items} 个事项，超出可演练的数量。`, `上限为 ${most} 个。`],
  rehearsalUntil: ({ given, earliest, latest }) => [
    `演练不能以 ${sentenceDate(given, 'zh-CN')}为止。`,
    `可选 ${sentenceDate(earliest, 'zh-CN')}至 ${sentenceDate(latest, 'zh-CN')}。`,
  ],
  nothingToRehearse: ({ state }) => [
    `轮次现为“${zhLabels.roundStates[state]}”，没有可演练的内容。`,
    '可演练草稿和进行中的轮次。',
  ],
  changeOfDraft: () => ['草稿没有进行中的事项，无从变更。', '请修改草稿本身，再次演练。'],
  noLastRound: () => ['此处还没有办结的轮次，无从得知各人用时。', '请选择其他假定情形。'],
};
