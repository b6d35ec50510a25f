/** 人员变动时“不能办理”的中文说法。 */
import { list, sentenceDate } from '../format.ts';
import { unfitnesses } from './absence.ts';
import { zhLabels } from './labels.ts';
import type { PeopleRefusalTexts } from '../record-refusal-texts.ts';
import type { RecordRefusal } from '../../round/record-refusal.ts';

type Held = Extract<RecordRefusal, { code: 'stillHolds' }>['items'];

/** So many are named. */
const most = 10;

const shown = (items: Held): Held => items.slice(0, most);

const said = ({ number, as }: Held[number]): string => `事项 ${number}（${zhLabels.bindings[as]}）`;

export const zhPeopleRefusals: PeopleRefusalTexts = {
  lastAdmin: () => ['这是最后一位管理员。', '系统至少需要一位管理员。', '请先指定另一位管理员。'],
  hasLeft: ({ name }) => [
    `${name}已离任。`,
    '离任人员不能登录，也不再收到邮件。',
    '如已返回岗位，请先将其恢复为在任。',
  ],
  notStandingIn: ({ personId }) => [
    `没有记录表明当前由本人代“${personId}”办理。`,
    '只有在外出期间，代办人才能代为办理。',
    '请在“我的”页面查看外出与代办安排。',
  ],
  substituteUnfit: ({ name, because }) => [
    `${name}不能代办：${unfitnesses[because]}。`,
    '代办人须在任、承担同类职责，且同期不外出。',
    '请另选代办人。',
  ],
  absenceOverlaps: ({ name, from, to }) => [
    `${name}已登记${sentenceDate(from, 'zh-CN')}至${sentenceDate(to, 'zh-CN')}外出。`,
    '同一人的外出日期不能重叠。',
    '请改选日期，或先结束已登记的外出。',
  ],
  absenceOver: ({ to }) => [
    `此次外出已于${sentenceDate(to, 'zh-CN')}结束。`,
    '只能结束正在进行或尚未开始的外出。',
    '无须再办理。',
  ],
  notLiaison: ({ name, unit }) => [
    `${name}已不是${unit}的联络员。`,
    '移交的只能是本人现有的职责。',
    '请刷新页面，查看最新情况。',
  ],
  stillHolds: ({ name, items }) => [
    `修改后，${name}不能再承担${list(shown(items).map(said), 'zh-CN')}${items.length > most ? ` 等共 ${items.length} 项` : ''}。`,
    '事项须始终有人承担。',
    '请先移交，再修改。',
  ],
};
