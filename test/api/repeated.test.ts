/** The same document a second time: noticed by its bytes and by what it says, and imported only when that is meant. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { docxOf } from '../support/documents/docx.ts';
import { grid, xlsx } from '../support/documents/xlsx.ts';
import { sha256Of } from '../support/sha256.ts';
import { multipart } from '../support/upload.ts';
import type { FilePreview, RoundDetail } from '../../api/contract.ts';
import { textSha256 } from '../../client/rounds/repeated.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
const text = readFileSync(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');
const bytes = Buffer.from(docxOf(text));
const sha256 = sha256Of(bytes);

interface Problem {
  code: string;
  message: string;
  facts: { roundId: string; isSameFile: boolean };
}

async function read(name: string, file: Buffer): Promise<FilePreview> {
  const upload = { method: 'POST', url: '/api/rounds/preview-file', ...multipart([{ name, bytes: file }]) } as const;
  return (await house.as(cast.zhao, upload)).json<FilePreview>();
}

const importIt = async ({ source, notice, file }: FilePreview, more: object = {}) => {
  const payload = { title: '第一次', source, notice, file, startsOn: '2026-01-05', ...more };
  const response = await house.as(cast.zhao, { method: 'POST', url: '/api/rounds', payload });
  return { status: response.statusCode, body: response.json<RoundDetail & Problem>() };
};

describe('a document', () => {
  let first: RoundDetail;

  test('that came in a file is kept with its name and hash, in the fact and for whoever may see it', async () => {
    const preview = await read('反馈意见.docx', bytes);
    expect(preview.file).toEqual({ name: '反馈意见.docx', sha256 });
    first = (await importIt(preview)).body;
    const imported = { by: 'zhao', at: house.context.clock, file: { name: '反馈意见.docx', sha256 } };
    expect(first.imported).toEqual(imported);
    const [fact] = await recordEventsOf(house.context.pool, first.id);
    expect(fact?.data).toMatchObject({ file: imported.file, textSha256: textSha256(preview.source) });
    const url = `/api/rounds/${first.id}`;
    expect((await house.as(cast.li, { method: 'GET', url })).json<RoundDetail>().imported).toEqual(imported);
  });

  test('that is handed in again is refused with the round and the day of before, and nothing is written', async () => {
    const { status, body } = await importIt(await read('副本.docx', bytes));
    expect([status, body.code]).toEqual([409, 'alreadyImported']);
    expect(body.facts).toMatchObject({ roundId: first.id, isSameFile: true });
    expect(body.message).toContain('“第一次”');
    expect(body.message).toContain('2026');
    const { rounds } = (await house.as(cast.zhao, { url: '/api/rounds' })).json<{ rounds: RoundDetail[] }>();
    expect(rounds).toHaveLength(1);
  });

  test('that was saved anew or pasted says the same, however blanks and width differ', async () => {
    const { source, notice } = await read('反馈意见.docx', bytes);
    const pasted = ` ${source.replaceAll('\n', ' \r\n').replaceAll('，', ',')} `;
    const payload = { title: '第二次', source: pasted, notice, startsOn: '2026-01-05' };
    const response = await house.as(cast.zhao, { method: 'POST', url: '/api/rounds', payload });
    expect(response.json<Problem>()).toMatchObject({ code: 'alreadyImported', facts: { isSameFile: false } });
  });

  test('that is meant twice becomes two rounds', async () => {
    const { status, body } = await importIt(await read('反馈意见.docx', bytes), { again: true });
    expect(status).toBe(201);
    expect(body.id).not.toBe(first.id);
  });

  test('whose rounds were given up may be imported anew', async () => {
    const { rounds } = (await house.as(cast.zhao, { url: '/api/rounds' })).json<{ rounds: RoundDetail[] }>();
    for (const { id } of rounds)
      await house.as(cast.zhao, {
        method: 'POST',
        url: `/api/rounds/${id}/discard`,
        payload: { reason: '与另一轮次重复，予以放弃。' },
      });
    expect((await importIt(await read('反馈意见.docx', bytes))).status).toBe(201);
  });

  test('that is a template is noticed, too', async () => {
    const heads = ['问题', '整改措施', '责任单位', '承办人', '牵头领导'];
    const book = Buffer.from(
      xlsx({ sheets: [{ rows: grid([heads, ['登记不全', '补登', '财务科', '王小明', '张立']]) }] }),
    );
    const handIn = (query = '') =>
      house.as(cast.zhao, {
        method: 'POST',
        url: `/api/rounds/from-template${query}`,
        ...multipart([{ name: '事项.xlsx', bytes: book }]),
      });
    const made = (await handIn()).json<{ roundId: string }>();
    const url = `/api/rounds/${made.roundId}`;
    const shown = (await house.as(cast.zhao, { method: 'GET', url })).json<RoundDetail>();
    expect(shown.imported?.file?.name).toBe('事项.xlsx');
    // Staff see their items of the round, and nothing of the document.
    const seen = (await house.as(cast.wang, { method: 'GET', url })).json<RoundDetail>();
    expect([seen.itemCount, seen.imported]).toEqual([1, null]);
    expect((await handIn()).json<Problem>()).toMatchObject({
      code: 'alreadyImported',
      facts: { roundId: made.roundId, isSameFile: true },
    });
    expect((await handIn('?again=true')).statusCode).toBe(201);
  });
});

test('texts are the same but for blanks, signs and width', () => {
  expect(textSha256('一、 登记不全，\r\n共１２件。')).toBe(textSha256('一登记不全,共12件'));
  expect(textSha256('登记不全')).not.toBe(textSha256('登记不齐'));
});
