import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { evidenceMaxBytes, useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { handIn } from '../support/evidence.ts';
import { sha256Of } from '../support/sha256.ts';
import { inState } from '../support/story.ts';
import { multipart, storeUpload, type Part } from '../support/upload.ts';

const house = useApi();

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
  'hex',
);
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
const zip = Buffer.from('504b03040a0000000000000000000000000000000000000000000500000068656c6c6f', 'hex');

let itemId = '';
const used = pdf('used by the item');

beforeAll(async () => {
  const { pool } = house.context;
  const story = inState('inProgress').act('addEvidence', handIn(sha256Of(used), { name: '会议纪要 "终稿".pdf' }));
  itemId = (await tellRound(pool, [story])).itemIds[0] ?? '';
});

const upload = async (parts: readonly Part[], member: CastMember = cast.wang, query = '') => {
  const response = await house.as(member, {
    method: 'POST',
    url: `/api/items/${itemId}/evidence-files${query}`,
    ...multipart(parts),
  });
  return {
    status: response.statusCode,
    body: response.json<Record<string, unknown> & { code: string; message: string }>(),
  };
};

const leftBehind = () => {
  const incoming = join(house.context.folder, 'incoming');
  return existsSync(incoming) ? readdirSync(incoming) : [];
};

describe('an upload', () => {
  test('lies under the hash of its bytes', async () => {
    const bytes = pdf('one');
    const { status, body } = await upload([{ name: '资产登记表.pdf', bytes }]);
    const sha256 = sha256Of(bytes);
    expect(status).toBe(201);
    const id = expect.stringMatching(/^f-[2-9a-z]{10}$/) as string;
    const mediaType = 'application/pdf';
    expect(body).toEqual({ id, sha256, name: '资产登记表.pdf', bytes: bytes.length, mediaType, isQuarantined: false });
    const stored = join(house.context.folder, sha256.slice(0, 2), sha256.slice(2));
    expect(readFileSync(stored)).toEqual(bytes);
    expect(leftBehind()).toEqual([]);
  });

  test('of the same bytes is another record of the same file', async () => {
    const bytes = pdf('twice');
    const [first, second] = [await upload([{ name: 'a.pdf', bytes }]), await upload([{ name: 'b.pdf', bytes }])];
    expect(second.body['sha256']).toBe(first.body['sha256']);
    expect(second.body['id']).not.toBe(first.body['id']);
    const { rows } = await house.context.pool.query('SELECT stored_by FROM evidence_file WHERE sha256 = $1', [
      first.body['sha256'],
    ]);
    expect(rows).toEqual([{ stored_by: 'wang' }]);
  });

  test.each<[string, Buffer, string]>([
    ['照片.PNG', png, 'image/png'],
    ['旧文件.doc', oldWord, 'application/msword'],
    ['旧表.xls', Buffer.concat([oldWord, Buffer.from('xls')]), 'application/vnd.ms-excel'],
    ['说明.txt', Buffer.from('整改完成。'), 'text/plain'],
  ])('takes %s for what it is', async (name, bytes, mediaType) => {
    expect(await upload([{ name, bytes }])).toMatchObject({ status: 201, body: { mediaType } });
  });

  test.each<[string, Buffer, string, number]>([
    ['会议纪要.docx', Buffer.from('not a document'), 'fileKindDiffers', 422],
    ['会议纪要.docx', zip, 'fileKindDiffers', 422],
    ['照片.png', pdf('x'), 'fileKindDiffers', 422],
    ['说明.txt', Buffer.from([0xff, 0xfe, 0x41]), 'fileKindDiffers', 422],
    ['说明.txt', Buffer.from('a\0b'), 'fileKindDiffers', 422],
    ['说明.txt', Buffer.concat([png, Buffer.from('txt')]), 'fileKindDiffers', 422],
    ['材料.zip', zip, 'fileKindNotAccepted', 422],
    ['页面.html', Buffer.from('<script>alert(1)</script>'), 'fileKindNotAccepted', 422],
    ['图.svg', Buffer.from('<svg onload="alert(1)"/>'), 'fileKindNotAccepted', 422],
    ['没有扩展名', pdf('x'), 'fileKindNotAccepted', 422],
    ['constructor', pdf('x'), 'fileKindNotAccepted', 422],
    ['空.pdf', Buffer.alloc(0), 'fileEmpty', 422],
    ['大.pdf', Buffer.concat([pdf('x'), Buffer.alloc(evidenceMaxBytes)]), 'fileTooLarge', 413],
  ])('refuses %s (%#) and leaves nothing behind', async (name, bytes, code, status) => {
    const answer = await upload([{ name, bytes }]);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.message).toContain(name);
    expect(leftBehind()).toEqual([]);
    expect(existsSync(join(house.context.folder, sha256Of(bytes).slice(0, 2), sha256Of(bytes).slice(2)))).toBe(false);
  });

  test('may be as large as allowed, to the byte', async () => {
    const start = pdf('x');
    const bytes = Buffer.concat([start, Buffer.alloc(evidenceMaxBytes - start.length)]);
    expect((await upload([{ name: '刚好.pdf', bytes }])).status).toBe(201);
  });

  test('of several files keeps none of them', async () => {
    const first = pdf('first of two');
    const answer = await upload([
      { name: 'a.pdf', bytes: first },
      { name: 'b.pdf', bytes: pdf('second') },
    ]);
    expect(answer).toMatchObject({ status: 422, body: { code: 'severalFiles' } });
    expect(existsSync(join(house.context.folder, sha256Of(first).slice(0, 2), sha256Of(first).slice(2)))).toBe(false);
    expect(leftBehind()).toEqual([]);
  });

  test('without a file, or not as multipart, says so', async () => {
    expect(await upload([])).toMatchObject({ status: 422, body: { code: 'fileMissing' } });
    const json = await house.as(cast.wang, { method: 'POST', url: `/api/items/${itemId}/evidence-files`, payload: {} });
    expect(json.statusCode).toBe(415);
    expect(json.json()).toMatchObject({ code: 'wrongMediaType', facts: { allowed: 'multipart/form-data' } });
  });

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\\\Users\\\\wang\\\\表.pdf', '表.pdf'],
    ['evil\u202Efdp.pdf', 'evilfdp.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(83)}.pdf`],
  ])('keeps of the name %j what a person reads', async (given, name) => {
    const { body } = await upload([{ name: given, bytes: pdf(given) }]);
    expect(body['name']).toBe(name);
  });

  test('is refused before its bytes are taken when the item is not one’s own', async () => {
    expect(await upload([{ name: 'a.pdf', bytes: pdf('x') }], cast.gao)).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
    expect(await upload([{ name: 'a.pdf', bytes: pdf('x') }], cast.li)).toMatchObject({
      status: 403,
      body: { code: 'notYours' },
    });
  });

  test('is told in English where English is asked for', async () => {
    const { body } = await upload([{ name: 'minutes.docx', bytes: pdf('x') }], cast.wang, '?lang=en');
    expect(body.message).toBe(
      '"minutes.docx" is not inside what its name says, and was not accepted. PDF, Word, Excel and pictures are. Open it in its program, save it again, then upload.',
    );
  });
});

