/**
 * The newcomer's path on real parts: start, sample, a life through three people, mails, Ctrl-C, and everything as it was; and
 * then each part is killed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Installation, ItemDetail, ItemPage, MailPage, RoundPage } from '../../api/contract.ts';
import { withConnection } from '../../db/pool.ts';
import { prepareMachine, Visitor, type Machine, type Part } from '../support/machine.ts';

let machine: Machine;

beforeAll(async () => {
  machine = await prepareMachine();
});
afterAll(async () => {
  await machine.stop();
  machine.remove();
});

const firstIdleLimitBytes = 1.2 * 1024 ** 3;
const secondStartLimitMs = 15_000;

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 200)))
    if (Date.now() > end) throw new Error(`${what} did not happen within a minute`);
}

const press = () => ({ commandId: `press-${Math.random().toString(36).slice(2, 12)}` });

async function visitorAs(role: string): Promise<Visitor> {
  const visitor = new Visitor(machine.web);
  const { sampleAccounts } = await visitor.get<Installation>('/api/installation');
  const account = sampleAccounts.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`no sample account for ${role}`);
  await visitor.signIn(account.email, account.password);
  return visitor;
}

/** The item to be fixed at once, which the staff account carries. */
const carriedItem = async (visitor: Visitor) => {
  const { items } = await visitor.get<ItemPage>('/api/items?limit=200');
  const item = items.find(({ number }) => number === '2.4');
  if (item === undefined) throw new Error('the sample has no item 2.4');
  return item;
};

describe('one machine', () => {
  it('starts, and an empty installation offers the sample with one press', async () => {
    await machine.start();
    const visitor = new Visitor(machine.web);
    expect(await visitor.get<Installation>('/api/installation')).toMatchObject({ empty: true, sampleAllowed: true });
    expect(await visitor.post('/api/sample', { launch: true })).toMatchObject({ status: 200 });
    const admin = await visitorAs('admin');
    await until(async () => {
      const { rounds } = await admin.get<RoundPage>('/api/rounds');
      return rounds[0]?.state === 'running';
    }, 'the launch');
  });

  it('takes an item through three people to closure, and refuses in words what is not allowed', async () => {
    const staff = await visitorAs('staff');
    const { id } = await carriedItem(staff);
    const acts = `/api/items/${id}/acts`;
    expect(await staff.post(`${acts}/sign-for`, press())).toMatchObject({ status: 200, body: { state: 'inProgress' } });
    const early = await staff.post(`${acts}/request-closure`, {
      ...press(),
      statement: '已全部整改到位，申请销号。',
      unproven: [],
    });
    expect(early).toMatchObject({ status: 422, body: { code: 'evidenceMissing', facts: { measureIds: ['m1'] } } });
    const bytes = new TextEncoder().encode('退缴凭证：共12笔，已全部入账。\n');
    const file = await staff.upload(`/api/items/${id}/evidence-files`, '退缴凭证.txt', bytes, 'text/plain');
    const { id: evidenceId } = file.body as { id: string };
    const added = await staff.post(`${acts}/add-evidence`, { ...press(), evidenceId, measureIds: ['m1'] });
    expect(added).toMatchObject({ status: 200 });
    const asked = await staff.post(`${acts}/request-closure`, {
      ...press(),
      statement: '已全部整改到位，申请销号。',
      unproven: [],
    });
    expect(asked).toMatchObject({ status: 200, body: { state: 'submitted' } });
    const supervisor = await visitorAs('supervisor');
    expect(await supervisor.post(`${acts}/endorse`, { ...press(), opinion: '同意。' })).toMatchObject({ status: 200 });
    const twice = await supervisor.post(`${acts}/approve-closure`, { ...press(), opinion: '同意销号。' });
    expect(twice).toMatchObject({ status: 403 });
    const admin = await visitorAs('admin');
    const closed = await admin.post(`${acts}/approve-closure`, { ...press(), opinion: '同意销号。' });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
    const detail = await admin.get<ItemDetail>(`/api/items/${id}`);
    expect(detail).toMatchObject({ light: 'done', chainVerified: true });
    expect(detail.events.map(({ type }) => type)).toEqual([
      'imported',
      'assigned',
      'dispatched',
      'signedFor',
      'evidenceAdded',
      'closureRequested',
      'endorsed',
      'closed',
    ]);
  });

  it('sends real mails when the admin does not wait for the slot', async () => {
    const admin = await visitorAs('admin');
    expect((await admin.get<MailPage>('/api/mails')).waiting.length).toBeGreaterThan(0);
    expect(await admin.post('/api/mails/send-now', {})).toMatchObject({ status: 202 });
    await until(async () => {
      const { mails } = await admin.get<MailPage>('/api/mails');
      return mails.length > 0 && mails.every(({ state }) => state === 'sent' || state === 'skipped');
    }, 'the mails');
    const { mails: sent } = await admin.get<MailPage>('/api/mails');
    const caught = await (await fetch(`${machine.mails}/api/mails`)).json();
    expect(JSON.stringify(caught)).toContain('整改督办');
    expect(sent.filter(({ state }) => state === 'sent').length).toBeGreaterThan(2);
  });

  it('keeps within its memory', () => {
    expect(machine.residentBytes()).toBeLessThan(firstIdleLimitBytes);
  });

  it('stops on Ctrl-C without leaving a process', async () => {
    expect(await machine.stop()).toEqual({ code: 0, left: [] });
  });

  it('finds everything as it was on a second start, open workflows included', async () => {
    expect(await machine.start()).toBeLessThan(secondStartLimitMs);
    const staff = await visitorAs('staff');
    expect(await carriedItem(staff)).toMatchObject({ state: 'closed', light: 'done' });
    const { items } = await staff.get<ItemPage>('/api/items?state=assigned&limit=200');
    const next = items[0];
    const signed = await staff.post(`/api/items/${next?.id}/acts/sign-for`, press());
    expect(signed).toMatchObject({ status: 200, body: { state: 'assigned' } });
  });
});

