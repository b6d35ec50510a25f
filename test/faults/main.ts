/** `npm run -s faults -- NAME [--items N] [--faults N] [--seed N] [--json]`; with `--json` the last line holds the verdict. */
import { parseArgs } from 'node:util';
import { kills } from './kills.ts';
import { stores } from './stores.ts';
import { storm } from './storm.ts';
import type { FaultVerdict } from './verdict.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string' },
    faults: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const whole = (name: 'items' | 'faults' | 'seed', most: number, usual: number): number => {
  const number = Number(values[name] ?? usual);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(`--${name}: a whole number from 1 to ${most} was expected, not ${values[name]}`);
  process.exit(2);
};

const say = (line: string): void => console.error(line);
const seed = (): number => whole('seed', 1_000_000_000, Date.now() % 1_000_000_000);

const runs: Readonly<Record<string, () => Promise<FaultVerdict>>> = {
  stores: () => stores(whole('items', 10_000, 60), say),
  kills: () => kills(whole('items', 10_000, 400), whole('faults', 100, 8), say),
  storm: () => storm(whole('items', 10_000, 240), whole('faults', 1000, 30), seed(), say),
};

const [name, ...others] = positionals;
const run = name === undefined || others.length > 0 ? undefined : runs[name];
if (run === undefined) {
  console.error(
    `usage: npm run -s faults -- ${Object.keys(runs).join('|')} [--items N] [--faults N] [--seed N] [--json]`,
  );
  process.exit(2);
}
const verdict = await run();
if (values.json) console.log(JSON.stringify(verdict));
else
  console.log(
    `${verdict.name}: ${verdict.faults} faults, ${verdict.lost} lost, ${verdict.doubled} doubled, ` +
      `${verdict.frozen} frozen, ${verdict.astray} astray, recovered within ${verdict.recoverMs} ms`,
  );
const { lost, doubled, frozen, astray, unavoidable = 0 } = verdict;
const isSound = lost + frozen + astray === 0 && doubled === unavoidable;
process.exit(isSound ? 0 : 1);
