/** `npm run -s bench -- start [--items 1000] [--turns 5] [--json]` */
import { parseArgs } from 'node:util';
import { benchStart } from './start.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string', default: '1000' },
    turns: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

const whole = (name: 'items' | 'turns', most: number): number => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(`--${name}: a whole number from 1 to ${most} was expected, not ${values[name]}`);
  process.exit(2);
};

if (positionals.length !== 1 || positionals[0] !== 'start') {
  console.error('usage: npm run -s bench -- start [--items N] [--turns N] [--json]');
  process.exit(2);
}
const figures = await benchStart(whole('items', 100_000), whole('turns', 50), (line) => console.error(line));
if (values.json) console.log(JSON.stringify(figures));
else
  console.log(
    `starting a round: ${figures.ratio.toFixed(2)} of bare starts (aim ${figures.target}), ${figures.items} items, ${figures.turns} turns`,
  );
process.exit(0);
