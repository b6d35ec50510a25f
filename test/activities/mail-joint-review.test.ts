/** Of a joint review everybody hears whose unit is asked; late are those who have not said, and they alone. */
import { beforeAll, expect, it } from 'vitest';
import { cast } from '../support/cast.ts';
import { useMailStage } from '../support/mail-stage.ts';
import { firstSlot, launchAt } from '../support/slots.ts';

const stage = useMailStage();
const { zhang, chen, li } = cast;
const opinion = { opinion: '同意。' };
const subjects = (email: string) => stage.current.sink.to(email).map(({ parsed }) => parsed.subject);

beforeAll(() => {
  const { rules } = stage.current;
  stage.current.rules = { ...rules, policy: { ...rules.policy, jointReview: [['bureau', 'inspection']] } };
});

async function endorsed(): Promise<string> {
  const id = await stage.current.handedIn();
  await stage.current.act(id, zhang, 'endorse', launchAt, opinion);
  return id;
}

it('the people of both units have it to do; the lead leader, of one of them, has not', async () => {
  await endorsed();
  await stage.current.relay(firstSlot);
  for (const who of [chen, li]) {
    expect(subjects(who.email)).toEqual(['【整改督办】1项待办，最近期限3月9日 周一（还有 4 个工作日）']);
    expect(stage.current.textTo(who.email)).toContain('需要：会审销号申请，最迟3月9日 周一');
  }
  expect(stage.current.textTo(zhang.email)).not.toContain('会审销号申请');
});

it('whoever has said is reminded of nothing, be it written down already', async () => {
  const id = await endorsed();
  await stage.current.relay(firstSlot);
  stage.current.sink.clear();
  await stage.current.passTime(id, '2026-03-09T00:59:00.000Z');
  await stage.current.act(id, chen, 'concur', '2026-03-09T00:59:30.000Z', opinion);
  await stage.current.relay('2026-03-09T01:00:00.000Z');
  expect(subjects(chen.email)).toEqual([]);
  expect(stage.current.textTo(li.email)).toContain('需要：会审销号申请，最迟3月9日 周一');
  stage.current.sink.clear();
  await stage.current.passTime(id, '2026-03-16T00:59:00.000Z');
  await stage.current.relay('2026-03-16T01:00:00.000Z');
  expect([subjects(chen.email), subjects(li.email)].map(({ length }) => length)).toEqual([0, 1]);
});
