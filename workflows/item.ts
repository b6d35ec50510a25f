/** The life of one item, from dispatch to closure: people send commands, time takes its steps, the ledger keeps both. */
import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow';
import { Alarm } from './alarm.ts';
import { commands, currentItem, type CommandUpdate, type ItemOutcome, type ItemStart } from './contract.ts';
import { LiveItem } from './live-item.ts';
import type { ItemCommand } from '../core/item/command.ts';

export async function itemWorkflow(start: ItemStart): Promise<ItemOutcome> {
  const item = new LiveItem(start);
  const alarm = new Alarm();

  // Updates, not signals: the person who pressed waits for yes or no, and a no leaves no trace.
  for (const update of Object.values<CommandUpdate>(commands))
    setHandler(update, (command) => item.obey(command), { validator: (command: ItemCommand) => item.check(command) });
  setHandler(currentItem, () => item.facts);

  const flushed = item.flush();
  if (item.finished) await reopenedOrLeft(item);
  while (!item.finished) {
    item.takeDueSteps();
    alarm.set(item.nextWakeMs, 'next step of the ladder');
    const { seq } = item.answer;
    await condition(() => alarm.rang || item.answer.seq !== seq);
  }

  item.end();
  await flushed;
  await condition(allHandlersFinished);
  return item.answer;
}

/**
 * A finished item is only started again by a reopening that comes with the start. Where that was refused the run must end by
 * itself: nobody else would end it.
 */
async function reopenedOrLeft(item: LiveItem): Promise<void> {
  await condition(() => !item.finished, '1 minute');
}
