/** What people write, on the real server: unreadable there, whatever way it took; and keys that are replaced while items live. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { actor, cast } from '../support/cast.ts';
import { contextOn } from '../support/context.ts';
import { dataConverter, keyFiles } from '../support/seals.ts';
import { useWork } from '../support/work.ts';
import { act } from '../../client/items/acts.ts';
import type { OpenContext } from '../../client/open.ts';
import { Refused } from '../../client/refused.ts';
import { examineRuns, foundFaults } from '../../client/runs.ts';
import type { ItemCommand } from '../../core/item/command.ts';
import { dataConverterOf } from '../../wire/data-converter.ts';

const work = useWork();
const wang = actor(cast.wang);
const sentence = '固定资产已全部登记入账并完成盘点，责任人王小明。';
const fileName = '云岭县水利局盘点表.txt';
const measures = ['m1'];

let bare: Connection;
beforeAll(async () => {
  await work.endOtherRuns();
  bare = await Connection.connect({ address: inject('temporalAddress') });
});
afterAll(() => bare.close());

const { GetWorkflowExecutionHistoryResponse, DescribeWorkflowExecutionResponse, DescribeScheduleResponse } =
  proto.temporal.api.workflowservice.v1;
type Response = proto.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;

/** All that the server has of a run, as it has it. */
async function asKept(itemId: string): Promise<{ history: Response; bytes: Buffer }> {
  const execution = { workflowId: work.runOf(itemId).workflowId };
  const history = await bare.workflowService.getWorkflowExecutionHistory({ namespace: 'default', execution });
  const described = await bare.workflowService.describeWorkflowExecution({ namespace: 'default', execution });
  expect(history.nextPageToken).toHaveLength(0);
  const bytes = [
    GetWorkflowExecutionHistoryResponse.encode(history).finish(),
    DescribeWorkflowExecutionResponse.encode(described).finish(),
  ];
  return { history, bytes: Buffer.concat(bytes) };
}

async function scheduleAsKept(scheduleId: string): Promise<Buffer> {
  const described = await bare.workflowService.describeSchedule({ namespace: 'default', scheduleId });
  return Buffer.from(DescribeScheduleResponse.encode(described).finish());
}

/** The ids of the keys that its payloads name. */
const keyIdsIn = (bytes: Buffer): string[] =>
  [...new Set(bytes.toString('latin1').match(/(?<=encryption-key-id..)k\d/gs))].sort();

const itemIds: string[] = [];

async function oneItem(): Promise<string> {
  const [itemId = ''] = await work.launch(1);
  itemIds.push(itemId);
  return itemId;
}

const signFor = (itemId: string): ItemCommand => ({ type: 'signFor', actor: wang, commandId: `sign-${itemId}` });
const report = (itemId: string, text: string): ItemCommand => ({
  type: 'reportProgress',
  actor: wang,
  commandId: `report-${itemId}-${randomBytes(4).toString('hex')}`,
  text,
});

it('is nowhere to be read in what the server keeps, nor are names, and every no still says why', async () => {
  const itemId = await oneItem();
  const { file, ...pressed } = handIn('ab'.repeat(32), { name: fileName, measureIds: measures });
  await act(work.context, itemId, signFor(itemId));
  await act(work.context, itemId, report(itemId, sentence));
  await storeUpload(work.context, itemId, { file, ...pressed });
  await act(work.context, itemId, { type: 'addEvidence', actor: wang, commandId: `hand-in-${itemId}`, ...pressed });
  const close = { commandId: `close-${itemId}`, statement: sentence, unproven: [] };
  await act(work.context, itemId, { type: 'requestClosure', actor: wang, ...close });
  await expect(act(work.context, itemId, { ...signFor(itemId), commandId: 'sign-again' })).rejects.toMatchObject({
    refusal: { code: 'notAllowedInState', state: 'submitted' },
  });

  const { history, bytes } = await asKept(itemId);
  const words = [
    sentence,
    fileName,
    '固定资产未登记',
    ...Object.values(cast).flatMap(({ name, email }) => [name, email]),
  ];
  expect(words.filter((word) => bytes.includes(word))).toEqual([]);
  // With the key it is all there: what was searched is what was said.
  const inputs = (history.history?.events ?? []).flatMap(
    (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? [],
  );
  const [codec] = dataConverter.payloadCodecs;
  const told = Buffer.concat((await codec.decode(inputs)).map(({ data }) => Buffer.from(data ?? [])));
  expect([sentence, fileName].filter((word) => !told.includes(word))).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), 'rectify-payload-keys-'));
const [k1, k2] = [
  readFileSync(keyFiles.RECTIFY_PAYLOAD_KEYS_FILE, 'utf8').trim(),
  `k2:${randomBytes(32).toString('base64')}`,
];

/** Worker and use cases under these keys, in place of those before. */
async function move(...lines: readonly string[]): Promise<OpenContext> {
  const file = join(folder, `${lines.length}.keys`);
  writeFileSync(file, lines.join('\n'));
  await work.deploy(inject('workflowBundle'), dataConverterOf({ payloadKeysFile: file }));
  const servers = { DATABASE_URL: work.url, TEMPORAL_ADDRESS: inject('temporalAddress') };
  return contextOn({ ...servers, ...keyFiles, RECTIFY_PAYLOAD_KEYS_FILE: file });
}

it('goes on under a new key, and where the old one is dropped too soon, that is told and the item begins anew', async () => {
  const itemId = await oneItem();
  await act(work.context, itemId, signFor(itemId));
  await work.context.temporal.ensureSchedules();
  expect(keyIdsIn((await asKept(itemId)).bytes)).toEqual(['k1']);

  const both = await move(k2, k1);
  expect(await act(both, itemId, report(itemId, sentence))).toMatchObject({ seq: 5 });
  expect(keyIdsIn((await asKept(itemId)).bytes)).toEqual(['k1', 'k2']);
  await both.close();

  const alone = await move(k2);
  const late = report(itemId, sentence);
  await expect(act(alone, itemId, late)).rejects.toBeInstanceOf(Refused);
  const { history } = await asKept(itemId);
  const failures = (history.history?.events ?? []).flatMap(
    (event) => event.workflowTaskFailedEventAttributes?.failure ?? [],
  );
  expect(failures[0]).toMatchObject({
    message: 'Encoded failure',
    applicationFailureInfo: { type: 'UnreadablePayload' },
  });

  const admin = actor(cast.zhao);
  expect((await examineRuns(alone, admin)).found).toEqual({ stuck: itemIds.length });
  const { faults, open } = await foundFaults(alone, admin);
  expect([open, faults.map((fault) => `${fault.kind} ${fault.itemId}`).sort()]).toEqual([
    0,
    itemIds.map((id) => `stuck ${id}`).sort(),
  ]);
  expect(await act(alone, itemId, late)).toMatchObject({ seq: 6 });
  expect(keyIdsIn((await asKept(itemId)).bytes)).toEqual(['k2']);

  // What runs by the clock was written under the old key as well.
  expect(keyIdsIn(await scheduleAsKept('reconcile'))).toEqual(['k1']);
  await alone.temporal.ensureSchedules();
  expect(keyIdsIn(await scheduleAsKept('reconcile'))).toEqual(['k2']);
  await alone.close();
  for await (const { scheduleId } of work.client.schedule.list())
    await work.client.schedule.getHandle(scheduleId).delete();
}, 120_000);
