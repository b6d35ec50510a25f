/** After a hand-over the successor hears what is waiting, once; the one before is asked for nothing more; nothing is lost. */
import { describe, expect, it } from 'vitest';
import { cast } from '../support/cast.ts';
import { Run } from '../support/ledger-run.ts';
import { useMailStage } from '../support/mail-stage.ts';
import { keys } from '../support/seals.ts';
import { firstSlot, launchAt } from '../support/slots.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';

const stage = useMailStage();
const { wang, lin, gao, zhang, chen, zhao } = cast;

const reason = '张立同志已调任其他单位。';
const leader = { as: ['leadLeader'], fromId: 'zhang', toId: 'chen', reason } as const;
const handler = { as: ['handler'], fromId: 'wang', toId: 'lin', reason } as const;
const later = '2026-03-02T03:00:00.000Z';
const textTo = (email: string): string => stage.current.textTo(email);

describe('a lead leader moved away', () => {
  it('is not asked for the review any more: the successor is, in one mail, with the date', async () => {
    const id = await stage.current.handedIn();
    await stage.current.act(id, zhao, 'handOver', later, leader);
    await stage.current.relay(firstSlot);
    expect(stage.current.sink.to(zhang.email)).toEqual([]);
    expect(stage.current.sink.to(chen.email).map(({ parsed }) => parsed.subject)).toEqual([
      '【整改督办】1项待办，最近期限3月9日 周一（还有 4 个工作日）',
    ]);
    expect(textTo(chen.email)).toContain('需要：审核销号申请，最迟3月9日 周一');
    expect(textTo(chen.email)).toContain('已移交（赵青');
    expect(textTo(chen.email)).toContain(`原因：${reason}`);
  });

  it('is not reminded of it either, week after week', async () => {
    const id = await stage.current.handedIn();
    await stage.current.act(id, zhao, 'handOver', later, leader);
    await stage.current.relay(firstSlot);
    stage.current.sink.clear();
    await stage.current.passTime(id, '2026-03-31T00:59:00.000Z');
    await stage.current.relay('2026-03-31T01:00:00.000Z');
    expect(stage.current.sink.to(zhang.email)).toEqual([]);
    expect(textTo(chen.email)).toContain('需要：审核销号申请');
  });

  it('does not take a letter with them that waits for its slot', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.passTime(id, '2026-09-09T00:59:00.000Z');
    await stage.current.act(id, zhao, 'handOver', '2026-09-09T00:59:30.000Z', leader);
    await stage.current.relay('2026-09-09T01:00:00.000Z');
    const letters = (email: string) =>
      stage.current.sink.to(email).filter(({ parsed }) => parsed.subject?.includes('督办函'));
    expect(letters(zhang.email)).toEqual([]);
    expect(letters(chen.email)).toHaveLength(1);
    expect(letters(wang.email)).toHaveLength(1);
  });

  it('gets back what waits when the item comes back before the slot', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.passTime(id, '2026-09-09T00:59:00.000Z');
    await stage.current.act(id, zhao, 'handOver', '2026-09-09T00:59:30.000Z', leader);
    await stage.current.act(id, zhao, 'handOver', '2026-09-09T00:59:40.000Z', {
      ...leader,
      fromId: 'chen',
      toId: 'zhang',
    });
    await stage.current.relay('2026-09-09T01:00:00.000Z');
    const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
    const sent = lines.filter(({ personId, skipped }) => personId === zhang.id && skipped === null);
    expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['overdue', 'handedOver']));
  });

  it('is told of their own hand-over, not of the next one’s', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, zhao, 'handOver', later, handler);
    await stage.current.act(id, zhao, 'handOver', later, { ...handler, fromId: 'lin', toId: 'wang' });
    const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
    const news = lines.filter(({ kind, personId }) => kind === 'handedOver' && personId === wang.id);
    expect(news).toHaveLength(1);
  });
});

it('a handler’s news go to the successor, and to the handler only where they are liaison too', async () => {
  const [id = ''] = await stage.current.launch(1);
  await stage.current.act(id, zhao, 'handOver', later, handler);
  await stage.current.relay(firstSlot);
  expect(stage.current.sink.to(wang.email)).toEqual([]);
  expect(textTo(lin.email)).toContain('sign for the item');
  const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
  expect(lines.filter(({ personId }) => personId === 'wang')).toMatchObject([
    { kind: 'assigned', skipped: 'handedOver' },
  ]);

  const [other = ''] = await stage.current.launch(1);
  await stage.current.act(other, zhao, 'handOver', later, handler);
  await stage.current.act(other, zhao, 'handOver', later, { ...handler, fromId: 'lin', toId: 'wang' });
  const kept = (await stage.current.lines()).filter(({ itemId, personId }) => itemId === other && personId === 'lin');
  expect(kept.every(({ skipped }) => skipped === null)).toBe(true);
});

it('what was decided in one breath with the hand-over goes to the successor too', async () => {
  const [id = ''] = await stage.current.launch(1);
  const run = new Run(await stage.current.item(id));
  run.press(wang, 'signFor').press(wang, 'requestClosure').press(zhao, 'handOver', leader);
  await createLedgerActivities(stage.current.pool, keys).commitBatch(run.batch());
  const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
  const waiting = (who: string) =>
    lines.flatMap(({ personId, kind, skipped }) => (personId === who && skipped === null ? [kind] : []));
  expect(waiting('zhang')).toEqual([]);
  expect(waiting('chen').sort()).toEqual(['closureRequested', 'handedOver']);
});

it('an owner takes no mails of others over', async () => {
  const [id = ''] = await stage.current.launch(1, { immediate: false });
  await stage.current.act(id, wang, 'signFor', launchAt, {});
  const measures = [{ text: '逐项登记资产', ownerId: 'wang', dueOn: null }];
  await stage.current.act(id, wang, 'submitPlan', launchAt, { rootCause: '账实脱节', measures });
  await stage.current.act(id, zhao, 'handOver', later, { ...handler, as: ['owner'], toId: 'gao' });
  const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
  expect(lines.filter(({ personId }) => personId === gao.id).map(({ kind }) => kind)).toEqual(['handedOver']);
  expect(lines.filter(({ personId }) => personId === wang.id).map(({ skipped }) => skipped)).toEqual([null]);
});

it('whoever takes over by an act of their own is told nothing of it', async () => {
  const [id = ''] = await stage.current.launch(1);
  await stage.current.act(id, { ...chen, roles: ['admin'] }, 'handOver', later, leader);
  const lines = (await stage.current.lines()).filter(({ itemId }) => itemId === id);
  expect(lines.filter(({ personId }) => personId === chen.id)).toEqual([]);
});
