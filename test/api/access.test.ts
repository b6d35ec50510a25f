import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { absenceCases } from './access-absences.ts';
import { bulletinCases } from './access-bulletin.ts';
import { doers, stages } from './access-acts.ts';
import { formCases } from './access-forms.ts';
import { password, useApi } from '../client/support.ts';
import { rehearsalCases } from './access-rehearsal.ts';
import { ofRules } from './access-rules.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { to, type Case } from './access-cases.ts';
import { storeUpload } from '../support/upload.ts';
import { fields, inState, Story } from '../support/story.ts';
import { Refused } from '../../client/refused.ts';
import { decide } from '../../core/item/decide.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { readItem } from '../../db/items.ts';
import { kebab } from '../../api/routes/acts.ts';

const house = useApi();

const callers: Readonly<Record<string, CastMember | null>> = {
  nobody: null,
  /** Staff of the responsible unit. */
  wang: cast.wang,
  /** Staff of another unit. */
  gao: cast.gao,
  /** The lead leader. */
  zhang: cast.zhang,
  /** Supervisor of the inspection office. */
  li: cast.li,
  zhao: cast.zhao,
};

let told: ToldRound;
let draft: ToldRound;
beforeAll(async () => {
  const { pool } = house.context;
  told = await tellRound(pool, [inState('inProgress')]);
  draft = await tellRound(pool, [new Story()], { state: 'draft' });
});

const all = 'nobody wang gao zhang li zhao';
const signedIn = 'wang gao zhang li zhao';
const readers = 'wang zhang li zhao';
const admins = 'zhao';

const item = () => told.itemIds[0] ?? '';
const ofRound = (rest: string) => ({ url: `/api/rounds/${told.roundId}/${rest}` });

