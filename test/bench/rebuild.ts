/**
 * Every item alive again on a server that lost everything, against the launch of the same items: both from the call to the
 * last run begun. Rebuilding looks for each run before it begins one; launching writes each item's first facts.
 */
import { verdictOf, type Verdict } from './figures.ts';
import { openStage, type Stage } from './stage.ts';

const target = 1.5;

export async function benchRebuild(items: number, turns: number, say: (line: string) => void): Promise<Verdict> {
  const rebuilt: number[] = [];
  const launched: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const stage = await openStage();
    try {
      // Unmeasured: the first round of a worker pays for what is compiled and planned once.
      await stage.launch(20);
      launched.push((await stage.launch(items)).seconds);
      await stage.emptyTemporal();
      rebuilt.push(await rebuild(stage, items + 20));
    } finally {
      await stage.close();
    }
    say(`turn ${turn}: rebuilt in ${rebuilt.at(-1)?.toFixed(2)} s, launched in ${launched.at(-1)?.toFixed(2)} s`);
  }
  return verdictOf('rebuild', target, rebuilt, launched);
}

/** Seconds until the command that people give has answered; then every item must live. */
async function rebuild({ context }: Stage, items: number): Promise<number> {
  const begun = performance.now();
  const { found } = await context.temporal.reconcile(true);
  const seconds = (performance.now() - begun) / 1000;
  if (found.missing !== items) throw new Error(`${found.missing ?? 0} of ${items} items were begun anew`);
  return seconds;
}
