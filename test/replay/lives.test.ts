/**
 * Lives lived by today's code, each replayed at once. With TEST_RECORD=LABEL their histories are kept as golden files:
 * `<workflow>.<life>@<label>.json`. Files are added, never overwritten: a history once recorded may be open somewhere for years.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { expect, inject, it } from 'vitest';
import { handIn as handedIn } from '../support/evidence.ts';
import { cast } from '../support/cast.ts';
import { canonicalPolicy, useLives, type Life } from '../support/life.ts';
import { liveCanonically } from '../workflows/canonical-life.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import { addDays, at, localDate } from '../../core/time.ts';

const lives = useLives();
const label = process.env['TEST_RECORD'];

const words = '已按要求逐项核对并整改到位。';
const evidence = handedIn('ef'.repeat(32));
const later = (life: Life, days: number) => addWorkingDays(china, localDate(life.events.at(-1)?.at ?? ''), days);

async function handIn(life: Life): Promise<void> {
  await life.act(cast.wang, 'addEvidence', evidence);
  await life.act(cast.wang, 'requestClosure', { statement: words, unproven: [] });
}

async function plan(life: Life): Promise<void> {
  await life.act(cast.wang, 'signFor', {});
  const measures = [{ text: '逐项登记固定资产', ownerId: cast.wang.id, dueOn: null }];
  await life.act(cast.wang, 'submitPlan', { rootCause: '账实管理脱节', measures });
  await life.act(cast.zhang, 'approvePlan', {});
}

interface Scenario {
  readonly policy: Policy;
  readonly immediate: boolean;
  readonly live: (life: Life) => Promise<void>;
}

const scenarios: Readonly<Record<string, Scenario>> = {
  canonical: { policy: canonicalPolicy, immediate: true, live: liveCanonically },
  planned: {
    policy: defaultPolicy,
    immediate: false,
    live: async (life) => {
      await plan(life);
      await life.act(cast.wang, 'reportProgress', { text: '已完成一半。' });
      await handIn(life);
      await life.act(cast.zhang, 'return', { measureIds: ['m1'], reason: words, dueOn: later(life, 10) });
      await life.act(cast.wang, 'requestClosure', { statement: words, unproven: [] });
      await life.act(cast.zhang, 'endorse', { opinion: '同意。' });
      await life.act(cast.li, 'approveClosure', { opinion: '同意销号。' });
    },
  },
  overdue: {
    policy: { ...defaultPolicy, periodMonths: 1 },
    immediate: false,
    live: async (life) => {
      await life.passNextWake();
      await plan(life);
      const { dueOn } = await life.item();
      await life.passUntil(at(addDays(addWorkingDays(china, dueOn ?? '', 12), 1), '12:00'));
      await handIn(life);
      await life.passNextWake();
      await life.act(cast.zhang, 'endorse', { opinion: '同意。' });
      await life.act(cast.li, 'approveClosure', { opinion: '同意销号。' });
    },
  },
  extended: {
    policy: { ...defaultPolicy, closureReview: 'approveOnly' },
    immediate: true,
    live: async (life) => {
      await life.act(cast.wang, 'disown', { reason: '此项职责属于工程科。' });
      await life.act(cast.zhao, 'assign', { unitId: 'finance', handlerId: cast.wang.id, leadLeaderId: cast.zhang.id });
      await life.act(cast.wang, 'signFor', {});
      const ask = { reason: '受汛期影响，施工顺延。', progress: '完成六成。' };
      const { dueOn } = await life.item();
      const until = addWorkingDays(china, dueOn ?? '', 20);
      await life.act(cast.wang, 'requestExtension', { ...ask, until });
      await life.act(cast.li, 'refuseExtension', { reason: '请先补报已完成部分。' });
      await life.act(cast.wang, 'requestExtension', { ...ask, until });
      await life.act(cast.li, 'grantExtension', {});
      await handIn(life);
      const checkpointOn = later(life, 40);
      await life.act(cast.li, 'acceptInterim', { opinion: '阶段性成效。', checkpointOn });
      await life.passNextWake();
      await handInAgain(life);
      await life.act(cast.li, 'acceptStanding', { opinion: '长期坚持。', reviewOn: later(life, 60) });
      await life.passNextWake();
      await life.act(cast.zhao, 'cancel', { reason: '与其他事项合并办理。' });
    },
  },
};

async function handInAgain(life: Life): Promise<void> {
  await life.act(cast.wang, 'addEvidence', handedIn('ab'.repeat(32), { id: 'of-the-stage' }));
  await life.act(cast.wang, 'requestClosure', { statement: words, unproven: [] });
}

it.each(Object.entries(scenarios))('a %s life ends and replays', async (name, { policy, immediate, live }) => {
  const life = await lives.begin({ policy, immediate });
  await live(life);
  expect(['closed', 'cancelled']).toContain((await life.handle.result()).state);
  await replayAndKeep(`item.${name}`, life.handle);
});

it.each([
  ['round.launch', 'roundWorkflow', { roundId: 'r1' }],
  ['mail-relay.twice', 'mailRelayWorkflow', { now: '2026-03-02T01:00:00.000Z' }],
])('%s ends and replays', async (name, workflowType, input) => {
  await replayAndKeep(name, await lives.run(workflowType, input));
});

async function replayAndKeep(name: string, handle: WorkflowHandle): Promise<void> {
  const history = await handle.fetchHistory();
  expect(history.events?.length).toBeGreaterThan(5);
  await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history);
  if (label === undefined) return;
  const path = new URL(`${name}@${label}.json`, import.meta.url);
  // Who ran it does not belong into the tree, nor line breaks that only make it longer.
  const json = JSON.parse(historyToJSON(history).replaceAll(/"identity": "[^"]*"/g, '"identity": "test"')) as unknown;
  if (!existsSync(path)) await writeFile(path, `${JSON.stringify(json)}\n`);
}
