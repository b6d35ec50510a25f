/** Files that offices really have, names as people give them, and what is never handed in. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { actor, cast } from '../support/cast.ts';
import { handIn as toHandIn } from '../support/evidence.ts';
import { inState } from '../support/story.ts';
import { multipart } from '../support/upload.ts';
import { plainName, sweepUploads } from '../../client/evidence/evidence.ts';
import { act } from '../../client/items/acts.ts';
import { verifyLedger } from '../../client/verify.ts';
import { mostBytesOf } from '../../core/item/evidence-quota.ts';
import { instant, millis } from '../../core/time.ts';
import { recordOpenFault } from '../../db/faults.ts';

const house = useApi();
let itemId = '';
let roundItems: readonly string[] = [];
beforeAll(async () => {
  roundItems = (
    await tellRound(house.context.pool, [inState('inProgress'), inState('inProgress'), inState('inProgress')])
  ).itemIds;
  itemId = roundItems[0] ?? '';
});

const later = (hours: number) => {
  house.context.clock = instant(millis(house.context.clock) + hours * 3_600_000);
  house.forgetSessions();
};

const upload = async (name: string, bytes: Buffer, of = itemId) => {
  const response = await house.as(cast.wang, {
    method: 'POST',
    url: `/api/items/${of}/evidence-files`,
    ...multipart([{ name, bytes }]),
  });
  return {
    status: response.statusCode,
    body: response.json<{ name?: string; mediaType?: string; code?: string; id: string; sha256: string }>(),
  };
};

/** A ZIP of empty entries. */
function zipOf(names: readonly string[]): Buffer {
  const entries = names.map((name) => Buffer.from(name));
  const local = entries.map((name) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, name]);
  });
  const central = entries.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(name.length, 28);
    return Buffer.concat([head, name]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([...local, ...central, end]);
}

describe('a file', () => {
  test('in the national format is taken for what it is', async () => {
    const answer = await upload('整改报告.ofd', zipOf(['OFD.xml', 'Doc_0/Document.xml']));
    expect(answer).toMatchObject({ status: 201, body: { mediaType: 'application/ofd' } });
  });

  test.each([
    ['another archive', zipOf(['evil.js', 'Doc_0/OFD.xml', 'XOFD.xml'])],
    ['no archive', Buffer.from('OFD.xml')],
  ])('that only calls itself so, and is %s, is refused', async (_, bytes) => {
    expect(await upload('整改报告.ofd', bytes)).toMatchObject({ status: 422, body: { code: 'fileKindDiffers' } });
  });

  test('of an older program (GBK) is text', async () => {
    // 整改情况说明 in GBK.
    const gbk = Buffer.from('d5fbb8c4c7e9bff6cbb5c3f7', 'hex');
    expect(await upload('说明.txt', gbk)).toMatchObject({ status: 201, body: { mediaType: 'text/plain' } });
    expect(await upload('说明.txt', Buffer.concat([gbk, Buffer.from([0x81])]))).toMatchObject({ status: 422 });
    expect(await upload('说明.txt', Buffer.from([0xd5, 0xfb, 1, 2, 3]))).toMatchObject({ status: 422 });
  });
});

describe('a name', () => {
  test.each([
    ['整改材料'.repeat(40), '.pdf'],
    ['👩‍👩‍👧‍👦'.repeat(30), '.docx'],
    ['e\u0301'.repeat(200), '.jpg'],
    ['a'.repeat(400), ''],
  ])('keeps whole characters and its kind within 255 bytes (%#)', (base, extension) => {
    const name = plainName(`${base}${extension}`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(name)).toBeGreaterThan(225);
    expect(name.endsWith(extension)).toBe(true);
    const whole = new Set([...new Intl.Segmenter('zh').segment(base.normalize('NFC'))].map(({ segment }) => segment));
    const kept = name.slice(0, name.length - extension.length);
    for (const { segment } of new Intl.Segmenter('zh').segment(kept)) expect(whole).toContain(segment);
  });

  test('of 255 bytes stays, from the upload to the fact', async () => {
    const name = `${'整'.repeat(83)}12.txt`;
    expect(Buffer.byteLength(name)).toBe(255);
    expect((await upload(name, Buffer.from('材料'))).body.name).toBe(name);
  });
});

