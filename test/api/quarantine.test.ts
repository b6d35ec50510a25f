/** Files and the virus scanner: what it has not looked at is handed in, given out and decided upon by nobody. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { harmful, honest, startClamd, type Clamd } from '../support/clamd.ts';
import { handIn } from '../support/evidence.ts';
import { inState } from '../support/story.ts';
import { multipart } from '../support/upload.ts';
import type { EvidenceFile, ItemDetail } from '../../api/contract.ts';
import { scanWaiting } from '../../client/quarantine.ts';
import { readiness } from '../../client/readiness.ts';
import { clamdAt } from '../../client/scanner.ts';
import { verifyLedger } from '../../client/verify.ts';

const house = useApi();
let clamd: Clamd;
let itemId = '';
beforeAll(async () => {
  clamd = await startClamd();
  itemId = (await tellRound(house.context.pool, [inState('inProgress')])).itemIds[0] ?? '';
});
afterAll(() => clamd.close());
beforeEach(() => {
  clamd.behave = honest;
  house.context.scanner = clamdAt(clamd.address, { idleMs: 200, wholeMs: 500 });
});

const upload = async (text: string, of = itemId) => {
  const response = await house.as(cast.wang, {
    method: 'POST',
    url: `/api/items/${of}/evidence-files`,
    ...multipart([{ name: '材料.txt', bytes: Buffer.from(text) }]),
  });
  return { status: response.statusCode, body: response.json<EvidenceFile & { code: string; facts: unknown }>() };
};
const press = (act: string, by: CastMember, payload: object, of = itemId) =>
  house.as(by, {
    method: 'POST',
    url: `/api/items/${of}/acts/${act}`,
    payload: { commandId: 'press-0001', ...payload },
  });
const handInOf = ({ id }: EvidenceFile) => press('add-evidence', cast.wang, { evidenceId: id, measureIds: ['m1'] });
const infectedFound = async () => {
  const { rows } = await house.context.pool.query<Record<string, unknown>>(
    "SELECT item_id, details, mended_at FROM fault WHERE kind = 'fileInfected'",
  );
  return rows;
};
const stored = ({ sha256 }: Pick<EvidenceFile, 'sha256'>) =>
  existsSync(join(house.context.folder, sha256.slice(0, 2), sha256.slice(2)));

describe('a file on its way in', () => {
  test('that is clean is used at once', async () => {
    const { status, body } = await upload('无毒');
    expect({ status, isQuarantined: body.isQuarantined }).toEqual({ status: 201, isQuarantined: false });
    expect((await handInOf(body)).statusCode).toBe(200);
  });

  test('that is infected is refused, kept nowhere, and told to the operator', async () => {
    const { status, body } = await upload(`some ${harmful} text`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'fileInfected', facts: { names: ['材料.txt'] } });
    expect(await infectedFound()).toMatchObject([{ item_id: itemId, details: { found: 'Test-Signature' } }]);
    expect(readdirSync(join(house.context.folder, 'incoming'))).toEqual([]);
    const { rows } = await house.context.pool.query('SELECT FROM evidence_file WHERE bytes = $1', [17]);
    expect(rows).toEqual([]);
  });

  test('waits while the scanner is away, is not handed in, and is free once it is found clean', async () => {
    clamd.behave = (socket) => socket.destroy();
    const { status, body } = await upload('等待检查');
    expect({ status, isQuarantined: body.isQuarantined }).toEqual({ status: 201, isQuarantined: true });
    const refused = await handInOf(body);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'fileNotScanned', facts: { names: ['材料.txt'] } });
    expect(await scanWaiting(house.context)).toEqual({ clean: 0, infected: 0, trouble: 'cut' });
    expect((await handInOf(body)).statusCode).toBe(409);
    clamd.behave = honest;
    expect(await scanWaiting(house.context)).toEqual({ clean: 1, infected: 0, trouble: null });
    expect((await handInOf(body)).statusCode).toBe(200);
  });

  test('that waits too long is told by whoever watches over the installation', async () => {
    clamd.behave = (socket) => socket.destroy();
    await upload('无人检查');
    await house.context.pool.query(
      `UPDATE evidence_file SET stored_at = now() - interval '11 minutes' WHERE clean_at IS NULL`,
    );
    expect((await readiness(house.context)).troubles).toMatchObject({ unscannedFiles: 1 });
    house.context.scanner = null;
    expect((await readiness(house.context)).troubles).toMatchObject({ unscannedFiles: 0 });
  });

  test('is not looked at where no scanner is set up', async () => {
    house.context.scanner = null;
    const { body } = await upload(`${harmful} unseen`);
    expect(body.isQuarantined).toBe(false);
    expect((await handInOf(body)).statusCode).toBe(200);
  });
});

describe('a file handed in before there was a scanner', () => {
  test('is neither given out nor decided upon until it was looked at; an infected one is set aside', async () => {
    house.context.scanner = null;
    const { body: clean } = await upload('先前提交的材料');
    const { body: bad } = await upload(`先前提交的 ${harmful}`);
    const story = inState('inProgress')
      .act('addEvidence', handIn(clean.sha256, { id: clean.id, name: '甲.txt' }))
      .act('addEvidence', handIn(bad.sha256, { id: bad.id, name: '乙.txt' }))
      .act('requestClosure')
      .act('endorse');
    const [of = ''] = (await tellRound(house.context.pool, [story])).itemIds;
    await house.context.pool.query('UPDATE evidence_upload SET item_id = $1 WHERE id = ANY($2)', [
      of,
      [clean.id, bad.id],
    ]);
    const approve = () => press('approve-closure', cast.li, { opinion: '同意' }, of);
    const read = async (id: string) =>
      (await house.as(cast.li, { method: 'GET', url: `/api/evidence/${id}?item=${of}` })).statusCode;
    const seen = async () =>
      (await house.as(cast.li, { method: 'GET', url: `/api/items/${of}` })).json<ItemDetail>().heldBack;

    house.context.scanner = clamdAt(clamd.address, { idleMs: 200, wholeMs: 500 });
    const because = 'notScanned';
    expect(await seen()).toEqual([
      { evidenceId: clean.id, because },
      { evidenceId: bad.id, because },
    ]);
    expect([await read(clean.id), await read(bad.id)]).toEqual([409, 409]);
    expect((await approve()).json()).toMatchObject({ code: 'fileNotScanned', facts: { names: ['甲.txt', '乙.txt'] } });

    expect(await scanWaiting(house.context)).toMatchObject({ infected: 2, trouble: null });
    expect([stored(clean), stored(bad)]).toEqual([true, false]);
    expect(await seen()).toEqual([{ evidenceId: bad.id, because: 'infected' }]);
    expect([await read(clean.id), await read(bad.id)]).toEqual([200, 422]);
    expect(await infectedFound()).toContainEqual(expect.objectContaining({ item_id: of, mended_at: null }));
    // The reviewer knows it, and says what follows.
    expect((await approve()).statusCode).toBe(200);
    const { breaches } = await verifyLedger(house.context, actor(cast.zhao));
    expect(breaches.filter(({ kind, id }) => kind === 'file' && [clean.sha256, bad.sha256].includes(id))).toEqual([]);
    // Found out once, the same bytes stay out when the scanner is away.
    house.context.scanner = null;
    expect((await upload(`先前提交的 ${harmful}`)).body).toMatchObject({ code: 'fileInfected' });
  });
});
