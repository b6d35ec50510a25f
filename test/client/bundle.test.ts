/** A bundle verifies itself with plain Node and no server; and whatever is changed in it is found. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useApi } from './support.ts';
import { tellRound, type ToldRound } from './stories.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { adminUrlOf } from '../support/ledger.ts';
import { handIn } from '../support/evidence.ts';
import { leaveLetters } from '../support/letters.ts';
import { keyFiles, seal } from '../support/seals.ts';
import { resealed, unpackedUnder, verified } from '../support/bundle.ts';
import { sha256Of } from '../support/sha256.ts';
import { inState, launched, type Story } from '../support/story.ts';
import { anchorLedger } from '../../client/anchors.ts';
import { bundleOf, bundleOfRound } from '../../client/bundle/bundle.ts';
import { keepEvidence } from '../../client/evidence/evidence.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { transaction, withConnection } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';

const house = useApi();
const folder = mkdtempSync(join(tmpdir(), 'rectify-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.from('盘点表，逐项登记。\n'.repeat(200));
const name = '../../逃出去 "表".txt';

let told: ToldRound;
let itemId = '';
let late = '';
beforeAll(async () => {
  const { context } = house;
  const ofWorks = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
  const withFile = inState('inProgress').act('addEvidence', handIn(sha256Of(bytes), { name }));
  const overdue = inState('inProgress').passUntil('2026-08-10');
  told = await tellRound(context.pool, [withFile, ofWorks, overdue]);
  [itemId = '', , late = ''] = told.itemIds;
  const incoming = await context.store.receive(Readable.from([bytes]), '表.txt');
  await keepEvidence(context, actor(cast.wang), itemId, name, incoming);
  await leaveLetters(context.pool, told.roundId, late, overdue.events);
  await sealFacts(withFile);
  const fact = { kind: 'roundRunning', recordId: told.roundId, at: context.now(), by: null, data: {} } as const;
  await transaction(context.pool, (db) => insertRecordEvent(db, fact));
  await anchorLedger(context);
});

/** As the API would have sealed what the person of each fact asked for. */
async function sealFacts({ events }: Story): Promise<void> {
  await withConnection(adminUrlOf(house.context.pool), async (owner) => {
    await owner.query('SET session_replication_role = replica');
    for (const { seq, ...fact } of events.slice(2)) {
      if (fact.by === null || !('commandId' in fact)) continue;
      const command = { type: 'signFor', commandId: fact.commandId, actor: { ...actor(cast.wang), personId: fact.by } };
      const sealed = seal(itemId, command as ItemCommand);
      await owner.query('UPDATE event SET sealed = $3 WHERE item_id = $1 AND seq = $2', [itemId, seq, sealed]);
    }
  });
}

const unpacked = async (id: string, who: CastMember = cast.zhao): Promise<string> =>
  unpackedUnder(folder, await bundleOf(house.context, actor(who), id));

describe('a bundle that nobody touched', () => {
  test('of a whole round holds, and says so in both languages', async () => {
    const place = await unpacked(told.roundId);
    const { code, out } = await verified(place);
    expect(out).toContain('✓ 全部成立。 · Everything holds.');
    expect(out).toMatch(/已核验 \d+ 个文件、\d+ 条记录、[1-9]\d* 个签章/);
    expect(code).toBe(0);
    expect(readFileSync(join(place, 'files', sha256Of(bytes)))).toEqual(bytes);
    const manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['madeBy']).toBe('zhao');
    expect(manifest['items']).toHaveLength(3);
    expect(manifest['evidence']).toEqual([{ itemId, sha256: sha256Of(bytes), name }]);
    expect(readdirSync(join(place, 'rounds', told.roundId))).toEqual(['records.jsonl']);
    expect(readdirSync(join(place, 'anchors'))).toHaveLength(1);
  });

  test('holds with keys that were got elsewhere, and with other keys does not', async () => {
    const place = await unpacked(itemId);
    expect(await verified(place, '--keys', keyFiles.RECTIFY_TRUSTED_KEYS_FILE)).toMatchObject({ code: 0 });
    const none = join(folder, 'none.pem');
    writeFileSync(none, '');
    const { code, out } = await verified(place, '--keys', none);
    expect(code).toBe(1);
    expect(out).toContain('manifest.json is not what was sealed');
  });

  test('of staff tells of their own unit alone, and holds too', async () => {
    const place = await unpacked(told.roundId, cast.gao);
    expect(await verified(place)).toMatchObject({ code: 0 });
    expect(readdirSync(join(place, 'items'))).toEqual([told.itemIds[1]]);
    expect(readdirSync(place).sort()).not.toContain('rounds');
    const anchors = readdirSync(join(place, 'anchors')).map((path) =>
      readFileSync(join(place, 'anchors', path), 'utf8'),
    );
    for (const text of anchors) expect(text).not.toContain(itemId);
  });

  test('is not there for whoever sees none of it', async () => {
    const other = await tellRound(house.context.pool, [inState('submitted')]);
    for (const id of [other.roundId, other.itemIds[0] ?? ''])
      await expect(bundleOf(house.context, actor(cast.gao), id)).rejects.toThrow('notFound');
  });

  test('of files that the store has lost says which', async () => {
    const path = join(house.context.folder, sha256Of(bytes).slice(0, 2), sha256Of(bytes).slice(2));
    rmSync(path);
    try {
      const { code, out } = await verified(await unpacked(itemId));
      expect(code).toBe(1);
      expect(out).toContain('a file that the facts name is not in the bundle');
    } finally {
      writeFileSync(path, bytes);
    }
  });
});

