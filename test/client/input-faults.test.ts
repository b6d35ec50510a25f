/** What a schema complains of is told without words of its own: the sentence around it is Chinese as often as English. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultsOf } from '../../client/input-faults.ts';
import { date, id, instant, json, text } from '../../client/primitives.ts';

const body = z.strictObject({
  title: z.string().min(1),
  text,
  id,
  date,
  instant,
  notice: json(),
  state: z.enum(['draft', 'running']),
  count: z.number().int().multipleOf(5),
  names: z.array(z.string()),
  either: z.union([z.string(), z.number()]),
  missing: z.boolean(),
});

test.each([
  ['title', '', '≥ 1'],
  ['text', '长'.repeat(20_001), '≤ 20000'],
  ['id', 'With Blank', 'a-z 0-9 - (1–60)'],
  ['date', '2026-02-30', 'YYYY-MM-DD'],
  ['notice', 'text', '{…}'],
  ['state', 'open', 'draft, running'],
  ['count', 7, '× 5'],
  ['names', 'one', 'array'],
  ['either', true, 'invalid_union'],
  ['missing', undefined, 'boolean'],
  ['unknown', 1, '− unknown'],
])('%s of %j should be %s', (name, given, allowed) => {
  const good = {
    ...{ title: '一', text: '', id: 'a', date: '2026-02-03', instant: '2026-02-03T01:00:00.000Z', notice: {} },
    ...{ state: 'draft', count: 5, names: [], either: 1, missing: true },
  };
  const sent = { ...good, [name]: given };
  const read = body.safeParse(sent);
  if (read.success) throw new Error('nothing was wrong');
  expect(faultsOf(read.error, sent).map((fault) => fault.allowed)).toEqual([allowed]);
});
