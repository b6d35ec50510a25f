/** Every way in which a run and its ledger can differ, and that nothing else is called a fault. */
import { expect, it } from 'vitest';
import { unsoundness, type LedgerSide, type RunSide } from '../../../core/item/soundness.ts';

const now = '2026-03-02T12:00:00.000Z';
const wake = '2026-03-02T13:00:00.000Z';
const ledger: LedgerSide = { state: 'inProgress', seq: 7, epoch: 5, nextWakeAt: wake };
const position = { epoch: 5, state: 'inProgress' as const, committedSeq: 7, alarmAt: wake };
const run: RunSide = { isRunning: true, isFailing: false, startedAt: '2026-03-01T00:00:00.000Z', epoch: 5, position };
const ended: RunSide = { ...run, isRunning: false, position: null };
const closed: LedgerSide = { ...ledger, state: 'closed', nextWakeAt: null };

it.each<[string, LedgerSide | null, RunSide | null, ReturnType<typeof unsoundness>]>([
  ['all is well', ledger, run, null],
  ['all is well as far as the list tells', ledger, { ...run, position: null }, null],
  [
    'only people can move it',
    { ...ledger, nextWakeAt: null },
    { ...run, position: { ...position, alarmAt: null } },
    null,
  ],
  ['a wake that is a moment old', { ...ledger, nextWakeAt: '2026-03-02T11:50:00.000Z' }, run, null],
  ['no run', ledger, null, 'missing'],
  ['a run that ended', ledger, ended, 'missing'],
  ['failing tasks', ledger, { ...run, isFailing: true }, 'stuck'],
  ['an older epoch, from the list', ledger, { ...run, epoch: 4, position: null }, 'behind'],
  ['an older epoch, from the run', ledger, { ...run, position: { ...position, epoch: 4 } }, 'behind'],
  ['facts the run does not know', ledger, { ...run, position: { ...position, committedSeq: 6 } }, 'behind'],
  ['another state at the same fact', ledger, { ...run, position: { ...position, state: 'standing' } }, 'astray'],
  ['a wake that passed', { ...ledger, nextWakeAt: '2026-03-02T11:40:00.000Z' }, run, 'late'],
  ['no alarm for a wake ahead', ledger, { ...run, position: { ...position, alarmAt: null } }, 'late'],
  ['more than the ledger knows', ledger, { ...run, position: { ...position, committedSeq: 8 } }, 'ledgerBehind'],
  ['a finished item without a run', closed, null, null],
  ['a finished item whose run ended', closed, ended, null],
  ['a finished item that may be reopened', closed, { ...run, startedAt: '2026-03-02T11:58:00.000Z' }, null],
  ['a finished item with a run', closed, run, 'left'],
  [
    'a finished item whose run knows more',
    closed,
    { ...run, position: { ...position, committedSeq: 8 } },
    'ledgerBehind',
  ],
  ['nothing at all', null, null, null],
  ['an ended run of an unknown item', null, ended, null],
  ['a run of an unknown item', null, run, 'unknown'],
])('%s', (_what, ledgerSide, runSide, fault) => {
  expect(unsoundness(ledgerSide, runSide, now)).toBe(fault);
});
