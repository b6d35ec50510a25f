/** `npm run -s faults -- NAME [--items N] [--faults N] [--seed N] [--json]`; with `--json` the last line holds the verdict. */
import { kills } from './kills.ts';
import { stores } from './stores.ts';
import { storm } from './storm.ts';
import type { FaultVerdict } from './verdict.ts';
import { runCommand, say } from '../support/command.ts';

const {
  lost,
  doubled,
  frozen,
  astray,
  unavoidable = 0,
} = await runCommand<'items' | 'faults' | 'seed', FaultVerdict>({
  script: 'faults',
  options: ['items', 'faults', 'seed'],
  runs: (whole) => ({
    stores: () => stores(whole('items', 10_000, 60), say),
    kills: () => kills(whole('items', 10_000, 400), whole('faults', 100, 8), say),
    storm: () => {
      const seed = whole('seed', 1_000_000_000, Date.now() % 1_000_000_000);
      return storm(whole('items', 10_000, 240), whole('faults', 1000, 30), seed, say);
    },
  }),
  sentence: (verdict) =>
    `${verdict.name}: ${verdict.faults} faults, ${verdict.lost} lost, ${verdict.doubled} doubled, ` +
    `${verdict.frozen} frozen, ${verdict.astray} astray, recovered within ${verdict.recoverMs} ms`,
});
const isSound = lost + frozen + astray === 0 && doubled === unavoidable;
process.exit(isSound ? 0 : 1);
