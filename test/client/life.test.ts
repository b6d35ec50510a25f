import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { password } from './support.ts';
import { giveCastPassword } from '../support/ledger-cast.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { configOf } from '../support/context.ts';
import { dataConverter, keyFiles, keys, seal, signer, vault } from '../support/seals.ts';
import { silentLogger, useLedger } from '../support/ledger.ts';
import { MailHolder } from '../../activities/mail-holder.ts';
import { createActivities } from '../../activities/index.ts';
import type { ItemDetail, ItemPage, Problem, RoundDetail } from '../../api/contract.ts';
import type { Api } from '../../api/api.ts';
import { createServer } from '../../api/server.ts';
import type { Context } from '../../client/context.ts';
import { openEvidenceStore } from '../../client/evidence/store.ts';
import { connectTemporal } from '../../client/temporal.ts';
import { china } from '../../core/rules/china.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { taskQueue } from '../../core/ids.ts';
import { instant, localDate } from '../../core/time.ts';
import { startWorker, type RunningWorker } from '../../worker/run.ts';

// Once a process: tests say what went wrong, not that a worker started.
Runtime.install({ logger: new DefaultLogger('WARN') });

/** The whole way in: HTTP over a socket, the use cases, the real Temporal server, a worker, the ledger, and back. */
const ledger = useLedger();
const folder = mkdtempSync(join(tmpdir(), 'rectify-life-'));
let api: Api;
let context: Context;
let worker: RunningWorker;
let base = '';
const cookies = new Map<string, string>();

async function work(): Promise<RunningWorker> {
  const mail = { mailFrom: 'zg@yunling.example', webUrl: 'http://localhost' };
  const logger = pino({ level: 'silent' });
  const transport = { deliver: () => Promise.reject(new Error('no mail leaves in this test')) };
  return startWorker({
    access: { connection: { address: inject('temporalAddress') }, namespace: 'default' },
    taskQueue,
    bundlePath: inject('workflowBundle'),
    cachedItems: 400,
    dataConverter,
    activities: createActivities({
      pool: ledger.current.pool,
      logger,
      holder: new MailHolder({ pool: ledger.current.pool, logger }),
      transport,
      mail,
      taskQueue,
      keys,
    }),
  });
}

beforeAll(async () => {
  const env = { DATABASE_URL: ledger.current.url, TEMPORAL_ADDRESS: inject('temporalAddress'), ...keyFiles };
  const config = configOf(env);
  const now = () => instant(Date.now());
  const kept = { store: openEvidenceStore(folder, 1024 * 1024), scanner: null, seal, signer, vault, now };
  const more = { sessionIdleMs: config.sessionIdleMs, rehearsal: null };
  context = { pool: ledger.current.pool, temporal: connectTemporal(config, env), ...more, ...kept };
  await giveCastPassword(context.pool, password);
  api = await createServer(context, {
    config: { ...config, evidenceMaxBytes: 1024 * 1024 },
    logger: silentLogger,
    pages: folder,
  });
  await api.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;
  worker = await work();
});
afterAll(async () => {
  worker.stop();
  await worker.done;
  await api.close();
  await context.temporal.close();
  rmSync(folder, { recursive: true, force: true });
  // The server is shared with other files, whose workers must not get our minute's work.
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  const { schedule } = new Client({ connection });
  for await (const { scheduleId } of schedule.list()) await schedule.getHandle(scheduleId).delete();
  await connection.close();
});

