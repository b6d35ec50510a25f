/** `npm run -s bench -- NAME [--items N] [--turns N] [--json]`; with `--json` the last line holds the figures. */
import { benchBesides } from './besides.ts';
import { benchClick } from './click.ts';
import type { Verdict } from './figures.ts';
import { benchLedger } from './ledger.ts';
import { benchLongLife } from './long-life.ts';
import { benchMails } from './mails.ts';
import { benchMemory } from './memory.ts';
import { benchParse } from './parse.ts';
import { benchRebuild } from './rebuild.ts';
import { benchSheet } from './sheet.ts';
import { benchStart } from './start.ts';
import { runCommand, say } from '../support/command.ts';

await runCommand<'items' | 'turns', Verdict>({
  script: 'bench',
  options: ['items', 'turns'],
  runs: (whole) => ({
    start: () => benchStart(whole('items', 100_000, 1000), whole('turns', 50, 5), say),
    click: () => benchClick(whole('items', 10_000, 100), whole('turns', 50, 5), say),
    rebuild: () => benchRebuild(whole('items', 100_000, 1000), whole('turns', 50, 3), say),
    memory: () => {
      const items = whole('items', 100_000, 10_000);
      // With the unmeasured ones, fewer than a worker of this heap keeps: none is let go while they are counted.
      const cached = Math.min(items, 280);
      return benchMemory({ cached, items, presses: Math.ceil(items / 2), limitMb: 600 }, whole('turns', 50, 3), say);
    },
    ledger: () => benchLedger(whole('items', 1_000_000, 100_000), whole('turns', 1000, 100), say),
    longLife: () => benchLongLife(whole('items', 100_000, 5000), whole('turns', 50, 10), say),
    besides: () => benchBesides(whole('items', 100_000, 500), whole('turns', 50, 5), say),
    parse: () => Promise.resolve(benchParse(whole('items', 100_000, 2000), whole('turns', 50, 7), say)),
    sheet: () => benchSheet(whole('items', 100_000, 10_000), whole('turns', 50, 5), say),
    mails: () => benchMails(whole('items', 100_000, 1000), whole('turns', 50, 5), say),
  }),
  sentence: ({ name, ratio, target }) => `${name}: ratio ${ratio.toFixed(2)}, aim ${target}`,
});
process.exit(0);
