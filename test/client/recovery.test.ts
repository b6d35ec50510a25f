/** Acts that only Temporal still knows, on the real server: what fits is done again, what does not is told, nothing is dropped. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { actor, cast } from '../support/cast.ts';
import { forgotten } from '../support/older-ledger.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import { Refused } from '../../client/refused.ts';
import { lostActs, recoverActs } from '../../client/recovery.ts';
import { examineRuns } from '../../client/runs.ts';
import type { Press } from '../../core/item/command.ts';
import { eventsOf } from '../../db/events.ts';
import { withConnection } from '../../db/pool.ts';

const work = useWork();
const admin = actor(cast.zhao);
const wang = actor(cast.wang);

const press = (itemId: string, pressed: Press) => act(work.context, itemId, pressed);
const signFor = (commandId: string): Press => ({ type: 'signFor', actor: wang, commandId });
const types = async (itemId: string) => (await eventsOf(work.pool, itemId)).map(({ event }) => event.type);
const lost = async () => (await lostActs(work.context, admin)).map(({ commandId }) => commandId);

async function oneItem(): Promise<string> {
  const [itemId = ''] = await work.launch(1);
  return itemId;
}

describe('a lost act', () => {
  it('is done again under its own id, once however often it is asked for', async () => {
    const itemId = await oneItem();
    await forgotten(work.url, itemId, () => press(itemId, signFor('sign-0001')));
    await examineRuns(work.context, admin);
    expect(await lost()).toEqual(['sign-0001']);
    expect(await recoverActs(work.context, admin, [itemId])).toEqual({ done: 1, refused: [] });
    expect(await recoverActs(work.context, admin, [itemId])).toEqual({ done: 0, refused: [] });
    expect((await types(itemId)).slice(3)).toEqual(['signedFor']);
    expect(await press(itemId, signFor('sign-0001'))).toMatchObject({ seq: 4 });
  });

  it('that does not fit any more is told with its reason, and the item is free again', async () => {
    const itemId = await oneItem();
    await forgotten(work.url, itemId, () => press(itemId, signFor('sign-0001')));
    // The run still takes it for signed; with the next act it finds out, and begins with the ledger.
    const report: Press = { type: 'reportProgress', actor: wang, commandId: 'report-0001', text: '已盘点。' };
    await expect(press(itemId, report)).rejects.toThrow();
    // The page shows it unsigned, so the person signs once more.
    expect(await press(itemId, signFor('sign-0002'))).toMatchObject({ seq: 4 });
    expect(await lost()).toEqual(['sign-0001']);
    const refusal = { code: 'notAllowedInState' };
    expect(await recoverActs(work.context, admin, null)).toMatchObject({
      done: 0,
      refused: [{ itemId, commandId: 'sign-0001', refusal }],
    });
    expect(await lost()).toEqual([]);
    expect((await types(itemId)).slice(3)).toEqual(['signedFor']);
  });

  it('whose file was lost with it waits until the file is there, and is not done without', async () => {
    const itemId = await oneItem();
    const sha256 = createHash('sha256').update(itemId).digest('hex');
    const { file, ...pressed } = handIn(sha256);
    const evidence: Press = { type: 'addEvidence', actor: wang, commandId: 'file-0001', ...pressed };
    await press(itemId, signFor('sign-0001'));
    await forgotten(work.url, itemId, async () => {
      await storeUpload(work.context, itemId, { file, ...pressed });
      await press(itemId, evidence);
    });
    await withConnection(work.url, async (owner) => {
      await owner.query('DELETE FROM evidence_upload WHERE sha256 = $1', [sha256]);
      await owner.query('DELETE FROM evidence_file WHERE sha256 = $1', [sha256]);
    });
    await examineRuns(work.context, admin);
    const refused = [
      { itemId, commandId: 'file-0001', refusal: { code: 'uploadUnknown', evidenceId: pressed.evidenceId } },
    ];
    expect(await recoverActs(work.context, admin, null)).toEqual({ done: 0, refused });
    expect(await lost()).toEqual(['file-0001']);
    expect((await types(itemId)).slice(3)).toEqual(['signedFor']);
    // Brought again, it is another record: the lost one is made anew of the act that named it.
    await storeUpload(work.context, itemId, handIn(sha256, { id: 'f-again' }));
    expect(await recoverActs(work.context, admin, null)).toEqual({ done: 1, refused: [] });
    expect(await lost()).toEqual([]);
    expect((await types(itemId)).slice(3)).toEqual(['signedFor', 'evidenceAdded']);
  });

  it('that nobody answered stays listed, for another try', async () => {
    const itemId = await oneItem();
    await forgotten(work.url, itemId, () => press(itemId, signFor('sign-0001')));
    await examineRuns(work.context, admin);
    const deaf = {
      ...work.context.temporal,
      sendCommand: () => Promise.reject(new Refused({ code: 'outcomeUnknown', commandId: 'sign-0001' })),
    };
    const { done, refused } = await recoverActs({ ...work.context, temporal: deaf }, admin, [itemId]);
    expect({ done, codes: refused.map(({ refusal }) => refusal.code) }).toEqual({ done: 0, codes: ['outcomeUnknown'] });
    expect(await lost()).toEqual(['sign-0001']);
    expect(await recoverActs(work.context, admin, [itemId])).toEqual({ done: 1, refused: [] });
  });
});