test('what a process left behind when it was killed is swept away, once it is old', async () => {
  const [old, fresh] = ['old', 'fresh'].map((name) => join(house.context.folder, 'incoming', name));
  for (const path of [old ?? '', fresh ?? '']) writeFileSync(path, 'half a file');
  utimesSync(old ?? '', 0, 0);
  await house.context.store.sweep(3_600_000);
  expect(leftBehind()).toEqual(['fresh']);
});

describe('the command that hands evidence in', () => {
  const press = (evidenceId: unknown, { by = cast.wang, item = itemId, ...more } = {}) =>
    house.as(by, {
      method: 'POST',
      url: `/api/items/${item}/acts/add-evidence`,
      payload: { commandId: 'press-0001', evidenceId, measureIds: ['m1'], ...more },
    });
  const sent = () => house.context.temporal.commands.splice(0);

  test('carries what the record says of the file, and nothing that the sender says of it', async () => {
    sent();
    const bytes = pdf('to be handed in');
    const { body } = await upload([{ name: '整改报告.pdf', bytes }]);
    const lies = { file: { sha256: 'a'.repeat(64), name: 'report.hta' }, sha256: 'b'.repeat(64), name: 'report.exe' };
    expect((await press(body['id'], { ...lies, aboutOn: '2025-12-30' } as object)).statusCode).toBe(200);
    expect(sent()).toEqual([
      {
        ...{ type: 'addEvidence', commandId: 'press-0001', actor: actor(cast.wang) },
        ...{ evidenceId: body['id'], file: { sha256: sha256Of(bytes), name: '整改报告.pdf' } },
        ...{ measureIds: ['m1'], aboutOn: '2025-12-30' },
      },
    ]);
  });

  test('is refused for the record of another item, one of nobody, and a hash', async () => {
    sent();
    const other = (await tellRound(house.context.pool, [inState('inProgress')])).itemIds[0] ?? '';
    const { body } = await upload([{ name: 'a.pdf', bytes: pdf('of one item alone') }]);
    for (const response of [
      await press(body['id'], { item: other }),
      await press('f-23456789ab'),
      await press(String(body['sha256']).slice(0, 60)),
    ]) {
      expect(response.statusCode).toBe(422);
      expect(response.json()).toMatchObject({ code: 'uploadUnknown' });
    }
    expect(sent()).toEqual([]);
  });

  test('is refused for what a colleague uploaded', async () => {
    const { body } = await upload([{ name: '他人的.pdf', bytes: pdf('brought by another') }], cast.lin);
    const response = await press(body['id']);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: 'uploadOfAnother', facts: { name: '他人的.pdf' } });
    expect((await press(body['id'], { by: cast.lin })).statusCode).toBe(200);
  });
});

