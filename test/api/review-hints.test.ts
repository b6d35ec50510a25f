/** Reviewers are shown where the same file was handed in elsewhere; whoever sees one unit alone learns of no other item. */
import { expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { handIn } from '../support/evidence.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState } from '../support/story.ts';
import type { ItemDetail } from '../../api/contract.ts';

const house = useApi();
const sha256 = 'c'.repeat(64);
const withFile = () => inState('inProgress').act('addEvidence', handIn(sha256, { name: '会议纪要.pdf' }));

test('the same file for two items is named to those who decide', async () => {
  const told = await tellRound(house.context.pool, [
    withFile().act('requestClosure'),
    withFile(),
    inState('submitted'),
  ]);
  const [one = '', other = '', third = ''] = told.itemIds;
  const hints = async (who: CastMember, id: string) =>
    (await house.as(who, { url: `/api/items/${id}` })).json<ItemDetail>().hints;
  const shared = [{ name: '会议纪要.pdf', itemId: other, number: expect.any(String) as string }];
  expect(await hints(cast.zhang, one)).toMatchObject({ sharedFiles: shared });
  expect(await hints(cast.li, one)).toMatchObject({ sharedFiles: shared });
  expect(await hints(cast.wang, one)).toEqual({ isStatementCopied: false, sharedFiles: [] });
  // Nothing waits for a decision here yet.
  expect((await hints(cast.zhang, other)).sharedFiles).toEqual([]);
  expect((await hints(cast.zhang, third)).sharedFiles.filter(({ itemId }) => itemId === other)).toEqual([]);
});