const cases: Readonly<Record<string, Case>> = {
  ...formCases(() => told.roundId),
  'GET /healthz': { may: all, request: () => ({ url: '/healthz' }) },
  'GET /readyz': { may: all, request: () => ({ url: '/readyz' }) },
  'GET /api/installation': { may: all, request: () => ({ url: '/api/installation' }) },
  'POST /api/sample': { may: all, request: () => ({ url: '/api/sample', payload: {} }) },
  ...rehearsalCases(() => draft.roundId),
  'GET /api/session': { may: signedIn, request: () => ({ url: '/api/session' }) },
  'POST /api/session': to(all, '/api/session', { email: 'x@y', password: 'wrong' }),
  'POST /api/session/password': {
    may: signedIn,
    request: () => ({ url: '/api/session/password', payload: { current: password, password: 'short' } }),
  },
  'GET /api/session/second-factor': to(signedIn, '/api/session/second-factor'),
  'POST /api/session/second-factor': to(signedIn, '/api/session/second-factor', { password: 'wrong' }),
  'POST /api/session/second-factor/confirm': to(signedIn, '/api/session/second-factor/confirm', { code: '000000' }),
  'POST /api/session/second-factor/end': to(signedIn, '/api/session/second-factor/end', {
    password: 'wrong',
    code: '000000',
  }),
  'GET /api/second-factors': to(admins, '/api/second-factors'),
  'PUT /api/second-factors': to(admins, '/api/second-factors', { isDemanded: false }),
  'DELETE /api/people/{personId}/second-factor': to(admins, '/api/people/gao/second-factor'),
  'GET /api/session/openid': to(signedIn, '/api/session/openid'),
  // No provider is set up: who is let in hears that.
  'POST /api/session/openid': to(all, '/api/session/openid'),
  'POST /api/session/openid/callback': to(all, '/api/session/openid/callback', { answer: 'state=none' }),
  'POST /api/session/openid/code': to(all, '/api/session/openid/code', { code: '000000' }),
  'POST /api/session/openid/logout': to(all, '/api/session/openid/logout', { logout_token: 'none' }),
  'GET /api/openid-links': to(admins, '/api/openid-links'),
  'PUT /api/people/{personId}/openid': to(admins, '/api/people/gao/openid'),
  'DELETE /api/people/{personId}/openid': to(admins, '/api/people/gao/openid'),
  'POST /api/set-up': {
    may: all,
    request: () => ({
      url: '/api/set-up',
      payload: { token: 'none', name: '何苗', email: 'he@yunling.example', password: 'long enough words' },
    }),
  },
  'POST /api/password-resets': to(all, '/api/password-resets', { email: 'nobody@yunling.example' }),
  'POST /api/account-links/read': to(all, '/api/account-links/read', { token: 'none' }),
  'POST /api/account-links/use': {
    may: all,
    request: () => ({ url: '/api/account-links/use', payload: { token: 'none', password: 'long enough words' } }),
  },
  'GET /api/sessions': { may: signedIn, request: () => ({ url: '/api/sessions' }) },
  'DELETE /api/sessions': { may: signedIn, request: () => ({ url: '/api/sessions' }) },
  'GET /api/rounds': { may: signedIn, request: () => ({ url: '/api/rounds' }) },
  'POST /api/rounds/preview': { may: admins, request: () => ({ url: '/api/rounds/preview', payload: { source: '' } }) },
  'POST /api/rounds/preview-file': { may: admins, request: () => ({ url: '/api/rounds/preview-file', payload: {} }) },
  'POST /api/rounds': {
    may: admins,
    request: () => ({ url: '/api/rounds', payload: { title: 'x', source: 'x', notice: {}, startsOn: '2026-01-05' } }),
  },
  'GET /api/rounds/{roundId}': { may: readers, request: () => ({ url: `/api/rounds/${told.roundId}` }) },
  // These tell of all items of the round.
  'GET /api/rounds/{roundId}/source': { may: 'zhang li zhao', request: () => ofRound('source') },
  ...bulletinCases(() => ({ roundId: told.roundId, itemId: item() })),
  'GET /api/rounds/{roundId}/sheets/{sheet}': { may: readers, request: () => ofRound('sheets/ledger') },
  'POST /api/rounds/{roundId}/discard': {
    may: admins,
    request: () => ({ url: `/api/rounds/${draft.roundId}/discard`, payload: { reason: '' } }),
  },
  'GET /api/rounds/{roundId}/as-of': { may: readers, request: () => ofRound('as-of?date=2026-01-05') },
  'GET /api/rounds/{roundId}/bundle': { may: readers, request: () => ofRound('bundle') },
  'PATCH /api/rounds/{roundId}': {
    may: admins,
    request: () => ({ url: `/api/rounds/${draft.roundId}`, payload: { startsOn: '2026-01-06' } }),
  },
  'POST /api/rounds/{roundId}/assignments': {
    may: admins,
    request: () => ({
      url: `/api/rounds/${draft.roundId}/assignments`,
      payload: { assignments: [{ itemId: 'none', unitId: 'none', handlerId: 'none', leadLeaderId: 'none' }] },
    }),
  },
  'POST /api/rounds/{roundId}/launch': { may: admins, request: () => ({ url: `/api/rounds/${draft.roundId}/launch` }) },
  ...ofRules({ signedIn, admins }),
  'GET /api/items': { may: signedIn, request: () => ({ url: '/api/items' }) },
  'GET /api/items/{itemId}': { may: readers, request: () => ({ url: `/api/items/${item()}` }) },
  'GET /api/items/{itemId}/rules': { may: readers, request: () => ({ url: `/api/items/${item()}/rules` }) },
  'GET /api/items/{itemId}/explanation': { may: readers, request: () => ({ url: `/api/items/${item()}/explanation` }) },
  'GET /api/items/{itemId}/review-file': { may: readers, request: () => ({ url: `/api/items/${item()}/review-file` }) },
  'GET /api/items/{itemId}/bundle': { may: readers, request: () => ({ url: `/api/items/${item()}/bundle` }) },
  // Nobody: nothing has left of this item. That a reader gets one that has is told in letters.test.ts.
  'GET /api/items/{itemId}/letters/{seq}': { may: '', request: () => ({ url: `/api/items/${item()}/letters/1` }) },
  'POST /api/items/{itemId}/evidence-files': {
    may: 'wang',
    request: () => ({ url: `/api/items/${item()}/evidence-files`, payload: {} }),
  },
  // Nobody: the item does not use this file. That a reader gets one it does use is told in evidence.test.ts.
  'GET /api/evidence/{evidenceId}': { may: '', request: () => ({ url: `/api/evidence/f-none?item=${item()}` }) },
  ...absenceCases(signedIn),
  'GET /api/people': { may: signedIn, request: () => ({ url: '/api/people' }) },
  'POST /api/people': { may: admins, request: () => ({ url: '/api/people', payload: {} }) },
  'PATCH /api/people/{personId}': { may: admins, request: () => ({ url: '/api/people/gao', payload: {} }) },
  'POST /api/people/{personId}/password': {
    may: admins,
    request: () => ({ url: '/api/people/gao/password', payload: { password: 'short' } }),
  },
  'POST /api/people/{personId}/invitation': {
    may: admins,
    request: () => ({ url: '/api/people/gao/invitation' }),
  },
  'GET /api/people/{personId}/holdings': { may: admins, request: () => ({ url: '/api/people/gao/holdings' }) },
  'POST /api/people/{personId}/hand-over/preview': {
    may: admins,
    request: () => ({ url: '/api/people/gao/hand-over/preview', payload: {} }),
  },
  'POST /api/people/{personId}/hand-over': {
    may: admins,
    request: () => ({ url: '/api/people/gao/hand-over', payload: {} }),
  },
  'POST /api/people/{personId}/leave': { may: admins, request: () => ({ url: '/api/people/chen/leave' }) },
  'POST /api/people/{personId}/come-back': { may: admins, request: () => ({ url: '/api/people/chen/come-back' }) },
  'GET /api/units': { may: signedIn, request: () => ({ url: '/api/units' }) },
  'POST /api/units': { may: admins, request: () => ({ url: '/api/units', payload: {} }) },
  'PATCH /api/units/{unitId}': { may: admins, request: () => ({ url: '/api/units/works', payload: {} }) },
  'GET /api/security-events': { may: admins, request: () => ({ url: '/api/security-events' }) },
  'GET /api/mails': { may: admins, request: () => ({ url: '/api/mails' }) },
  'GET /api/faults': { may: admins, request: () => ({ url: '/api/faults' }) },
  'GET /api/lost-acts': { may: admins, request: () => ({ url: '/api/lost-acts' }) },
  'POST /api/lost-acts/recover': {
    may: admins,
    request: () => ({ url: '/api/lost-acts/recover', body: { itemIds: null } }),
  },
  'POST /api/faults/examine': { may: admins, request: () => ({ url: '/api/faults/examine' }) },
  'POST /api/mails/send-now': { may: admins, request: () => ({ url: '/api/mails/send-now' }) },
  // Nobody's mail was refused, so whoever may ask hears that there is none; the others hear that they may not.
  'POST /api/mails/{mailId}/send-again': { may: '', request: () => ({ url: '/api/mails/1/send-again' }) },
  'POST /api/people/{personId}/send-mails-again': {
    may: '',
    request: () => ({ url: '/api/people/gao/send-mails-again' }),
  },
  // Last, for it ends the session.
  'DELETE /api/session': { may: all, request: () => ({ url: '/api/session' }) },
};

