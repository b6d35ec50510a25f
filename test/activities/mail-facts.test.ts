/** What a digest tells each of the people around one item: whose turn it is, and what changed. */
import { describe, expect, it } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { cast } from '../support/cast.ts';
import { unproven, useMailStage } from '../support/mail-stage.ts';
import { firstSlot, launchAt } from '../support/slots.ts';

const stage = useMailStage();
const { wang, lin, zhang, li, zhao } = cast;
const textTo = (email: string): string => stage.current.textTo(email);

describe('the digest', () => {
  it('asks the lead leader for the review, and the handler for nothing', async () => {
    await stage.current.handedIn();
    await stage.current.relay(firstSlot);
    expect(stage.current.sink.to(zhang.email)[0]?.parsed.subject).toBe(
      '【整改督办】1项待办，最近期限3月9日 周一（还有 4 个工作日）',
    );
    expect(textTo(zhang.email)).toContain('需要：审核销号申请，最迟3月9日 周一，还有 4 个工作日');
    expect(textTo(zhang.email)).toContain('整改期限：9月2日 周三');
    expect(textTo(zhang.email)).toContain('收件原因：牵头领导（局领导）。');
    expect(textTo(zhang.email)).not.toContain('可在到期前申请延期');
    expect(stage.current.sink.to(wang.email)[0]?.parsed.subject).toBe('【整改督办】1项有变化');
    expect(textTo(wang.email)).not.toContain('需要：');
  });

  it('tells the handler of a return, by whom, until when and why, and asks again', async () => {
    const id = await stage.current.handedIn();
    const reason = '登记表没有签字页，请补充后再申请。';
    await stage.current.act(id, zhang, 'return', '2026-03-03T02:00:00.000Z', {
      measureIds: ['m1'],
      reason,
      dueOn: '2026-03-17',
    });
    await stage.current.relay('2026-03-04T01:00:00.000Z');
    expect(textTo(wang.email)).toContain('需要：提交佐证材料，申请销号，最迟3月17日 周二');
    expect(stage.current.sink.to(wang.email)[0]?.parsed.subject).toBe(
      '【整改督办】1项待办，最近期限3月17日 周二（还有 9 个工作日）',
    );
    expect(textTo(wang.email)).toContain('已退回（张立，3月17日前补充）');
    expect(textTo(wang.email)).toContain(`原因：${reason}`);
    expect(textTo(wang.email)).toMatch(/下一次提醒：2026年3月17日（周二）/);
  });

  it('asks the inspection office for the decision, and tells of it when it is made', async () => {
    const id = await stage.current.handedIn();
    await stage.current.relay(firstSlot);
    await stage.current.act(id, zhang, 'endorse', '2026-03-03T02:00:00.000Z', { opinion: '同意' });
    await stage.current.relay('2026-03-04T01:00:00.000Z');
    expect(textTo(li.email)).toContain('需要：审批销号申请');
    expect(textTo(li.email)).toContain('收件原因：巡察办。');
    stage.current.sink.clear();
    await stage.current.act(id, li, 'approveClosure', '2026-03-04T02:00:00.000Z', { opinion: '同意销号' });
    await stage.current.relay('2026-03-05T01:00:00.000Z');
    expect(stage.current.sink.to(wang.email)[0]?.parsed.subject).toBe('【整改督办】1项有变化');
    expect(textTo(wang.email)).toContain('已销号（李敏）');
    expect(stage.current.sink.to(li.email)).toEqual([]);
  });

  it('asks for a decision on an extension and tells of the new date', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.relay(firstSlot);
    const reason = '资产分布在四个乡镇，盘点尚需时间。';
    const asked = { until: '2026-10-09', reason, progress: '已完成一半。' };
    await stage.current.act(id, wang, 'requestExtension', '2026-03-03T02:00:00.000Z', asked);
    await stage.current.relay('2026-03-04T01:00:00.000Z');
    expect(textTo(zhao.email)).toContain('需要：审批延期申请');
    stage.current.sink.clear();
    await stage.current.act(id, li, 'grantExtension', '2026-03-04T02:00:00.000Z', {});
    await stage.current.relay('2026-03-05T01:00:00.000Z');
    expect(textTo(wang.email)).toContain('已同意延期（李敏，延至10月9日）');
    expect(textTo(wang.email)).toMatch(/最迟10月9日 周五，还有 \d+ 个工作日/);
  });

  it('asks nobody of the office for a decision on what they handed in themselves', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    const helper = { ...li, unitId: 'finance', roles: ['staff'] } as const;
    const file = handIn('a'.repeat(64));
    await storeUpload({ pool: stage.current.pool, now: () => launchAt }, id, file, helper.id);
    await stage.current.act(id, helper, 'addEvidence', launchAt, file);
    await stage.current.act(id, wang, 'requestClosure', launchAt, { statement: '资产已全部登记入账。', unproven });
    await stage.current.act(id, zhang, 'endorse', launchAt, { opinion: '同意' });
    await stage.current.relay(firstSlot);
    expect(textTo(zhao.email)).toContain('需要：审批销号申请');
    expect(textTo(li.email)).toContain('已审核（张立）');
    expect(textTo(li.email)).not.toContain('需要：');
  });

  it('asks the admins for another unit when one gave the item back, and the liaison for nothing', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.relay(firstSlot);
    expect(textTo(lin.email)).toContain('Assigned by 赵青, due on 2 Sep');
    expect(textTo(lin.email)).not.toContain('To do:');
    stage.current.sink.clear();
    const reason = '该事项属于工程科职责，不归本单位。';
    await stage.current.act(id, wang, 'disown', '2026-03-03T02:00:00.000Z', { reason });
    await stage.current.relay('2026-03-04T01:00:00.000Z');
    expect(textTo(zhao.email)).toContain('需要：重新交办，最迟3月10日 周二');
    expect(stage.current.sink.to(li.email)).toEqual([]);
  });

  it('asks the lead leader for the plan once the wish for more time is answered', async () => {
    const [id = ''] = await stage.current.launch(1, { immediate: false });
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    const asked = { until: '2026-10-09', reason: '资产分布在四个乡镇，盘点尚需时间。', progress: '已完成一半。' };
    await stage.current.act(id, wang, 'requestExtension', launchAt, asked);
    const plan = { rootCause: '账实脱节', measures: [{ text: '逐项登记资产', ownerId: 'wang', dueOn: null }] };
    await stage.current.act(id, wang, 'submitPlan', launchAt, plan);
    await stage.current.relay(firstSlot);
    expect(textTo(li.email)).toContain('需要：审批延期申请，最迟3月9日 周一');
    expect(textTo(zhang.email)).toContain('已报措施（王小明）');
    expect(textTo(zhang.email)).not.toContain('需要：');
    stage.current.sink.clear();
    await stage.current.act(id, li, 'grantExtension', '2026-03-04T02:00:00.000Z', {});
    await stage.current.relay('2026-03-05T01:00:00.000Z');
    expect(textTo(zhang.email)).toContain('需要：审定措施，最迟3月11日 周三');
  });

  it('gives the chief what is late without asking for it', async () => {
    const [id = ''] = await stage.current.launch(1);
    await stage.current.act(id, wang, 'signFor', launchAt, {});
    await stage.current.passTime(id, '2026-09-16T00:59:00.000Z');
    await stage.current.relay('2026-09-16T01:00:00.000Z');
    const [mail] = stage.current.sink.to(cast.chen.email);
    expect(mail?.parsed.subject).toBe('【整改督办】1项待阅，1项超期10工作日');
    expect(mail?.parsed.text).toContain('等待：责任单位');
    expect(mail?.parsed.text).not.toContain('需要：');
    expect(mail?.parsed.text).toContain('收件原因：主要负责人（局领导）。');
  });
});
