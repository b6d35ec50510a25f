/** The newcomer's path on real parts: start, sample, a life through three people, mails, Ctrl-C, and everything as it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Installation, ItemDetail, ItemPage, MailPage, RoundPage } from '../../api/contract.ts';
import { prepareMachine, Visitor, type Machine } from '../support/machine.ts';

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
    const { sha256, name } = file.body as { sha256: string; name: string };
    const added = await staff.post(`${acts}/add-evidence`, { ...press(), sha256, name, measureIds: ['m1'] });
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