const refusedStatus = [401, 403, 404];

describe('every route', () => {
  test('is listed in the table of this test', () => {
    const { paths = {} } = house.api.swagger();
    const served = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.keys((methods ?? {}) as object).map((method) => `${method.toUpperCase()} ${path}`),
      )
      .filter((route) => !route.includes('/acts/') && !route.includes('/api/docs'));
    expect(served.sort()).toEqual(Object.keys(cases).sort());
  });

  test('is listed at the head of the contract', () => {
    const contract = readFileSync(new URL('../../api/contract.ts', import.meta.url), 'utf8');
    const listed = [...contract.matchAll(/^ \* {5}([A-Z]+) +(\/api[^\s?]*)/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    const routes = Object.keys(cases).filter((route) => route.includes(' /api/'));
    expect(listed.sort()).toEqual([...routes, 'POST /api/items/{itemId}/acts/{act-in-kebab-case}'].sort());
  });

  test.each(Object.entries(cases))('%s lets in those it serves', async (route, { may, request }) => {
    const method = route.split(' ')[0] === 'GET' ? 'GET' : (route.split(' ')[0] as 'POST');
    for (const [name, caller] of Object.entries(callers)) {
      const response = await house.as(caller, { ...request(), method });
      const isLetIn =
        !refusedStatus.includes(response.statusCode) ||
        ['wrongCredentials', 'linkNotValid'].includes(response.json<{ code: string }>().code);
      expect({ name, isLetIn, status: response.statusCode }).toEqual({
        name,
        isLetIn: may.split(' ').includes(name),
        status: response.statusCode,
      });
      expect(response.statusCode, `${name} ${response.body}`).toBeLessThan(500);
    }
  });
});

describe('every act', () => {
  beforeAll(() => house.forgetSessions());

  const acts = Object.keys(doers) as (keyof typeof doers)[];
  test.each(acts)('%s reaches the item for those who may, and is refused to the others', async (type) => {
    const { pool, temporal } = house.context;
    temporal.answer = async (command) => {
      const record = await readItem(pool, stage.itemIds[0] ?? '');
      if (record === null) throw new Error('no item');
      const decision = decide(record.item, command, { policy: defaultPolicy, calendar: china }, house.context.now());
      if ('refusal' in decision) throw new Refused(decision.refusal);
      return { state: record.item.state, seq: record.item.seq + 1 };
    };
    const story = stages[type]();
    const stage = await tellRound(pool, [story]);
    await storeUpload(house.context, stage.itemIds[0] ?? '', fields.addEvidence(story.item));
    for (const [name, caller] of Object.entries(callers)) {
      const payload = { ...fields[type](story.item), commandId: `press-${name}-0001`, actor: { personId: 'zhao' } };
      const url = `/api/items/${stage.itemIds[0]}/acts/${kebab(type)}`;
      const response = await house.as(caller, { method: 'POST', url, payload });
      const expected = doers[type].split(' ').includes(name) ? 200 : name === 'nobody' ? 401 : null;
      if (expected === null) expect([403, 404], `${name} ${response.body}`).toContain(response.statusCode);
      else expect(response.statusCode, `${name} ${response.body}`).toBe(expected);
    }
  });
});