async function call(
  member: CastMember,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  let cookie = cookies.get(member.id);
  if (cookie === undefined) {
    const headers = { 'content-type': 'application/json' };
    const signIn = await fetch(`${base}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: member.email, password }),
    });
    cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    cookies.set(member.id, cookie);
  }
  const isForm = body instanceof FormData;
  const response = await fetch(`${base}/api${path}`, {
    method,
    headers: { cookie, ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

let press = 0;
const act = (
  member: CastMember,
  itemId: string,
  name: string,
  fields: object = {},
  commandId = `press-${(press += 1)}-${itemId}`,
) => call(member, 'POST', `/items/${itemId}/acts/${name}`, { commandId, ...fields });

const detail = async (itemId: string) => (await call(cast.zhao, 'GET', `/items/${itemId}`)).body as ItemDetail;

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < 200; count += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come true within 20 seconds');
}

const source = `关于云岭县水利局整改进展情况的通报
根据县委统一部署，2026年3月9日至2026年5月8日，县委第三巡察组对县水利局党组开展了巡察。2026年6月12日反馈了意见。现将整改情况公布如下。
一、工程建设方面
（一）固定资产未登记
整改进展：逐项登记资产。
（二）工程变更审批不严
整改进展：制定管理办法。`;

describe('a round on the real server', () => {
  let roundId = '';
  const item = (position: number) => `${roundId}-0${position}`;

  test('is imported, assigned and launched: each item gets its workflow', async () => {
    const preview = (await call(cast.zhao, 'POST', '/rounds/preview', { source })).body as { notice: object };
    const startsOn = localDate(context.now());
    const made = await call(cast.zhao, 'POST', '/rounds', {
      title: '云岭',
      source,
      notice: preview.notice,
      startsOn,
      immediateItems: [2],
    });
    roundId = (made.body as RoundDetail).id;
    const carried = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };
    await call(cast.zhao, 'POST', `/rounds/${roundId}/assignments`, {
      assignments: [1, 2].map((at) => ({ itemId: item(at), ...carried })),
    });
    expect((await call(cast.zhao, 'POST', `/rounds/${roundId}/launch`)).status).toBe(202);
    await until(
      async () => ((await call(cast.zhao, 'GET', `/rounds/${roundId}`)).body as RoundDetail).state === 'running',
    );
    const page = (await call(cast.wang, 'GET', '/items?mine=true')).body as ItemPage;
    expect(page.items.map(({ state, light }) => `${state} ${light}`)).toEqual(['assigned green', 'assigned green']);
    const connection = await Connection.connect({ address: inject('temporalAddress') });
    const { workflow } = new Client({ connection });
    for (const { id } of page.items)
      expect((await workflow.getHandle(`item/${roundId}/${id}`).describe()).status.name).toBe('RUNNING');
    await connection.close();
    expect((await call(cast.zhao, 'POST', `/rounds/${roundId}/launch`)).status).toBe(202);
  });

  test('takes an item from signature to closure, and tells each no with its reason', async () => {
    const id = item(1);
    expect(await act(cast.wang, id, 'submit-plan', { rootCause: '账实脱节', measures: [] })).toMatchObject({
      status: 409,
      body: { code: 'notSignedFor', message: '此事项尚未签收。签收后才能报送措施。请先签收，再报送措施。' },
    });
    expect(await act(cast.wang, id, 'sign-for')).toMatchObject({ status: 200, body: { state: 'assigned', seq: 4 } });
    const again = await act(cast.lin, id, 'sign-for');
    expect(again).toMatchObject({ status: 409, body: { code: 'alreadySignedFor', facts: { by: 'wang' } } });
    expect((again.body as Problem).message).toContain('王小明');
    const measures = [{ text: '逐项登记资产', ownerId: 'nobody', dueOn: null }];
    expect(await act(cast.wang, id, 'submit-plan', { rootCause: '账实脱节', measures })).toMatchObject({
      status: 422,
      body: { code: 'unknownOwners' },
    });
    const plan = { rootCause: '账实脱节', measures: measures.map((measure) => ({ ...measure, ownerId: 'wang' })) };
    expect(await act(cast.wang, id, 'submit-plan', plan)).toMatchObject({ status: 200, body: { state: 'planned' } });
    expect(await act(cast.wang, id, 'approve-plan')).toMatchObject({ status: 403, body: { code: 'notYours' } });
    const moves = [{ itemId: id, as: ['leadLeader'], toId: 'chen' }];
    const press = { commandId: 'zhang-moves', reason: '张立同志已调任其他单位。', moves, units: [] };
    const { body: handed } = await call(cast.zhao, 'POST', '/people/zhang/hand-over', press);
    expect(handed).toMatchObject({ items: [{ itemId: id, refusal: null }] });
    expect(await act(cast.zhang, id, 'approve-plan')).toMatchObject({ status: 403, body: { code: 'notYours' } });
    expect(await act(cast.chen, id, 'approve-plan')).toMatchObject({ status: 200, body: { state: 'inProgress' } });

    const statement = '资产已全部登记入账，并完成盘点。';
    const early = await act(cast.wang, id, 'request-closure', { statement, unproven: [] });
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'evidenceMissing', facts: { measureIds: ['m1'], least: 1, asked: [] } },
    });
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n盘点表\n%%EOF']), '盘点表.pdf');
    const upload = await call(cast.wang, 'POST', `/items/${id}/evidence-files`, form);
    const { id: evidenceId, name } = upload.body as { id: string; name: string };
    expect(name).toBe('盘点表.pdf');
    expect((await act(cast.wang, id, 'add-evidence', { evidenceId, measureIds: ['m1'] })).status).toBe(200);
    expect((await act(cast.wang, id, 'request-closure', { statement, unproven: [] })).body).toMatchObject({
      state: 'submitted',
    });
    expect((await act(cast.chen, id, 'endorse', { opinion: '同意' })).body).toMatchObject({ state: 'endorsed' });
    expect((await act(cast.li, id, 'approve-closure', { opinion: '同意销号' }, 'press-the-last')).body).toMatchObject({
      state: 'closed',
    });

    const closed = await detail(id);
    expect(closed).toMatchObject({ state: 'closed', light: 'done', chainVerified: true });
    expect(closed.events).toHaveLength(closed.item.seq);
  });

  test('answers a press that is repeated after the end with what it led to, and everything else with the state', async () => {
    const id = item(1);
    const before = (await detail(id)).item.seq;
    const repeated = await act(cast.li, id, 'approve-closure', { opinion: '同意销号' }, 'press-the-last');
    expect(repeated).toMatchObject({ status: 200, body: { state: 'closed', seq: before } });
    const late = await act(cast.wang, id, 'report-progress', { text: '补充说明' });
    expect(late).toMatchObject({ status: 409, body: { code: 'notAllowedInState', facts: { state: 'closed' } } });
    expect((await detail(id)).item.seq).toBe(before);
  });

  test('reopens a closed item, once for one press', async () => {
    const id = item(1);
    const dueOn = addWorkingDays(china, localDate(context.now()), 10);
    const fields = { reason: '回访发现资产仍有缺失', dueOn };
    expect(await act(cast.wang, id, 'reopen', fields)).toMatchObject({ status: 403 });
    expect(await act(cast.li, id, 'reopen', { ...fields, reason: '短' })).toMatchObject({
      status: 422,
      body: { code: 'textTooShort' },
    });
    const reopened = await act(cast.li, id, 'reopen', fields, 'press-reopen');
    expect(reopened).toMatchObject({ status: 200, body: { state: 'reopened' } });
    expect(await act(cast.li, id, 'reopen', fields, 'press-reopen')).toEqual(reopened);
    expect((await act(cast.wang, id, 'report-progress', { text: '已补登。' })).status).toBe(200);
    const { events, chainVerified } = await detail(id);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['reopened', 'progressReported']);
    expect(chainVerified).toBe(true);
  });

  test('keeps a press whose answer did not come in time: the same press later gets it', async () => {
    const id = item(2);
    worker.stop();
    await worker.done;
    const unknown = await act(cast.wang, id, 'sign-for', {}, 'press-in-the-dark');
    expect(unknown).toMatchObject({
      status: 202,
      body: { code: 'outcomeUnknown', facts: { commandId: 'press-in-the-dark' } },
    });
    worker = await work();
    await until(async () => (await act(cast.wang, id, 'sign-for', {}, 'press-in-the-dark')).status === 200);
    const { events, item: facts } = await detail(id);
    expect(events.map(({ type }) => type)).toEqual(['imported', 'assigned', 'dispatched', 'signedFor']);
    expect(facts.signature?.by).toBe('wang');
  });

  test('refuses of two different presses at the same moment the one that came second', async () => {
    const id = item(2);
    const until = addWorkingDays(china, localDate(instant(Date.now() + 200 * 86_400_000)), 1);
    const fields = { until, reason: '需要等待上级批复文件下达', progress: '已完成一半' };
    await act(cast.wang, id, 'request-extension', fields);
    const answers = await Promise.all([
      act(cast.li, id, 'grant-extension'),
      act(cast.zhao, id, 'refuse-extension', { reason: '按原期限完成，不再延期' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('has each of its schedules once, however often they are asked for', async () => {
    await context.temporal.ensureSchedules();
    await context.temporal.ensureSchedules();
    await context.temporal.startMailRelay();
    expect(await context.temporal.health()).toMatchObject({ runs: 'ready', worker: 'ready' });
    const connection = await Connection.connect({ address: inject('temporalAddress') });
    try {
      const ids: string[] = [];
      for await (const { scheduleId } of new Client({ connection }).schedule.list()) ids.push(scheduleId);
      expect(ids.sort()).toEqual(['mail-relay', 'reconcile', 'reconcile-all']);
    } finally {
      await connection.close();
    }
  });
});
