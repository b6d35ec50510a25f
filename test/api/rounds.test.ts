import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { docxOf } from '../support/documents/docx.ts';
import { multipart } from '../support/upload.ts';
import { maxFileBytes } from '../../documents/readers/limits.ts';
import type { Notice } from '../../core/round/notice.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { itemsOfRound } from '../../db/items.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();
const source = readFileSync(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');

type Json = Record<string, unknown>;
interface Refused {
  code: string;
  message: string;
  facts: Json & { faults: Json[] };
}

const post = async (url: string, payload: object) => {
  const response = await house.as(cast.zhao, { method: 'POST', url, payload });
  return { status: response.statusCode, body: response.json<Json & Refused>() };
};

let notice: Notice;
beforeEach(async () => {
  notice = (await post('/api/rounds/preview', { source })).body['notice'] as Notice;
});

const importSample = async (more: object = {}) =>
  post('/api/rounds', { title: '示例轮次', source, notice, startsOn: '2026-01-05', again: true, ...more });

const countOf = async (table: string): Promise<number> => {
  const { rows } = await house.context.pool.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`);
  return rows[0]?.count ?? -1;
};

/** Runs a statement with the rights of the owner. */
async function asOwner(statement: string): Promise<void> {
  const { pool } = house.context;
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
  const owner = new pg.Client({ ...(pool.options as pg.ClientConfig), database: rows[0]?.name, options: '' });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

describe('a preview', () => {
  test('reads the document and keeps nothing', async () => {
    const { status, body } = await post('/api/rounds/preview', { source });
    expect(status).toBe(200);
    expect(body).toMatchObject({ itemCount: 10, warnings: [] });
    expect(await countOf('round')).toBe(0);
  });

  test('reads a file that is uploaded, of any kind, and gives its text back', async () => {
    const upload = (bytes: Uint8Array) =>
      house.as(cast.zhao, {
        method: 'POST',
        url: '/api/rounds/preview-file',
        ...multipart([{ name: 'x.bin', bytes: Buffer.from(bytes) }]),
      });
    const response = await upload(docxOf(source));
    expect(response.statusCode).toBe(200);
    const { source: text, file, ...preview } = response.json<Json & { source: string }>();
    expect(file).toMatchObject({ name: 'x.bin' });
    expect(preview).toEqual((await post('/api/rounds/preview', { source })).body);
    expect((await post('/api/rounds/preview', { source: text })).body).toEqual(preview);
    const refused = await upload(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]));
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'noticeUnreadable', facts: { unreadable: { kind: 'oldFormat' } } });
    expect((await upload(Buffer.alloc(maxFileBytes + 1))).json()).toMatchObject({
      facts: { unreadable: { kind: 'tooLarge', maxBytes: maxFileBytes } },
    });
  });

  test('of what is no notice says why, in the language asked for', async () => {
    const { status, body } = await post('/api/rounds/preview?lang=en', { source: 'Dear Sir or Madam' });
    expect(status).toBe(422);
    expect(body.code).toBe('noticeUnreadable');
    expect(body.message).toContain('The file');
  });
});

describe('an import', () => {
  test('makes a draft with an item for each finding, and each item begins its own chain of facts', async () => {
    const { status, body } = await importSample({ immediateItems: [7] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      itemCount: 10,
      assignedCount: 0,
      lights: { red: 0, yellow: 0, green: 0, idle: 10, done: 0 },
      deadlines: { planDueOn: '2026-02-04', dueOn: '2026-07-06' },
      unknownYears: [],
    });
    expect(body['id']).toMatch(/^r-2026-[2-9a-z]{4}$/);
    const { pool } = house.context;
    const items = await itemsOfRound(pool, body['id'] as string);
    expect(items.map(({ number }) => number)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '3.1',
      '3.2',
      '3.3',
    ]);
    expect(items[6]).toMatchObject({
      id: `${String(body['id'])}-07`,
      item: { seq: 1, immediate: true, number: '2.4' },
    });
    for (const { id, item } of items) {
      const links = await eventsOf(pool, id);
      expect(links.map(({ event }) => event.type)).toEqual(['imported']);
      expect(firstBreak(id, links)).toBeNull();
      expect(item.state).toBe('draft');
    }
  });

  test('keeps the document as it came, with its hash, and tells who brought it', async () => {
    const id = (await importSample()).body['id'] as string;
    const back = await house.as(cast.zhang, { method: 'GET', url: `/api/rounds/${id}/source` });
    expect(back.body).toBe(source);
    const sourceSha256 = createHash('sha256').update(source).digest('hex');
    expect(await recordEventsOf(house.context.pool, id)).toMatchObject([
      { kind: 'roundImported', by: 'zhao', data: { title: '示例轮次', items: 10, sourceSha256 } },
    ]);
  });

  test('keeps what was left out, with the reasons, in the chained fact', async () => {
    const leftOut = [{ title: '会议文件偏多。', reason: '与 2.1 重复' }];
    const id = (await importSample({ leftOut })).body['id'] as string;
    expect(await recordEventsOf(house.context.pool, id)).toMatchObject([{ kind: 'roundImported', data: { leftOut } }]);
    const bare = await importSample({ leftOut: [{ title: '会议文件偏多。', reason: ' ' }] });
    expect(bare.status).toBe(400);
    expect(JSON.stringify(bare.body)).toContain('leftOut[0].reason');
  });

  test('takes the notice as the admin edited it', async () => {
    const [part] = notice.parts;
    const edited = {
      ...notice,
      parts: [{ ...part, items: part?.items.slice(0, 1).map((item) => ({ ...item, title: '改过的题目' })) }],
    };
    const { body } = await importSample({ notice: edited });
    const items = await itemsOfRound(house.context.pool, body['id'] as string);
    expect(items.map(({ title }) => title)).toEqual(['改过的题目']);
  });

  test('keeps who answers and what went into no field, which the parser gives', async () => {
    const text = source.replace(/整改进展：/, '责任单位：财务科；完成时限：9月底。\n整改进展：');
    const read = (await post('/api/rounds/preview', { source: `${text}\n打印 关闭\n` })).body['notice'] as Notice;
    expect(read.responsibilities?.[0]).toMatchObject({ position: 1, unit: '财务科', dueText: '9月底' });
    expect(read.unplaced?.at(-1)?.text).toBe('打印 关闭');
    const { body } = await importSample({ notice: read });
    const { responsibilities, unplaced } = read;
    expect(body['notice']).toMatchObject({ responsibilities, unplaced });
  });

  test('tells every fault of an edited notice and writes nothing', async () => {
    const before = [
      await countOf('round'),
      await countOf('item'),
      await countOf('event'),
      await countOf('record_event'),
    ];
    const [part, ...others] = notice.parts;
    const items = [
      { ...part?.items[0], title: '' },
      { ...part?.items[1], measures: 'none' },
    ];
    const broken = await importSample({ notice: { ...notice, parts: [{ ...part, items }, ...others] } });
    expect(broken.status).toBe(400);
    expect(broken.body.facts.faults.map(({ path }) => path)).toEqual([
      'notice.parts[0].items[0].title',
      'notice.parts[0].items[1].measures',
    ]);
    const strange = await importSample({ startsOn: '2026-02-30', immediateItems: [0], title: '  ', source: ' ' });
    expect(strange.body.facts.faults.map(({ path }) => path)).toEqual([
      'title',
      'source',
      'startsOn',
      'immediateItems[0]',
    ]);
    const beyond = await importSample({ immediateItems: [11] });
    expect(beyond.body.facts.faults).toEqual([{ path: 'immediateItems', allowed: '1–10', given: '11' }]);
    const empty = await importSample({ notice: { ...notice, parts: [] } });
    expect(empty).toMatchObject({ status: 422, body: { code: 'noticeWithoutItems' } });
    expect([
      await countOf('round'),
      await countOf('item'),
      await countOf('event'),
      await countOf('record_event'),
    ]).toEqual(before);
  });

  test('that fails half-way leaves nothing', async () => {
    const { pool } = house.context;
    const counts = () => Promise.all(['round', 'item', 'event', 'record_event'].map(countOf));
    const before = await counts();
    // The last statement of an import is refused: round, items and their facts are written by then.
    await asOwner('REVOKE INSERT ON record_event FROM rectify_app');
    try {
      expect((await importSample()).status).toBe(500);
    } finally {
      await asOwner('GRANT INSERT ON record_event TO rectify_app');
    }
    expect(await counts()).toEqual(before);
    expect(pool.waitingCount).toBe(0);
  });
});
