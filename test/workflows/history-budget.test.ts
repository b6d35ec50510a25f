/** What a life costs, to the event: a change that makes it dearer must say so by changing the golden file. */
import { readFile } from 'node:fs/promises';
import { temporal } from '@temporalio/proto';
import { expect, it } from 'vitest';
import { liveCanonically } from './canonical-life.ts';
import { canonicalPolicy, useLives } from '../support/life.ts';

const lives = useLives();

it('costs a canonical life what the golden file says, within 97 events and 22 actions', async () => {
  const life = await lives.begin({ policy: canonicalPolicy });
  await liveCanonically(life);
  await life.handle.result();
  const { events = [] } = await life.handle.fetchHistory();
  const counts: Record<string, number> = {};
  for (const { eventType } of events ?? []) {
    const name = temporal.api.enums.v1.EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const count = (name: string) => counts[name] ?? 0;
  // One Action each: the start, a timer, an update, an activity, the local activities of one task.
  const actions =
    1 +
    count('TIMER_STARTED') +
    count('WORKFLOW_EXECUTION_UPDATE_ACCEPTED') +
    count('ACTIVITY_TASK_SCHEDULED') +
    count('MARKER_RECORDED');
  const cost = { events: events?.length ?? 0, actions, byType: Object.fromEntries(Object.entries(counts).sort()) };
  const golden: unknown = JSON.parse(await readFile(new URL('canonical-life.golden.json', import.meta.url), 'utf8'));
  expect(cost).toEqual(golden);
  expect(cost.events).toBeLessThanOrEqual(97);
  expect(cost.actions).toBeLessThanOrEqual(22);
});
