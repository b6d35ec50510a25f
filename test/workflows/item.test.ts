/** The life of an item as its workflow lives it: commands, refusals, time, and what must never happen. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { describe, expect, it } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { cast } from '../support/cast.ts';
import { failureType, useLives, type Life } from '../support/life.ts';
import { inState } from '../support/story.ts';
import { begunAnew } from '../../workflows/contract.ts';
import { china } from '../../core/rules/china.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { addDays, at, instant, localDate, millis } from '../../core/time.ts';

const lives = useLives();

const evidence = handIn('cd'.repeat(32));
const statement = { statement: '已建立台账并逐项核对完毕。', unproven: [] };

async function refusalOf(answer: Promise<unknown>): Promise<unknown> {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) throw error;
  return error.cause.details?.[0];
}

async function plan(life: Life): Promise<void> {
  const { dueOn } = await life.item();
  await life.act(cast.wang, 'signFor', {});
  const measures = [{ text: '逐项登记固定资产', ownerId: cast.wang.id, dueOn }];
  await life.act(cast.wang, 'submitPlan', { rootCause: '账实管理脱节', measures });
  await life.act(cast.zhang, 'approvePlan', {});
}

describe('a whole life', () => {
  it('goes from dispatch through plan, evidence, return, endorsement and approval to closure', async () => {
    const life = await lives.begin({ immediate: false });
    await plan(life);
    await life.act(cast.wang, 'addEvidence', evidence);
    await life.act(cast.wang, 'requestClosure', statement);
    await life.act(cast.zhang, 'return', {
      measureIds: ['m1'],
      reason: '请补充盘点表及签字页。',
      dueOn: addWorkingDays(china, localDate(life.events.at(-1)?.at ?? ''), 10),
    });
    await life.act(cast.lin, 'requestClosure', statement);
    await life.act(cast.zhang, 'endorse', { opinion: '同意。' });
    await life.act(cast.li, 'approveClosure', { opinion: '同意销号。' });
    expect(await life.handle.result()).toEqual({ state: 'closed', seq: 12 });
    expect(life.types.slice(3)).toEqual([
      'signedFor',
      'planSubmitted',
      'planApproved',
      'evidenceAdded',
      'closureRequested',
      'returned',
      'closureRequested',
      'endorsed',
      'closed',
    ]);
  });

  it('leaves in the ledger exactly the item that the workflow holds', async () => {
    const life = await lives.begin({ immediate: false });
    await plan(life);
    expect(itemFrom('r1', life.itemId, life.events)).toEqual(await life.item());
    await life.handle.terminate();
  });
});

/** Event types without the workflow tasks: this test server, unlike the real one, keeps the task of a refused update. */
async function changesOf(life: Life): Promise<unknown[]> {
  const { events } = await life.handle.fetchHistory();
  const { EVENT_TYPE_WORKFLOW_TASK_SCHEDULED, EVENT_TYPE_WORKFLOW_TASK_STARTED, EVENT_TYPE_WORKFLOW_TASK_COMPLETED } =
    temporal.api.enums.v1.EventType;
  const tasks = [
    EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    EVENT_TYPE_WORKFLOW_TASK_STARTED,
    EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  ];
  return (events ?? []).map(({ eventType }) => eventType ?? 0).filter((type) => !tasks.includes(type));
}

describe('a refusal', () => {
  it('tells why and leaves no trace of a change in history, ledger or item', async () => {
    const life = await lives.begin();
    await life.act(cast.wang, 'signFor', {});
    const before = { item: await life.item(), history: await changesOf(life) };
    const refusal = await refusalOf(life.act(cast.wang, 'requestClosure', statement));
    expect(refusal).toEqual({ code: 'evidenceMissing', measureIds: ['m1'], least: 1, asked: [] });
    expect(await life.item()).toEqual(before.item);
    expect(await changesOf(life)).toEqual(before.history);
    expect(life.types.at(-1)).toBe('signedFor');
    await life.handle.terminate();
  });

  it('keeps the applicant from endorsing and one person from passing two stages', async () => {
    const life = await lives.begin();
    const both = { ...cast.zhang, roles: ['staff', 'supervisor'] as const, unitId: 'finance' };
    await life.act(both, 'signFor', {});
    await life.act(both, 'addEvidence', evidence);
    await life.act(both, 'requestClosure', statement);
    expect(await refusalOf(life.act(both, 'endorse', { opinion: '' }))).toEqual({
      code: 'ownApplication',
      applicantId: both.id,
    });
    await life.handle.terminate();
  });
});

describe('the same press of a button', () => {
  it('is one fact, however often it arrives', async () => {
    const life = await lives.begin();
    const presses = [1, 2, 3].map(() => life.act(cast.wang, 'signFor', {}, 'press-one'));
    const answers = await Promise.all(presses);
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([4]));
    expect(life.types.filter((type) => type === 'signedFor')).toHaveLength(1);
    await life.handle.terminate();
  });
});

