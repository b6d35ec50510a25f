/** Links to a password: by real mails, opened once, for a day; and the set-up of an installation that nobody is in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { password, useApi } from '../client/support.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { MailStage } from '../support/mail-stage.ts';
import { startSmtpSink } from '../support/smtp.ts';
import { smtpTransport } from '../../activities/smtp.ts';
import { offerSetUp } from '../../client/people/account-links.ts';
import { instant, millis } from '../../core/time.ts';
import { recordEventsOf } from '../../db/record-events.ts';
import { asAdmin } from '../support/ledger.ts';

const house = useApi();
let stage: MailStage;
beforeAll(async () => {
  const sink = await startSmtpSink();
  stage = new MailStage(house.context.pool, sink, smtpTransport({ smtpUrl: sink.url }));
});
afterAll(async () => {
  stage.transport.close();
  await stage.sink.stop();
});
const later = (hours: number) => {
  house.context.clock = instant(millis(house.context.clock) + hours * 3_600_000);
};
// What was asked for before is forgotten.
beforeEach(async () => {
  later(25);
  house.forgetSessions();
  await stage.clear();
});

const post = async (url: string, payload: object = {}, caller: CastMember | null = null) => {
  const { statusCode: status, body } = await house.as(caller, { method: 'POST', url, payload });
  return { status, body: (body === '' ? {} : JSON.parse(body)) as Record<string, unknown> };
};
const invite = (id: string) => post(`/api/people/${id}/invitation`, {}, cast.zhao);
const forgot = (email: string) => post('/api/password-resets', { email });
const signIn = (email: string, word: string) => post('/api/session', { email, password: word });
const choose = (token: string, word: string) => post('/api/account-links/use', { token, password: word });
const read = (token: string) => post('/api/account-links/read', { token });

/** The mails that left, each with the token of its link, read as a person does who opens it. */
async function opened(): Promise<{ to: string; subject: string; text: string; token: string }[]> {
  await stage.relay(house.context.now());
  return stage.sink.mails.map(({ parsed, to }) => {
    const text = parsed.text ?? '';
    const [, token = ''] = /\/password#([\w-]{43})\b/.exec(text) ?? [];
    expect(parsed.html).toContain(`/password#${token}`);
    return { to: to.join(), subject: parsed.subject ?? '', text, token };
  });
}

describe('an invitation', () => {
  test('comes by mail, says for whom it is, and lets in with a password of one’s own', async () => {
    expect((await invite('gao')).status).toBe(202);
    const [mail, ...others] = await opened();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: cast.gao.email, subject: '【整改督办】设置本人密码' });
    expect(mail?.text).toContain('24 小时内有效');
    const token = mail?.token ?? '';
    expect(await read(token)).toEqual({
      status: 200,
      body: { kind: 'invitation', name: '高远', email: cast.gao.email },
    });
    expect((await choose(token, 'four words of my own')).status).toBe(204);
    expect((await signIn(cast.gao.email, 'four words of my own')).status).toBe(200);
  });

  test('opens once, and ends the others and all sessions', async () => {
    await invite('lin');
    await invite('lin');
    const signed = await house.as(null, {
      method: 'POST',
      url: '/api/session',
      payload: { email: cast.lin.email, password },
    });
    const cookie = `rectify_session=${signed.cookies[0]?.value ?? ''}`;
    const [one, other] = await opened();
    expect(one?.subject).toBe('[Rectify] A password of your own');
    expect((await choose(one?.token ?? '', 'four words of my own')).status).toBe(204);
    for (const token of [one?.token ?? '', other?.token ?? ''])
      expect(await choose(token, 'another four words')).toMatchObject({ status: 404, body: { code: 'linkNotValid' } });
    const asked = await house.api.inject({ url: '/api/session', headers: { cookie } });
    expect(asked.statusCode).toBe(401);
  });

  test('is of no use once the person has a new password, however that came', async () => {
    await invite('gao');
    const [mail] = await opened();
    const payload = { password: 'set by an admin meanwhile' };
    await house.as(cast.zhao, { method: 'POST', url: '/api/people/gao/password', payload });
    expect(await read(mail?.token ?? '')).toMatchObject({ status: 404, body: { code: 'linkNotValid' } });
  });

  test('is kept by its hash alone, and tells nothing to logs and facts', async () => {
    await invite('li');
    const [mail] = await opened();
    const { rows } = await house.context.pool.query('SELECT * FROM account_link_token');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(mail?.token);
    const facts = await recordEventsOf(house.context.pool, 'li');
    expect(facts.at(-1)).toMatchObject({ kind: 'linkAsked', by: 'zhao', data: { link: 'invitation' } });
    expect(JSON.stringify(facts)).not.toContain('@');
  });

  test('is of no use after a day, with a weak password, or under another address', async () => {
    await invite('zhang');
    await invite('chen');
    const mails = await opened();
    const [leader, chief] = [cast.zhang, cast.chen].map(
      ({ email }) => mails.find(({ to }) => to === email)?.token ?? '',
    );
    expect(await choose(leader ?? '', 'short')).toMatchObject({ status: 422, body: { code: 'passwordTooShort' } });
    expect((await read(leader ?? '')).status).toBe(200);
    const payload = { email: 'chen.zheng@yunling.example' };
    await house.as(cast.zhao, { method: 'PATCH', url: '/api/people/chen', payload });
    expect((await read(chief ?? '')).status).toBe(404);
    later(24);
    expect(await choose(leader ?? '', 'four words of my own')).toMatchObject({ status: 404 });
  });

  test('that waited for its mail server is good for a day from then on', async () => {
    await invite('wang');
    later(70);
    const [mail] = await opened();
    later(23);
    expect((await read(mail?.token ?? '')).status).toBe(200);
  });

  test('goes to nobody who has left', async () => {
    await invite('lin');
    await post('/api/people/lin/leave', {}, cast.zhao);
    expect(await opened()).toEqual([]);
    expect(await invite('lin')).toMatchObject({ status: 409, body: { code: 'hasLeft' } });
    await post('/api/people/lin/come-back', {}, cast.zhao);
  });
});

describe('a forgotten password', () => {
  test('is set anew by a mail to whoever has one, and the answer is the same for everybody', async () => {
    await asAdmin(
      house.context.pool,
      `INSERT INTO person (id, name, email, roles) VALUES ('mute', '无', 'mute@x.example', '{supervisor}')`,
    );
    const answers = [
      await forgot(cast.wang.email),
      await forgot('nobody@yunling.example'),
      await forgot('mute@x.example'),
    ];
    expect(answers).toEqual(answers.map(() => ({ status: 202, body: null })));
    const mails = await opened();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([[cast.wang.email, '【整改督办】重设密码']]);
    expect(mails[0]?.text).toContain('密码不会改变');
    await choose(mails[0]?.token ?? '', 'a password never forgotten');
    expect((await signIn(cast.wang.email, 'a password never forgotten')).status).toBe(200);
  });

  test('fills no mailbox: three mails an hour, and whoever asks on and on must wait', async () => {
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await forgot(cast.li.email)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    expect((await opened()).length).toBe(3);
  });
});

describe('the set-up', () => {
  test('is offered to nobody once somebody is there', async () => {
    expect(await offerSetUp(house.context)).toBeNull();
  });
});