describe('bytes that are not those that were handed in', () => {
  const pathOf = (sha256: string) => join(house.context.folder, sha256.slice(0, 2), sha256.slice(2));
  const openFaults = async () => {
    const { rows } = await house.context.pool.query<{ kind: string; item_id: string }>(
      'SELECT kind, item_id FROM fault WHERE mended_at IS NULL',
    );
    return rows;
  };

  test.each([
    ['changed', (path: string) => writeFileSync(path, 'something else')],
    ['lost', (path: string) => rmSync(path)],
  ])('%s, are neither given out nor decided on, and the operator hears of it', async (_, damage) => {
    const bytes = pdf(`damaged ${Math.random()}`);
    const evidence = handIn(sha256Of(bytes), { name: '清单.pdf' });
    const story = inState('inProgress').act('addEvidence', evidence).act('requestClosure').act('endorse');
    const id = (await tellRound(house.context.pool, [story])).itemIds[0] ?? '';
    await storeUpload(house.context, id, evidence);
    const approve = (member: CastMember = cast.li, act = 'approve-closure') =>
      house.as(member, {
        method: 'POST',
        url: `/api/items/${id}/acts/${act}`,
        payload: { commandId: `press-${member.id}`, opinion: '同意' },
      });
    await upload([{ name: '清单.pdf', bytes }]);
    expect((await approve()).statusCode).toBe(200);
    damage(pathOf(evidence.file.sha256));
    const sent = house.context.temporal.commands.length;
    // Whoever may not decide has nothing looked at for them: the item says no.
    const looks = vi.spyOn(house.context.store, 'holds');
    await approve(cast.wang);
    expect(looks).not.toHaveBeenCalled();
    looks.mockRestore();
    expect(house.context.temporal.commands.splice(sent)).toMatchObject([{ actor: { personId: 'wang' } }]);
    const refused = { code: 'fileDamaged', facts: { names: ['清单.pdf'] } };
    expect((await approve()).json()).toMatchObject(refused);
    expect((await approve(cast.chen, 'concur')).json()).toMatchObject(refused);
    const read = await house.as(cast.li, { method: 'GET', url: `/api/evidence/${evidence.evidenceId}?item=${id}` });
    expect(read.statusCode).toBe(409);
    expect(read.json()).toMatchObject(refused);
    expect(house.context.temporal.commands).toHaveLength(sent);
    expect(await openFaults()).toContainEqual({ kind: 'fileDamaged', item_id: id });
  });
});

describe('a download', () => {
  const usedId = handIn(sha256Of(used)).evidenceId;
  const download = (member: CastMember, evidenceId: string, item = itemId) =>
    house.as(member, { method: 'GET', url: `/api/evidence/${evidenceId}?item=${item}` });

  test('is always an attachment that no browser runs', async () => {
    await upload([{ name: 'used.pdf', bytes: used }]);
    await storeUpload(house.context, itemId, handIn(sha256Of(used)));
    const response = await download(cast.li, usedId);
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload).toEqual(used);
    expect(response.headers).toMatchObject({
      // As its own record has it, whatever others called the same bytes.
      'content-type': 'text/plain',
      'content-length': String(used.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('会议纪要 "终稿".pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test('is not there for those who may not read the item, nor for a file the item does not use', async () => {
    const { body } = await upload([{ name: 'unused.pdf', bytes: pdf('unused') }]);
    const answers = [
      await download(cast.gao, usedId),
      await download(cast.wang, body['id'] as string),
      await download(cast.wang, usedId, 'r-none-01'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });
});
