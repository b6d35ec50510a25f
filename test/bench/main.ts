/** `npm run -s bench -- NAME [--items N] [--turns N] [--json]`; with `--json` the last line holds the figures. */
import { parseArgs } from 'node:util';
import { benchClick } from './click.ts';
import type { Verdict } from './figures.ts';
import { benchMails } from './mails.ts';
import { benchMemory } from './memory.ts';
import { benchRebuild } from './rebuild.ts';
import { benchStart } from './start.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { items: { type: 'string' }, turns: { type: 'string' }, json: { type: 'boolean', default: false } },
});

const whole = (name: 'items' | 'turns', most: number, usual: number): number => {
  const number = Number(values[name] ?? usual);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(`--${name}: a whole number from 1 to ${most} was expected, not ${values[name]}`);
  process.exit(2);
};

const say = (line: string): void => console.error(line);

const benches: Readonly<Record<string, () => Promise<Verdict>>> = {
  start: () => benchStart(whole('items', 100_000, 1000), whole('turns', 50, 5), say),
  click: () => benchClick(whole('items', 10_000, 100), whole('turns', 50, 5), say),
  rebuild: () => benchRebuild(whole('items', 100_000, 1000), whole('turns', 50, 3), say),
  memory: () => {
    const items = whole('items', 100_000, 10_000);
    const cached = Math.min(items, 400);
    return benchMemory({ cached, items, presses: Math.ceil(items / 2), limitMb: 600 }, whole('turns', 50, 3), say);
  },
  mails: () => benchMails(whole('items', 100_000, 1000), whole('turns', 50, 5), say),
};

const [name, ...others] = positionals;
const bench = name === undefined || others.length > 0 ? undefined : benches[name];
if (bench === undefined) {
  console.error(`usage: npm run -s bench -- ${Object.keys(benches).join('|')} [--items N] [--turns N] [--json]`);
  process.exit(2);
}
const figures = await bench();
if (values.json) console.log(JSON.stringify(figures));
else console.log(`${name}: ratio ${figures.ratio.toFixed(2)}, aim ${figures.target}`);
process.exit(0);