describe('people at the same time', () => {
  it('see exactly one decision win', async () => {
    const life = await lives.begin({ policy: { ...defaultPolicy, closureReview: 'approveOnly' } });
    await life.act(cast.wang, 'signFor', {});
    await life.act(cast.wang, 'addEvidence', evidence);
    await life.act(cast.wang, 'requestClosure', statement);
    const checkpointOn = addWorkingDays(china, localDate(life.events.at(-1)?.at ?? ''), 40);
    const verdicts = await Promise.allSettled([
      life.act(cast.li, 'approveClosure', { opinion: '同意销号。' }),
      life.act(cast.zhao, 'approveClosure', { opinion: '同意销号。' }),
      life.act(cast.chen, 'acceptInterim', { opinion: '阶段性成效', checkpointOn }),
    ]);
    expect(verdicts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(life.types.filter((type) => type === 'closed' || type === 'interimAccepted')).toHaveLength(1);
    await life.handle.terminate().catch(() => life.handle.result());
  });

  it('may all add evidence: each file is a fact of its own, in order', async () => {
    const life = await lives.begin();
    await life.act(cast.wang, 'signFor', {});
    const files = Array.from({ length: 8 }, (_, index) => handIn(String(index).repeat(64)));
    await Promise.all(files.map((file) => life.act(cast.wang, 'addEvidence', file)));
    expect(life.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    await life.handle.terminate();
  });
});

describe('time', () => {
  it('reminds at the steps of the ladder and escalates by itself, letters in their order', async () => {
    const life = await lives.begin({ policy: { ...defaultPolicy, signWithinWorkingDays: null } });
    await life.act(cast.wang, 'signFor', {});
    const { dueOn } = await life.item();
    await life.passUntil(at(addDays(addWorkingDays(china, dueOn ?? '', 20), 1), '12:00'));
    const letters = life.events.flatMap((event) => (event.type === 'escalated' ? [event.step.letter] : []));
    expect(letters).toEqual(['reminderLetter', 'supervisionLetter', null, null]);
    const slots = life.events.flatMap((event) => ('sendAt' in event ? [{ at: event.at, sendAt: event.sendAt }] : []));
    for (const { at: decidedAt, sendAt } of slots) {
      expect(decidedAt < sendAt).toBe(true);
      expect(sendAt.endsWith('T01:00:00.000Z')).toBe(true);
    }
    await life.handle.terminate();
  });

  it('starts a new ladder when an extension is granted, and keeps the first date', async () => {
    const life = await lives.begin();
    await life.act(cast.wang, 'signFor', {});
    const first = (await life.item()).dueOn ?? '';
    const until = addWorkingDays(china, first, 20);
    await life.act(cast.wang, 'requestExtension', {
      until,
      reason: '施工受汛期影响，需顺延。',
      progress: '完成六成。',
    });
    await life.act(cast.li, 'grantExtension', {});
    await life.passUntil(at(addDays(first, 3), '12:00'));
    expect(life.types).not.toContain('escalated');
    expect(await life.item()).toMatchObject({ dueOn: until, firstDueOn: first });
    await life.handle.terminate();
  });

  it('that rings in vain does not change the order of what comes after', async () => {
    const life = await lives.begin();
    const bell = await life.nextWake();
    await life.act(cast.wang, 'disown', { reason: '此项职责属于工程科，建议改交。' });
    // A refusal leaves a task without a command on this server; replay merges those around the bell's own.
    await refusalOf(life.act(cast.wang, 'signFor', {}));
    await life.passUntil(instant(millis(bell) + 1000));
    await refusalOf(life.act(cast.wang, 'signFor', {}));
    await life.act(cast.zhao, 'assign', { unitId: 'finance', handlerId: cast.wang.id, leadLeaderId: cast.zhang.id });
    await life.act(cast.wang, 'signFor', {});
    expect(life.types.slice(3)).toEqual(['disowned', 'assigned', 'signedFor']);
    await life.handle.terminate();
  });

  it('brings an interim item back at its checkpoint', async () => {
    const life = await lives.begin({ policy: { ...defaultPolicy, closureReview: 'approveOnly' } });
    await life.act(cast.wang, 'signFor', {});
    await life.act(cast.wang, 'addEvidence', evidence);
    await life.act(cast.wang, 'requestClosure', statement);
    const checkpointOn = addWorkingDays(china, localDate(life.events.at(-1)?.at ?? ''), 40);
    await life.act(cast.li, 'acceptInterim', { opinion: '取得阶段性成效', checkpointOn });
    await life.passNextWake();
    expect((await life.item()).state).toBe('inProgress');
    expect(life.types.at(-1)).toBe('checkpointReached');
    await life.handle.terminate();
  });
});

describe('a run that was begun for a reopening', () => {
  const { events } = inState('closed');

  it('goes on with the reopened item', async () => {
    const life = await lives.begin({ events });
    const dueOn = addWorkingDays(china, localDate(instant(await life.env.currentTimeMs())), 30);
    await life.act(cast.li, 'reopen', { reason: '抽查发现问题反弹，需重新整改。', dueOn });
    expect(await life.item()).toMatchObject({ state: 'reopened', dueOn });
    await life.handle.terminate();
  });

  it('ends by itself when nobody reopens', async () => {
    const life = await lives.begin({ events });
    expect(await life.handle.result()).toEqual({ state: 'closed', seq: events.length });
  });
});

describe('a run that loses its lease', () => {
  it('to another begins anew with what the ledger holds, and says that the next one decides', async () => {
    const life = await lives.begin();
    const { runId } = await life.handle.describe();
    await life.ledger.takeLease({ itemId: life.itemId, heldSeq: 3 });
    const refused: unknown = await life.press(cast.wang, 'signFor', {}, 'press-one').catch((error: unknown) => error);
    expect(failureType(refused)).toBe(begunAnew);
    expect(life.types).toHaveLength(3);
    expect(await life.act(cast.wang, 'signFor', {}, 'press-one')).toMatchObject({ seq: 4 });
    expect((await life.handle.describe()).runId).not.toBe(runId);
    await life.handle.terminate();
  });
});