test('its ZIP is made as it is taken: whoever stops reading stops the making', async () => {
  const written: number[] = [];
  const made = await bundleOfRound(house.context, actor(cast.zhao), told.roundId, (items) => written.push(items));
  for await (const chunk of made.bytes) {
    expect((chunk as Uint8Array).length).toBeGreaterThan(0);
    break;
  }
  expect(made.bytes.destroyed).toBe(true);
  expect(written.length).toBeLessThan(3);
});

interface Line {
  event: ItemEvent;
  previous: string;
  hash: string;
  sealed: { command: { commandId: string }; seal: { signature: string } } | null;
}

describe('is found', () => {
  let whole = '';
  beforeAll(async () => {
    whole = await unpacked(told.roundId);
  });
  const facts = () => join('items', itemId, 'facts.jsonl');
  const change = (place: string, path: string, with_: (text: string) => string) =>
    writeFileSync(join(place, path), with_(readFileSync(join(place, path), 'utf8')));
  const lines = (place: string, with_: (lines: Line[]) => Line[], path = facts()) =>
    change(place, path, (text) =>
      with_(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Line),
      )
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );

  test.each<[string, (place: string) => void, string]>([
    [
      'a byte of a file',
      (place) => change(place, `files/${sha256Of(bytes)}`, (text) => text.replace('盘', '磐')),
      'other bytes',
    ],
    ['a file that is gone', (place) => rmSync(join(place, 'files', sha256Of(bytes))), 'listed and not there'],
    ['a file put in', (place) => writeFileSync(join(place, 'files', 'more'), 'x'), 'not listed'],
    [
      'a changed manifest',
      (place) => change(place, 'manifest.json', (text) => text.replace('"zhao"', '"wang"')),
      'not what was sealed',
    ],
    ['a manifest without its seal', (place) => rmSync(join(place, 'manifest.seal.json')), 'cannot be read'],
    ['no manifest', (place) => rmSync(join(place, 'manifest.json')), 'no unpacked bundle'],
    ['no keys', (place) => rmSync(join(place, 'keys.pem')), 'cannot be read'],
    ['a fact changed', (place) => change(place, facts(), (text) => text.replace('"wang"', '"chen"')), 'other bytes'],
    [
      'a path that leads out',
      (place) => change(place, 'manifest.json', (text) => text.replace('"keys.pem"', '"../keys.pem"')),
      'leads out',
    ],
  ])('%s', async (_, tamper, says) => {
    const place = mkdtempSync(join(folder, 'tampered-'));
    cpSync(whole, place, { recursive: true });
    tamper(place);
    const { code, out } = await verified(place);
    expect(out).toContain(says);
    expect(code).toBe(1);
  });

  test.each<[string, (place: string) => void, string]>([
    [
      'a fact changed',
      (place) =>
        lines(place, (all) =>
          all.map((line) =>
            line.event.seq === 4 ? { ...line, event: { ...line.event, by: 'chen' } as ItemEvent } : line,
          ),
        ),
      'the chain breaks at fact 4',
    ],
    [
      'a fact removed',
      (place) => lines(place, (all) => all.filter(({ event }) => event.seq !== 3)),
      'the chain breaks at fact 3',
    ],
    [
      'facts reordered',
      (place) => lines(place, ([one, two, ...more]) => [two, one, ...more].flatMap((line) => line ?? [])),
      'the chain breaks at fact 1',
    ],
    ['the last fact cut off', (place) => lines(place, (all) => all.slice(0, -1)), 'the anchor has another fact'],
    [
      'another signature',
      (place) =>
        lines(place, (all) =>
          all.map((line) =>
            line.sealed === null
              ? line
              : { ...line, sealed: { ...line.sealed, command: { ...line.sealed.command, commandId: 'x' } } },
          ),
        ),
      'the seal does not hold',
    ],
    [
      'a letter moved',
      (place) =>
        change(place, join('items', late, 'item.json'), (text) =>
          text.replace('"reminderLetter"', '"supervisionLetter"'),
        ),
      'a letter without its fact',
    ],
    [
      'records of the round changed',
      (place) =>
        change(place, join('rounds', told.roundId, 'records.jsonl'), (text) =>
          text.replace('roundRunning', 'roundCompleted'),
        ),
      'the chain breaks at fact 3',
    ],
    [
      'an anchor written anew',
      (place) =>
        readdirSync(join(place, 'anchors')).forEach((path) =>
          change(place, join('anchors', path), (text) => text.replace('"seq": 1', '"seq": 2')),
        ),
      'the anchor does not hold',
    ],
  ])('%s, also where it was listed and sealed anew', async (_, tamper, says) => {
    const place = mkdtempSync(join(folder, 'tampered-'));
    cpSync(whole, place, { recursive: true });
    tamper(place);
    resealed(place);
    const { code, out } = await verified(place);
    expect(out).toContain(says);
    expect(out).not.toContain('not what was sealed');
    expect(code).toBe(1);
  });
});
