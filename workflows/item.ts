/** The life of one item, from dispatch to closure: people send commands, time takes its steps, the ledger keeps both. */
import { allHandlersFinished, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import { Alarm } from './alarm.ts';
import { beginAnew } from './begin-anew.ts';
import { commands, currentItem, position, type CommandUpdate, type ItemOutcome, type ItemStart } from './contract.ts';
import { LiveItem } from './live-item.ts';
import type { Sealed } from '../core/item/seal.ts';

export async function itemWorkflow(start: ItemStart): Promise<ItemOutcome> {
  const item = new LiveItem(start);
  const alarm = new Alarm();

  // Updates, not signals: the person who pressed waits for yes or no, and a no leaves no trace.
  for (const update of Object.values<CommandUpdate>(commands))
    setHandler(update, (sealed) => item.obey(sealed), { validator: (sealed: Sealed) => item.check(sealed) });
  setHandler(currentItem, () => item.projection);
  setHandler(position, () => ({ ...item.position, alarmAt: alarm.at }));

  // Cancelling is no act on an item: whoever does it by hand gets a new run of the same item.
  CancellationScope.current().cancelRequested.catch(() => item.giveWay());
  return CancellationScope.nonCancellable(async () => {
    void item.flush();
    await live(item, alarm);
    return item.isOver ? item.answer : beginAnew(item);
  });
}

async function live(item: LiveItem, alarm: Alarm): Promise<void> {
  // A finished item is only begun for a reopening; where that is refused, nobody else would end the run.
  if (item.finished && !(await condition(() => !item.finished || item.isGivingWay, '1 minute'))) return;
  for (;;) {
    item.takeDueSteps();
    alarm.set(item.nextWakeMs, 'next step of the ladder');
    const { seq } = item.answer;
    await condition(() => alarm.rang || item.answer.seq !== seq || item.isGivingWay);
    if (!item.finished && !item.isGivingWay) continue;
    await condition(() => item.isQuiet && allHandlersFinished());
    // A reopening may have come while the closing fact was on its way.
    if (item.finished || item.isGivingWay) return;
  }
}
