/**
 * Every route that the OpenAPI document names, as every role: whatever is sent, the answer is one that the document names, and
 * never a fault of ours. `TEST_FUZZ_RUNS=200 npx vitest run --project servers test/api/fuzz.test.ts` takes longer.
 */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { handIn } from '../support/evidence.ts';
import { storeUpload } from '../support/upload.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { almost, valueOf, type Operation } from '../support/openapi.ts';
import { instant, millis } from '../../core/time.ts';
import { seed } from '../support/seed.ts';
import { parseNotice } from '../../documents/notice/parse.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { inState, launched, Story } from '../support/story.ts';

const runs = Number(process.env['TEST_FUZZ_RUNS'] ?? 5);
const house = useApi();
let told: ToldRound;
let draft: ToldRound;
const known: Record<string, fc.Arbitrary<unknown>> = {};

beforeAll(async () => {
  told = await tellRound(house.context.pool, [
    inState('inProgress'),
    inState('submitted'),
    inState('closed'),
    launched(),
  ]);
  draft = await tellRound(house.context.pool, [new Story(), new Story()], { state: 'draft' });
  const file = handIn('a'.repeat(64));
  for (const itemId of told.itemIds) await storeUpload(house.context, itemId, file);
  const there: Record<string, readonly string[]> = {
    itemId: [...told.itemIds, ...draft.itemIds, 'nowhere'],
    item: [...told.itemIds, 'nowhere'],
    roundId: [told.roundId, draft.roundId, 'nowhere'],
    round: [told.roundId, draft.roundId],
    // Not the admin who asks: whoever is sent away learns no more.
    personId: ['lin', 'chen', 'nobody'],
    handlerId: ['wang', 'lin', 'gao', 'zhang'],
    leadLeaderId: ['zhang', 'chen', 'wang'],
    unitId: ['finance', 'works', 'nowhere'],
    measureIds: ['m1', 'm2', 'm9'],
    measureId: ['m1', 'm9'],
    startsOn: ['2026-03-02', '2026-04-01', '2026-05-06', '0001-01-01', '9999-12-31'],
    evidenceId: [file.evidenceId, 'f-none'],
  };
  for (const [name, things] of Object.entries(there)) known[name] = fc.constantFrom(...things);
  const source = await readFile(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');
  known['source'] = fc.oneof(fc.constant(source), fc.string({ unit: 'grapheme', maxLength: 3000 }));
  known['notice'] = almost(parseNotice(source));
  known['immediateItems'] = fc.integer({ min: 0, max: 12 });
  known['policy'] = almost(defaultPolicy);
});

const callers: Readonly<Record<string, CastMember | null>> = {
  nobody: null,
  staff: cast.wang,
  'other staff': cast.gao,
  leader: cast.zhang,
  office: cast.li,
  admin: cast.zhao,
};

/** Whatever braked the account by then is over. */
function signInAnew(): void {
  house.forgetSessions();
  house.context.clock = instant(millis(house.context.clock) + 16 * 60_000);
}

/** These end a session, and with it what the next request could find. */
const endsSessions = ['DELETE /api/session', 'DELETE /api/sessions', 'POST /api/session/password'];

/** Another walk for each caller and route, the same each time. */
const seedOf = (caller: CastMember | null, turn: number): number =>
  seed + turn + 1000 * Object.values(callers).indexOf(caller);

const isDocumented = (status: number, responses: Operation['responses']): boolean =>
  Object.keys(responses).some(
    (named) => named.toLowerCase() === `${String(status).slice(0, 1)}xx` || named === String(status),
  );

describe.each(Object.entries(callers))('as %s', (_, caller) => {
  test('every route answers as the document says', async () => {
    const { paths = {} } = house.api.swagger() as unknown as { paths?: Record<string, Record<string, Operation>> };
    const faults: string[] = [];
    signInAnew();
    let asked = 0;
    let turn = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(methods)) {
        const route = `${method.toUpperCase()} ${path}`;
        for (const request of fc.sample(requestTo(path, operation), {
          numRuns: runs,
          seed: seedOf(caller, (turn += 1)),
        })) {
          const response = await house.as(caller, { method: method.toUpperCase(), ...request });
          asked += 1;
          if (response.statusCode >= 500 || !isDocumented(response.statusCode, operation.responses))
            faults.push(
              `${route} ${JSON.stringify(request).slice(0, 600)} → ${response.statusCode} ${response.body.slice(0, 300)}`,
            );
          if (response.statusCode >= 400)
            expect(Object.keys(response.json<object>()).sort(), route).toEqual(['code', 'facts', 'message']);
          // Or most of the walk would be made by nobody.
          if (caller !== null) expect(response.body, route).not.toContain('notSignedIn');
          if (endsSessions.includes(route)) signInAnew();
        }
      }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(50 * runs);
  }, 600_000);
});

/** Parameters in their places, a body where the route takes one; what cannot stand in an address is escaped. */
function requestTo(path: string, { parameters = [], requestBody }: Operation) {
  const placed = parameters.filter((parameter) => parameter.in === 'path');
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  const text = (value: unknown): string =>
    encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed());
  const schema = requestBody?.content['application/json']?.schema;
  return fc
    .tuple(
      fc.tuple(...placed.map(({ name, schema }) => valueOf(schema, known, name))),
      fc
        .subarray([...asked])
        .chain((some) =>
          fc.tuple(
            ...some.map(({ name, schema }) => valueOf(schema, known, name).map((value) => `${name}=${text(value)}`)),
          ),
        ),
      schema === undefined ? fc.constant(undefined) : valueOf(schema, known),
    )
    .map(([values, queries, body]) => {
      const address = placed.reduce((url, { name }, index) => url.replace(`{${name}}`, text(values[index])), path);
      const url = queries.length === 0 ? address : `${address}?${queries.join('&')}`;
      return body === undefined
        ? { url }
        : { url, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) };
    });
}
