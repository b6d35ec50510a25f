/** 人员变动时“不能办理”的中文说法。 */
import { list } from '../format.ts';
import { zhLabels } from './labels.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';
import type { RecordRefusal } from '../../round/record-refusal.ts';

type Held = Extract<RecordRefusal, { code: 'stillHolds' }>['items'];

/** So many are named. */
const most = 10;

const shown = (items: Held): Held => items.slice(0, most);

const said = ({ number, as }: Held[number]): string => `事项 ${number}（${zhLabels.bindings[as]}）`;

export const zhPeopleRefusals: Pick<RecordRefusalTexts, 'lastAdmin' | 'hasLeft' | 'notLiaison' | 'stillHolds'> = {
  lastAdmin: () => ['这是最后一位管理员。', '系统至少需要一位管理员。', '请先指定另一位管理员。'],
  hasLeft: ({ name }) => [
    `${name}已离任。`,
    '离任人员不能登录，也不再收到邮件。',
    '如已返回岗位，请先将其恢复为在任。',
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
