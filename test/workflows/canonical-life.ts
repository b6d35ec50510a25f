/** The canonical life: six commands and four reminders. What it costs is a golden file; how it replays is a golden history. */
import { handIn } from '../support/evidence.ts';
import { cast } from '../support/cast.ts';
import type { Life } from '../support/life.ts';

export async function liveCanonically(life: Life): Promise<void> {
  await life.act(cast.wang, 'signFor', {});
  for (let reminder = 0; reminder < 4; reminder += 1) await life.passNextWake();
  await life.act(cast.wang, 'addEvidence', handIn('ab'.repeat(32)));
  await life.act(cast.wang, 'requestClosure', { statement: '固定资产已全部登记入账。', unproven: [] });
  const { dueOn } = await life.item();
  await life.act(cast.li, 'return', { measureIds: ['m1'], reason: '请补充盘点表及签字页。', dueOn: dueOn ?? '' });
  await life.act(cast.wang, 'requestClosure', { statement: '已补充盘点表及签字页。', unproven: [] });
  await life.act(cast.li, 'approveClosure', { opinion: '同意销号。' });
}
