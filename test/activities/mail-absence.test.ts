/** While somebody is away, they and their substitute get the mails; nobody gets them in the substitute's place. */
import { afterEach, describe, expect, it } from 'vitest';
import { cast } from '../support/cast.ts';
import { useMailStage } from '../support/mail-stage.ts';
import { firstSlot, launchAt } from '../support/slots.ts';
import { addSubstitutes } from '../../db/outbox.ts';
import { transaction } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';

const stage = useMailStage();
const { wang, lin, gao, zhang, chen } = cast;
let entered: string[] = [];

async function away(personId: string, substituteId: string, from = '2026-03-02', to = '2026-03-06'): Promise<void> {
  const recordId = `a-${entered.length}-${personId}-${Math.random().toString(36).slice(2, 8)}`;
  entered.push(recordId);
  const data = { personId, substituteId, from, to, reason: '赴省里参加培训' };
  await transaction(stage.current.pool, (db) =>
    insertRecordEvent(db, { kind: 'absenceEntered', recordId, at: launchAt, by: personId, data }),
  );
}

afterEach(async () => {
  for (const recordId of entered)
    await transaction(stage.current.pool, (db) =>
      insertRecordEvent(db, { kind: 'absenceEnded', recordId, at: launchAt, by: null, data: {} }),
    );
  entered = [];
});

const subjectsTo = (email: string) => stage.current.sink.to(email).map(({ parsed }) => parsed.subject);

describe('the mails of somebody who is away', () => {
  it('go to both, and say to the substitute in whose place, with a link that leads there', async () => {
    const [id = ''] = await stage.current.launch(1);
    await away('wang', 'gao');
    await stage.current.relay(firstSlot);
    expect(subjectsTo(wang.email)).toEqual(subjectsTo(gao.email));
    expect(stage.current.textTo(gao.email)).toContain('代王小明办理');
    expect(stage.current.textTo(gao.email)).toContain('需要：签收');
    expect(stage.current.textTo(gao.email)).toContain(`/items/${id}?for=wang`);
    expect(stage.current.textTo(wang.email)).toContain(`/items/${id}\n`);
    expect(stage.current.textTo(wang.email)).not.toContain('代王小明');
    await stage.current.relay(firstSlot);
    expect(stage.current.sink.to(gao.email)).toHaveLength(1);
  });

  it('go to the absent person alone outside of its days', async () => {
    await stage.current.launch(1);
    await away('wang', 'gao', '2026-03-04', '2026-03-06');
    await stage.current.relay(firstSlot);
    expect(subjectsTo(wang.email)).toHaveLength(1);
    expect(subjectsTo(gao.email)).toEqual([]);
  });

  it('are passed on once and not again', async () => {
    await stage.current.launch(1);
    await away('wang', 'zhang');
    await away('zhang', 'chen');
    // What the first was given still waits when the lines are looked at again.
    for (let pass = 0; pass < 2; pass += 1) await addSubstitutes(stage.current.pool, entered, firstSlot);
    await stage.current.relay(firstSlot);
    expect(subjectsTo(zhang.email)).toHaveLength(1);
    expect(subjectsTo(chen.email)).toEqual([]);
  });

  it('reach a substitute who gets them anyway but once', async () => {
    await stage.current.launch(1);
    await away('wang', 'lin');
    await stage.current.relay(firstSlot);
    expect(subjectsTo(lin.email)).toHaveLength(1);
  });

  it('tell under both names what was done in another’s place', async () => {
    const id = await stage.current.handedIn();
    await away('zhang', 'chen');
    const chenForZhang = {
      ...chen,
      standsFor: {
        ...{ personId: 'zhang', roles: zhang.roles, unitId: zhang.unitId, inInspectionOffice: false },
        ...{ absenceId: entered[0] ?? '', isLiaison: false },
      },
    };
    await stage.current.act(id, chenForZhang, 'return', launchAt, {
      ...{ measureIds: ['m1'], reason: '请补充盘点表和签字页。', dueOn: '2026-03-20' },
    });
    await stage.current.relay(firstSlot);
    expect(stage.current.textTo(wang.email)).toContain('陈正（代张立）');
  });
});
