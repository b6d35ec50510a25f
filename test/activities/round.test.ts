/** A chunk of a launch: its items are dispatched in the ledger, and the leases of their runs are taken with that. */
import { expect, it } from 'vitest';
import { dispatchChunk } from '../../activities/round.ts';
import type { Lease } from '../../core/item/lease.ts';
import { instant } from '../../core/time.ts';
import { launchOf } from '../../db/dispatch.ts';
import { takeLeases } from '../../db/lease.ts';
import { useLedger } from '../support/ledger.ts';
import { draftRound } from '../support/round.ts';

const ledger = useLedger();

const epochs = async (roundId: string): Promise<Record<string, number>> => {
  const { rows } = await ledger.current.pool.query<{ id: string; epoch: number }>(
    'SELECT id, epoch FROM item WHERE round_id = $1',
    [roundId],
  );
  return Object.fromEntries(rows.map(({ id, epoch }) => [id, epoch]));
};

const epochsOf = (leases: readonly Lease[] = []): Record<string, number> =>
  Object.fromEntries(leases.map(({ item, epoch }) => [item.itemId, epoch]));

async function drafts(count: number) {
  const { pool } = ledger.current;
  const { roundId, itemIds } = await draftRound(pool, count, instant(Date.now()), { immediate: false });
  return { pool, roundId, itemIds, round: await launchOf(pool, roundId) };
}

it('gives the leases that the ledger would give, under the epochs that it holds', async () => {
  const { pool, roundId, itemIds, round } = await drafts(3);
  const before = await epochs(roundId);
  const chunk = await dispatchChunk(pool, round, null);
  for (const lease of chunk?.leases ?? []) expect(lease.epoch).toBeGreaterThan(before[lease.item.itemId] ?? Infinity);
  expect(epochsOf(chunk?.leases)).toEqual(await epochs(roundId));
  const withoutEpoch = ({ item, rules }: Lease) => ({ item, rules });
  const byId = (one: Lease, other: Lease) => one.item.itemId.localeCompare(other.item.itemId);
  const given = [...(chunk?.leases ?? [])].sort(byId).map(withoutEpoch);
  expect(given).toEqual((await takeLeases(pool, itemIds)).sort(byId).map(withoutEpoch));
});

it('repeated, takes a newer lease for each item and dispatches none again', async () => {
  const { pool, roundId, itemIds, round } = await drafts(3);
  const first = epochsOf((await dispatchChunk(pool, round, null, 2))?.leases);
  expect(Object.keys(first)).toHaveLength(2);
  const again = await dispatchChunk(pool, round, null);
  const second = epochsOf(again?.leases);
  expect(second).toEqual(await epochs(roundId));
  expect(Object.keys(second).sort()).toEqual([...itemIds].sort());
  for (const [itemId, epoch] of Object.entries(first)) expect(second[itemId]).toBeGreaterThan(epoch);
  const { rows } = await pool.query(`SELECT FROM event WHERE item_id = ANY($1) AND type = 'dispatched'`, [itemIds]);
  expect(rows).toHaveLength(3);
});