describe('a part that dies', () => {
  /** Pressed again and again, as a person does who is told to try later: the same command, so it is done once. */
  async function done(visitor: Visitor, path: string, body: object, state: string): Promise<void> {
    const command = { ...press(), ...body };
    let answer: unknown = null;
    await until(async () => {
      answer = await visitor.post(path, command).catch(String);
      return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 200;
    }, `${path}`);
    expect(answer).toMatchObject({ body: { state } });
  }

  async function kill(part: Part): Promise<void> {
    const before = machine.parts();
    machine.kill(part);
    await until(async () => machine.said().includes(`${part} runs again.`), `${part} again`);
    const after = machine.parts();
    expect(after[part]).not.toBe(before[part]);
    expect({ ...after, [part]: 0 }).toEqual({ ...before, [part]: 0 });
  }

  it('is begun again, the others live on, and the product works: each of them once', async () => {
    const [staff, supervisor] = [await visitorAs('staff'), await visitorAs('supervisor')];
    const { items } = await staff.get<ItemPage>('/api/items?state=assigned&mine=true&limit=200');
    const item = items.find(({ turn }) => turn !== null) ?? items[0];
    const acts = `/api/items/${item?.id}/acts`;
    const opinion = '同意所报措施。';
    const measures = [{ text: '逐项登记资产', ownerId: 'wang', dueOn: null }];
    await kill('worker');
    await done(staff, `${acts}/submit-plan`, { rootCause: '账实脱节，制度不全。', measures }, 'planned');
    await kill('temporal');
    await done(supervisor, `${acts}/return-plan`, { reason: '措施过少，请补充完整。', measures: [] }, 'assigned');
    await kill('api');
    await done(staff, `${acts}/submit-plan`, { rootCause: '账实脱节，制度不全。', measures }, 'planned');
    await kill('postgres');
    await done(supervisor, `${acts}/approve-plan`, { opinion }, 'inProgress');
    expect(await staff.get<ItemDetail>(`/api/items/${item?.id}`)).toMatchObject({ chainVerified: true });
  });

  it('is never the worker or the API when PostgreSQL goes away under load, thirty times', async () => {
    const [staff, admin] = [await visitorAs('staff'), await visitorAs('admin')];
    const { id } = await carriedItem(staff);
    const before = machine.parts();
    let isOver = false;
    const answers = new Map<number, number>();
    const unanswered: unknown[] = [];
    const keepAsking = async (ask: () => Promise<{ status: number }>) => {
      while (!isOver && unanswered.length === 0)
        await ask().then(
          ({ status }) => answers.set(status, (answers.get(status) ?? 0) + 1),
          (error: unknown) => unanswered.push(error),
        );
    };
    const bytes = new TextEncoder().encode('盘点表\n');
    const load = [
      ...Array.from({ length: 4 }, () => keepAsking(() => staff.ask(`/api/items/${id}`))),
      ...Array.from({ length: 2 }, () => keepAsking(() => admin.ask('/api/items?limit=50'))),
      keepAsking(() => staff.post(`/api/items/${id}/acts/sign-for`, press())),
      keepAsking(() => staff.upload(`/api/items/${id}/evidence-files`, '盘点表.txt', bytes, 'text/plain')),
      keepAsking(() => admin.post('/api/mails/send-now', {})),
    ];
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const others = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    // The server notices the death of a process a moment later, and then answers nobody until it has recovered.
    const inDatabase = async <Row>(statement: string): Promise<Row[]> => {
      const found: Row[][] = [];
      const ask = () =>
        withConnection(machine.databaseUrl(), async (db) => (await db.query<Row & object>(statement)).rows);
      await until(async () => {
        await ask().then(
          (rows) => found.push(rows),
          () => undefined,
        );
        return found.length > 0;
      }, `the database to answer ${statement}`);
      return found[0] ?? [];
    };
    for (let count = 1; count <= 30; count += 1) {
      await pause(80);
      if (count % 15 === 0) {
        machine.kill('postgres');
        await inDatabase('SELECT 1');
      } else if (count % 4 === 0) {
        // One of its processes falls, and the server ends all connections to recover.
        const [backend] = await inDatabase<{ pid: number }>(`SELECT pid ${others} LIMIT 1`);
        if (backend !== undefined) process.kill(backend.pid, 'SIGKILL');
        await inDatabase('SELECT 1');
      } else {
        await inDatabase(`SELECT pg_terminate_backend(pid) ${others}`);
      }
    }
    isOver = true;
    await Promise.all(load);
    expect(unanswered, machine.said()).toEqual([]);
    const after = machine.parts();
    expect({ ...after, postgres: 0 }).toEqual({ ...before, postgres: 0 });
    expect(answers.get(200)).toBeGreaterThan(30);
    expect(await staff.get<ItemDetail>(`/api/items/${id}`)).toMatchObject({ state: 'closed', chainVerified: true });
  });
});
