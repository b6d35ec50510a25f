/** What a rehearsal changes before its first day, by the same use cases that would change it in earnest. */
import type { Script } from './script.ts';
import type { Stage } from './stage.ts';
import { newCommandId } from '../ids.ts';
import { handOverAll } from '../items/hand-over.ts';
import { holdings } from '../people/leaving.ts';
import { Refused } from '../refused.ts';
import { applyRules } from '../rules/apply.ts';

/** Asked for by the acts; nobody reads it. */
const reason = '-'.repeat(10);

/** @throws Refused what the change itself is refused with, on the first item that does not take it */
export async function changeBefore({ context }: Stage, { change, actor, roundId }: Script): Promise<void> {
  if (change === null) return;
  if (change.kind === 'rules') {
    const { kind: _, ...rules } = change;
    const { refused } = await applyRules(context, actor, { rounds: [roundId], ...rules, reason });
    const [first] = refused;
    if (first !== undefined) throw new Refused(first.refusal);
    return;
  }
  const { fromId, toId } = change;
  const { items } = await holdings(context, actor, fromId);
  const moves = items.map(({ id, as }) => ({ itemId: id, as, toId }));
  const done = await handOverAll(context, actor, fromId, { commandId: newCommandId(), reason, moves, units: [] });
  for (const { refusal } of done.items) if (refusal !== null) throw new Refused(refusal);
}
