import { expect, test } from 'vitest';
import { sumDifferences } from '../../../documents/bulletin/sums.ts';

test('a total is the sum of the parts that stand after it, or is named with their sum', () => {
  const said = (done: number, rest: number) =>
    `检查发现的 20 个问题中，${done} 个问题已整改；${rest}个取得成效。另建制度 3 项。`;
  expect(sumDifferences(said(16, 4))).toEqual([]);
  expect(sumDifferences(said(15, 4))).toEqual([{ stated: 20, sum: 19 }]);
  expect(sumDifferences(`${said(15, 4)}5项任务中，3项完成，1项推进。`)).toEqual([
    { stated: 20, sum: 19 },
    { stated: 5, sum: 4 },
  ]);
});

test('one part, other units and no total are nothing to add up', () => {
  for (const said of [
    '20个问题中，16个已整改。',
    '20个问题中，16个已整改，建章立制4项。',
    '共20个问题，已整改16个，其余4个推进。',
    '',
  ])
    expect(sumDifferences(said)).toEqual([]);
});
