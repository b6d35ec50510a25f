/** People who press through the API while it comes and goes, each press again under its id until it is answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Visitor } from '../support/machine.ts';
import type { Acknowledged } from './audit.ts';

interface Press extends Acknowledged {
  readonly act: 'sign-for' | 'report-progress';
}

const nextPress = (itemId: string, act: Press['act']): Press => ({ itemId, act, commandId: randomUUID() });

const bodyOf = ({ act, commandId }: Press): object =>
  act === 'sign-for' ? { commandId } : { commandId, text: '已完成一次盘点。' };

/** @returns the status, or null when nobody answered within the time */
async function sent(visitor: Visitor, press: Press): Promise<number | null> {
  try {
    const { status } = await visitor.post(`/api/items/${press.itemId}/acts/${press.act}`, bodyOf(press));
    return status;
  } catch {
    return null;
  }
}

/** Whether it was answered yes in time. A no that stands is a no: what was signed for meanwhile needs no signature. */
async function pressed(visitor: Visitor, press: Press, withinMs: number): Promise<'yes' | 'no' | 'silence'> {
  for (const end = Date.now() + withinMs; Date.now() < end; await setTimeout(100)) {
    const status = await sent(visitor, press);
    if (status === 200) return 'yes';
    if (status !== null && status >= 400 && status < 500 && status !== 429) return 'no';
  }
  return 'silence';
}

/** Presses on items at random until told to stop; what was answered yes is kept, with when. */
export async function keepPressing(
  visitor: Visitor,
  itemIds: readonly string[],
  random: () => number,
  isOver: () => boolean,
  onYes: (act: Acknowledged) => void,
): Promise<void> {
  const signed = new Set<string>();
  while (!isOver()) {
    const itemId = itemIds[Math.floor(random() * itemIds.length)] ?? '';
    const press = nextPress(itemId, signed.has(itemId) ? 'report-progress' : 'sign-for');
    const answer = await pressed(visitor, press, 60_000);
    if (answer === 'yes') onYes(press);
    signed.add(itemId);
    await setTimeout(20);
  }
}

/** Items on which the next press of their handler is not answered, yes or no, within the time. */
export async function unanswered(visitor: Visitor, itemIds: readonly string[], withinMs: number): Promise<string[]> {
  const waiting = [...itemIds];
  const silent: string[] = [];
  const pressers = Array.from({ length: 8 }, async () => {
    for (let itemId = waiting.pop(); itemId !== undefined; itemId = waiting.pop()) {
      const answers = [
        await pressed(visitor, nextPress(itemId, 'sign-for'), withinMs),
        await pressed(visitor, nextPress(itemId, 'report-progress'), withinMs),
      ];
      if (answers.includes('silence') || answers[1] === 'no') silent.push(itemId);
    }
  });
  await Promise.all(pressers);
  return silent;
}
