import { expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { Story } from '../support/story.ts';
import { itemsOfRound } from '../../db/items.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);

test('what a person holds is looked at, and handed over with --yes; single items too', async () => {
  const as = ['--as', cast.zhao.email];
  const { itemIds } = await tellRound(ledger.current.pool, [new Story().act('assign'), new Story().act('assign')], {
    state: 'draft',
  });
  const [one = '', other = ''] = itemIds;
  const handOver = (...more: string[]) =>
    rectify(...as, 'hand-over', cast.wang.email, 'lin', '--reason', '王小明同志已调任其他单位。', ...more);
  const handlers = async () =>
    (await itemsOfRound(ledger.current.pool, one.replace(/-\d+$/, ''))).map(({ item }) => item.handlerId);

  const seen = await handOver('--item', one);
  expect(seen).toMatchObject({ code: 0, out: expect.stringContaining('可移交 1 项') as string });
  expect(seen.out).toMatch(new RegExp(`${one} .*承办人.* ✓`));
  expect(await handlers()).toEqual(['wang', 'wang']);
  expect((await handOver('--item', one, '--yes')).out).toContain('已移交 1 项，将发邮件 0 封。');
  expect(await handlers()).toEqual(['lin', 'wang']);
  expect(await handOver('--item', one, '--yes')).toMatchObject({
    code: 3,
    err: expect.stringContaining(one) as string,
  });
  const refused = await rectify(...as, 'hand-over', 'wang', 'gao', '--item', other, '--reason', '调任', '--yes');
  expect(refused.out).toContain('✗');
  expect(refused.out).toContain('已移交 0 项');
  expect(await handlers()).toEqual(['lin', 'wang']);
});
