import { expect, test } from 'vitest';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { asAdmin, useLedger } from '../support/ledger.ts';
import { useRehearsalPlace } from '../support/rehearsal.ts';
import { dispatchRound, draftRound } from '../support/round.ts';
import type { Rehearsed } from '../../client/rehearsal/rehearse.ts';
import { addMonths, instant, localDate } from '../../core/time.ts';

const ledger = useLedger();
const place = useRehearsalPlace();
const rectify = commandLine(ledger, () => ({
  RECTIFY_REHEARSAL_DATABASE_URL: place.current.databaseUrl,
  RECTIFY_REHEARSAL_SERVER: place.current.server,
}));
const as = ['--as', cast.zhao.email];
const until = addMonths(localDate(instant(Date.now())), 1);

async function running(): Promise<string> {
  const { roundId } = await draftRound(ledger.current.pool, 2, instant(Date.now()));
  await dispatchRound(ledger.current.pool, roundId);
  await asAdmin(ledger.current.pool, `UPDATE round SET state = 'running' WHERE id = $1`, [roundId]);
  return roundId;
}

test('a rehearsal is told by day and person, with the sums, and says that nobody got anything', async () => {
  const roundId = await running();
  const { code, out } = await rectify(...as, 'rehearse', roundId, '--until', until, '--heavy', '2');
  expect(code).toBe(0);
  for (const said of [`演练 · ${roundId}`, '无人办理', '王小明', '林晓', '1.1 1.2', '没有向任何人发送，台账未变。'])
    expect(out).toContain(said);
  expect(out).toMatch(/\d+ 人共 \d+ 封邮件，其中函件 0 份。/);
  expect(out).toContain('2 个事项中，0 个届时已办结。');
});

test('a hand-over is compared with the round as it is, in both languages and as JSON', async () => {
  const roundId = await running();
  const asked = ['rehearse', roundId, '--until', until, '--assume', 'on-time', '--hand-over', `${cast.wang.email},lin`];
  const { out } = await rectify(...as, '--lang', 'en', ...asked);
  expect(out).toMatch(/\d+ mails? to \d+ (?:person|people) instead of \d+ mails? to \d+ (?:person|people)\./);
  const { before, after } = JSON.parse((await rectify(...as, ...asked, '--json')).out) as Rehearsed;
  expect([before.assumption, after?.assumption]).toEqual(['onTime', 'onTime']);
});

test('what is typed wrong is bad input, and what cannot be is refused with a sentence', async () => {
  const roundId = await running();
  expect((await rectify(...as, 'rehearse', roundId, '--until', 'soon')).code).toBe(2);
  expect((await rectify(...as, 'rehearse', roundId, '--until', until, '--assume', 'all-sleep')).code).toBe(2);
  expect((await rectify(...as, 'rehearse', roundId, '--until', until, '--hand-over', 'wang')).code).toBe(2);
  expect((await rectify(...as, 'rehearse', roundId, '--until', until, '--heavy', '1')).code).toBe(2);
  const two = ['--hand-over', 'wang,lin', '--policy', 'twoMonths'];
  expect(await rectify(...as, 'rehearse', roundId, '--until', until, ...two)).toMatchObject({
    code: 2,
    err: '一次只演练一种变更：规则，或移交。',
  });
  expect(await rectify(...as, 'rehearse', roundId, '--until', '2199-01-01')).toMatchObject({
    code: 3,
    err: expect.stringContaining('演练不能以') as string,
  });
});
