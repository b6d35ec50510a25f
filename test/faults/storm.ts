/**
 * Items with real timers that ring, people who press, and kills at random: of single processes, of pairs, of all at once, and
 * freezes. Whoever was told yes must find it in the ledger, once; and every item must go on.
 */
import { setTimeout } from 'node:timers/promises';
import { audit, countOf, type Acknowledged } from './audit.ts';
import { keepPressing, unanswered } from './press.ts';
import { launchRinging } from './round.ts';
import { openStand, parts, type Part, type Stand } from './stand.ts';
import { randomOf, type FaultVerdict } from './verdict.ts';
import { actor, cast } from '../support/cast.ts';
import { Visitor } from '../support/machine.ts';
import { setPassword } from '../../client/people/people.ts';

const password = 'storm-over-yunling';
const pressers = 6;
const freezeMs = 2500;

export async function storm(
  items: number,
  faults: number,
  seed: number,
  say: (line: string) => void,
): Promise<FaultVerdict> {
  const stand = await openStand();
  const random = randomOf(seed);
  try {
    await setPassword(stand.context, actor(cast.zhao), cast.wang.id, password);
    const visitor = new Visitor(stand.web);
    await visitor.signIn(cast.wang.email, password);
    const itemIds = await launchRinging(stand.context, items, 15_000 + faults * 4000);
    say(`seed ${seed}: ${items} items launched`);
    const yes: Acknowledged[] = [];
    let isOver = false;
    let [faultAt, recoverMs] = [0, 0];
    // The last third is left alone: its timers ring.
    const pressedItems = itemIds.slice(0, Math.ceil((itemIds.length * 2) / 3));
    const people = Array.from({ length: pressers }, (_, index) =>
      keepPressing(
        visitor,
        pressedItems,
        randomOf(seed + index + 1),
        () => isOver,
        (act) => {
          yes.push(act);
          if (faultAt > 0) recoverMs = Math.max(recoverMs, performance.now() - faultAt);
          faultAt = 0;
        },
      ),
    );
    for (let count = 1; count <= faults; count += 1) {
      await setTimeout(300 + random() * 1200);
      const fault = faultOf(random);
      faultAt ||= performance.now();
      await strike(stand, fault);
      say(`${count}: ${fault.kind} ${fault.parts.join(', ')}; ${yes.length} acts answered yes`);
    }
    await setTimeout(5000);
    isOver = true;
    await Promise.all(people);
    await stand.context.temporal.reconcile(true);
    const frozen = await unanswered(visitor, itemIds, 20_000);
    const { found } = await stand.context.temporal.reconcile(true);
    const judged = await audit(stand.context.pool, itemIds, yes);
    const { rows } = await stand.context.pool.query<{ rung: number }>(
      `SELECT count(*)::integer AS rung FROM event WHERE type = 'reminded'`,
    );
    say(`${yes.length} acts answered yes, ${rows[0]?.rung ?? 0} timers rang, ${countOf(found)} faults at the end`);
    return {
      name: 'storm',
      faults,
      lost: judged.lost,
      doubled: judged.doubled,
      frozen: frozen.length,
      astray: judged.astray + countOf(found),
      recoverMs: Math.round(recoverMs),
    };
  } finally {
    await stand.close();
  }
}

interface Fault {
  readonly kind: 'kill' | 'freeze';
  readonly parts: readonly Part[];
}

function faultOf(random: () => number): Fault {
  const one = (): Part => parts[Math.floor(random() * parts.length)] ?? 'worker';
  const dice = random();
  if (dice < 0.6) return { kind: 'kill', parts: [one()] };
  if (dice < 0.75) return { kind: 'kill', parts: [...new Set([one(), one()])] };
  if (dice < 0.9) return { kind: 'freeze', parts: [one()] };
  return { kind: 'kill', parts };
}

async function strike(stand: Stand, { kind, parts: struck }: Fault): Promise<void> {
  if (kind === 'freeze') {
    for (const part of struck) stand.signal(part, 'SIGSTOP');
    await setTimeout(freezeMs);
    for (const part of struck) stand.signal(part, 'SIGCONT');
    return;
  }
  for (const part of struck) stand.signal(part, 'SIGKILL');
  // The servers first, as an operator would: a worker does not begin without them.
  for (const part of parts.filter((known) => struck.includes(known))) await stand.begin(part);
}
