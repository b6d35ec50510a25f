import { describe, expect, it } from 'vitest';
import { inState } from '../../support/story.ts';
import { isStatementCopied } from '../../../core/item/review-hints.ts';

const unmarked = { kind: null, asks: [], progress: null } as const;

describe('a statement', () => {
  const { item } = inState('submitted');
  const told = (statement: string) =>
    isStatementCopied(
      {
        ...item,
        measures: [
          {
            ...item.measures[0],
            id: 'm1',
            text: '对全部固定资产盘点一次，补登 37 台设备。',
            ownerId: null,
            dueOn: null,
            ...unmarked,
          },
          { ...item.measures[0], id: 'm2', text: '修订资产管理办法。', ownerId: null, dueOn: null, ...unmarked },
        ],
        application: item.application === null ? null : { ...item.application, statement },
      },
      '固定资产未及时登记，部分设备未入账。',
    );

  it.each([
    '对全部固定资产盘点一次，补登 37 台设备。',
    '对全部固定资产盘点一次,补登37台设备',
    '对全部固定资产盘点一次，补登 37 台设备。\n修订资产管理办法。',
    '固定资产未及时登记，部分设备未入账',
  ])('in the words of the plan or the finding is copied: %s', (statement) => expect(told(statement)).toBe(true));

  it.each(['已盘点，补登 37 台设备，办法于 5 月印发。', '已完成', ''])('of its own is not: %s', (statement) =>
    expect(told(statement)).toBe(false),
  );
});
