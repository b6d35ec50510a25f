/**
 * Either store lost, or older than the other: Temporal empty, Temporal put back from an earlier copy, the ledger put back
 * from an earlier copy. The last is the one in which acts were answered yes that the ledger has not: none of them may go
 * unmentioned.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { audit, countOf, type Acknowledged } from './audit.ts';
import { openStand, type Stand } from './stand.ts';
import type { FaultVerdict } from './verdict.ts';
import { actor, cast } from '../support/cast.ts';
import { draftRound, launchRound } from '../support/round.ts';
import { act } from '../../client/items/acts.ts';
import { lostActs, recoverActs } from '../../client/recovery.ts';
import { foundFaults } from '../../client/runs.ts';
import { instant } from '../../core/time.ts';

interface Outcome {
  readonly lost: number;
  readonly doubled: number;
  readonly frozen: number;
  readonly astray: number;
  readonly recoverMs: number;
}

export async function stores(items: number, say: (line: string) => void): Promise<FaultVerdict> {
  const outcomes: Outcome[] = [];
  for (const [name, lose] of Object.entries(losses)) {
    const stand = await openStand();
    try {
      const { roundId, itemIds } = await draftRound(stand.context.pool, items, instant(Date.now()));
      await launchRound(stand.context, roundId);
      const before = await pressAll(stand, itemIds.slice(0, Math.ceil(items / 2)));
      const outcome = await lose(stand, itemIds, before);
      outcomes.push(outcome);
      say(`${name}: ${JSON.stringify(outcome)}`);
    } finally {
      await stand.close();
    }
  }
  const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return {
    name: 'stores',
    faults: outcomes.length,
    lost: sum('lost'),
    doubled: sum('doubled'),
    frozen: sum('frozen'),
    astray: sum('astray'),
    recoverMs: Math.max(...outcomes.map(({ recoverMs }) => recoverMs)),
  };
}

type Loss = (stand: Stand, itemIds: readonly string[], yes: Acknowledged[]) => Promise<Outcome>;

const losses: Readonly<Record<string, Loss>> = {
  async 'Temporal empty'(stand, itemIds, yes) {
    await without(stand, ['worker', 'api', 'temporal'], () => removeFiles(stand.files.temporal));
    return mended(stand, itemIds, yes);
  },

  async 'Temporal older'(stand, itemIds, yes) {
    const copy = `${stand.files.temporal}.copy`;
    await without(stand, ['worker', 'api', 'temporal'], () => copyFiles(stand.files.temporal, copy));
    yes.push(...(await pressAll(stand, itemIds)));
    await without(stand, ['worker', 'api', 'temporal'], () => {
      removeFiles(stand.files.temporal);
      copyFiles(copy, stand.files.temporal);
    });
    return mended(stand, itemIds, yes);
  },

  async 'ledger older'(stand, itemIds, yes) {
    const copy = `${stand.files.postgres}.copy`;
    await without(stand, ['worker', 'api', 'postgres'], () => copyFolder(stand.files.postgres, copy));
    const beyond = await pressAll(stand, itemIds);
    await without(stand, ['worker', 'api', 'postgres'], () => {
      rmSync(stand.files.postgres, { recursive: true });
      copyFolder(copy, stand.files.postgres);
    });
    const begun = performance.now();
    await stand.context.temporal.reconcile(true);
    const { faults } = await foundFaults(stand.context, actor(cast.zhao));
    const told = new Set(faults.flatMap(({ kind, itemId }) => (kind === 'ledgerBehind' ? [itemId] : [])));
    const untold = beyond.filter(({ itemId }) => !told.has(itemId)).length;
    const listed = await lostActs(stand.context, actor(cast.zhao));
    const { done, refused } = await recoverActs(stand.context, actor(cast.zhao), null);
    if (listed.length !== beyond.length || done + refused.length !== listed.length)
      throw new Error(`${beyond.length} acts were lost, ${listed.length} listed, ${done} done again`);
    const outcome = await mended(stand, itemIds, [...yes, ...beyond]);
    return { ...outcome, lost: outcome.lost + untold, recoverMs: Math.round(performance.now() - begun) };
  },
};

/** Each item's handler signs for it, or reports where it is signed for. */
async function pressAll({ context }: Stand, itemIds: readonly string[]): Promise<Acknowledged[]> {
  const yes: Acknowledged[] = [];
  const wang = actor(cast.wang);
  for (const itemId of itemIds) {
    const commandId = randomUUID();
    const { rows } = await context.pool.query<{ state: string }>('SELECT state FROM item WHERE id = $1', [itemId]);
    await (rows[0]?.state === 'assigned'
      ? act(context, itemId, { type: 'signFor', actor: wang, commandId })
      : act(context, itemId, { type: 'reportProgress', actor: wang, commandId, text: '已完成一次盘点。' }));
    yes.push({ itemId, commandId });
  }
  return yes;
}

/** Stops these parts, does something to their files, and begins them again. */
async function without(stand: Stand, stopped: readonly Parameters<Stand['stop']>[0][], change: () => void) {
  for (const part of stopped) await stand.stop(part);
  change();
  for (const part of [...stopped].reverse()) await stand.begin(part);
}

/** SQLite keeps a journal beside its file. */
const journals = ['', '-wal', '-shm'];

function removeFiles(file: string): void {
  for (const suffix of journals) rmSync(file + suffix, { force: true });
}

function copyFiles(from: string, to: string): void {
  for (const suffix of journals) cpSync(from + suffix, to + suffix, { force: true, errorOnExist: false });
}

/** With its owner, who may not be us. */
const copyFolder = (from: string, to: string) => void execFileSync('cp', ['-pR', from, to]);

/** What `rectify rebuild` does; then every item must go on, and a second look find nothing. */
async function mended(stand: Stand, itemIds: readonly string[], yes: Acknowledged[]): Promise<Outcome> {
  const begun = performance.now();
  await stand.context.temporal.reconcile(true);
  const recoverMs = Math.round(performance.now() - begun);
  const after = await pressAll(stand, itemIds);
  const { found } = await stand.context.temporal.reconcile(true);
  const judged = await audit(stand.context.pool, itemIds, [...yes, ...after]);
  return { ...judged, frozen: itemIds.length - after.length, astray: judged.astray + countOf(found), recoverMs };
}