describe('what is uploaded', () => {
  const handIn = (evidenceId: string, of = itemId) =>
    act(house.context, of, {
      ...{ type: 'addEvidence', actor: actor(cast.wang), commandId: `hand-in-${evidenceId}` },
      ...{ evidenceId, measureIds: ['m1'], aboutOn: null },
    });
  const stored = (sha256: string) => existsSync(join(house.context.folder, sha256.slice(0, 2), sha256.slice(2)));

  test('and not handed in goes after two days, and what was handed in stays', async () => {
    const bytes = Buffer.from('从未提交');
    const { id, sha256 } = (await upload('从未提交.txt', bytes)).body;
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const asked = (await upload('正在提交.txt', Buffer.from('正在提交'))).body;
    later(47);
    expect(await sweepUploads(house.context)).toBe(0);
    // Its command is on its way: it is not swept away under it.
    await handIn(asked.id);
    later(2);
    expect(await sweepUploads(house.context)).toBeGreaterThan(0);
    expect([stored(sha256), stored(asked.sha256)]).toEqual([false, true]);
    await expect(handIn(id)).rejects.toMatchObject({ refusal: { code: 'uploadUnknown' } });
    expect(
      (await verifyLedger(house.context, actor(cast.zhao))).breaches.filter(({ kind }) => kind === 'file'),
    ).toEqual([]);
    // The same bytes again are welcome.
    expect((await upload('再次上传.txt', bytes)).status).toBe(201);
    expect(stored(sha256)).toBe(true);
  });

  test('twice goes but for the record that was handed in, with the file that both are of', async () => {
    const bytes = Buffer.from('两次上传');
    const [once, twice] = [(await upload('一.txt', bytes)).body, (await upload('二.txt', bytes)).body];
    const story = inState('inProgress').act('addEvidence', toHandIn(once.sha256, { id: once.id, name: '一.txt' }));
    const [of = ''] = (await tellRound(house.context.pool, [story])).itemIds;
    await house.context.pool.query('UPDATE evidence_upload SET item_id = $1 WHERE id = ANY($2)', [
      of,
      [once.id, twice.id],
    ]);
    later(50);
    await sweepUploads(house.context);
    await expect(handIn(twice.id, of)).rejects.toMatchObject({ refusal: { code: 'uploadUnknown' } });
    const read = await house.as(cast.wang, { method: 'GET', url: `/api/evidence/${once.id}?item=${of}` });
    expect(read.rawPayload).toEqual(bytes);
  });

  test('stays where the ledger is known to have lost something of its item', async () => {
    const { sha256 } = (await upload('也许用过.txt', Buffer.from('也许用过'))).body;
    await recordOpenFault(house.context.pool, { kind: 'ledgerBehind', itemId, details: {} });
    later(100);
    await sweepUploads(house.context);
    expect(stored(sha256)).toBe(true);
    await house.context.pool.query('UPDATE fault SET mended_at = now()');
    await sweepUploads(house.context);
    expect(stored(sha256)).toBe(false);
  });

  test('is limited by item, and by person and day', async () => {
    const grow = (bytes: number, of: string) =>
      house.context.pool.query(
        `WITH file AS (INSERT INTO evidence_file VALUES (encode(sha256($1::text::bytea), 'hex'), $2, 'text/plain', $3, $4) RETURNING sha256)
           INSERT INTO evidence_upload (item_id, sha256, name, uploaded_by, uploaded_at, id, media_type)
           SELECT $5, sha256, 'x', $4, $3, 'f-' || $2, 'text/plain' FROM file`,
        [`${of}${bytes}`, bytes, house.context.now(), of === itemId ? 'lin' : 'wang', of],
      );
    await grow(mostBytesOf.item, itemId);
    expect(await upload('又一份.txt', Buffer.from('又一份'))).toMatchObject({
      status: 413,
      body: { code: 'evidenceQuota' },
    });
    expect((await upload('又一份.txt', Buffer.from('又一份'), roundItems[1])).status).toBe(201);
    await grow(mostBytesOf.person, roundItems[1] ?? '');
    expect(await upload('再一份.txt', Buffer.from('再一份'), roundItems[2])).toMatchObject({ status: 413 });
    later(25);
    expect((await upload('再一份.txt', Buffer.from('再一份'), roundItems[2])).status).toBe(201);
  });
});
