/**
 * What each test stands for. Most mirror the tree: test/core/item/tick.test.ts stands for core/item/tick.ts, and
 * decide-assign.test.ts, a part of a long story, for decide.ts. The others are told here.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import { importsOf } from './arrows.ts';
import type { Source } from './circles.ts';

/** Tests of more than one source, with the sources or rooms that they stand for. */
const stories: Readonly<Record<string, readonly string[]>> = {
  'test/architecture.test.ts': ['./'],
  'test/docs.test.ts': ['docs/'],
  'test/lanes.test.ts': ['test/lanes.ts'],
  'test/words.test.ts': [
    'core/i18n/',
    'api/words/',
    'cli/words/',
    'documents/bulletin/words/',
    'documents/letters/words/',
    'documents/forms/words/',
    'documents/mail/words/',
    'documents/sheets/words/',
    'local/words/',
    'web/words/',
  ],
  'test/core/item/life.test.ts': ['core/item/'],
  'test/documents/bulletin/round-trip.test.ts': ['documents/bulletin/', 'documents/notice/'],
  'test/documents/mail/hostile.test.ts': ['documents/mail/'],
  'test/documents/readers/fuzz.test.ts': ['documents/readers/'],
  'test/documents/readers/hostile.test.ts': ['documents/readers/'],
  'test/documents/notice/cases.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/annexes.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/audits.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/blanks.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/dashes.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/facts.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/lists.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/news.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/plans.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/points.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/records.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/responsibilities.test.ts': ['documents/notice/'],
  'test/documents/notice/kinds/sheets.test.ts': ['documents/notice/'],
  'test/documents/notice/properties.test.ts': ['documents/notice/'],
  'test/documents/notice/samples.test.ts': ['documents/notice/'],
  'test/documents/readers/written.test.ts': ['documents/readers/'],
  'test/documents/notice/siblings.test.ts': ['documents/notice/'],
  'test/documents/notice/seed.test.ts': ['documents/notice/', 'documents/sample/'],
  'test/activities/mail-sender.test.ts': [
    'activities/mail-pass.ts',
    'activities/mail-send.ts',
    'activities/mail-holder.ts',
  ],
  'test/client/rehearsal/rehearse.test.ts': ['client/rehearsal/', 'worker/rehearse.ts', 'db/rehearsal.ts'],
  'test/api/rehearsals.test.ts': ['api/routes/rehearsals.ts', 'client/rehearsal/desk.ts'],
  'test/api/rules.test.ts': ['api/routes/rules.ts', 'client/rules/'],
  'test/client/rules.test.ts': ['client/rules/', 'db/round-rules.ts'],
  'test/workflows/history-budget.test.ts': ['workflows/item.ts'],
  'test/workflows/joint-review.test.ts': ['workflows/item.ts', 'core/item/joint-review.ts'],
  'test/workflows/model.test.ts': ['workflows/item.ts', 'core/item/decide.ts'],
  'test/replay/lives.test.ts': ['workflows/'],
  'test/replay/replay.test.ts': ['workflows/'],
  'test/worker/kill.test.ts': ['worker/', 'activities/', 'workflows/'],
  'test/worker/launch.test.ts': ['workflows/round.ts', 'activities/round.ts'],
  'test/worker/lease.test.ts': ['workflows/begin.ts', 'activities/begin.ts', 'db/lease.ts'],
  'test/worker/limits.test.ts': ['workflows/live-item.ts', 'workflows/begin-anew.ts'],
  'test/worker/previous-build.test.ts': ['workflows/reconcile.ts', 'worker/bundle.ts'],
  'test/worker/access.test.ts': ['wire/access.ts', 'wire/trouble.ts', 'worker/main.ts'],
  'test/worker/payloads.test.ts': ['wire/', 'worker/', 'client/temporal.ts'],
  'test/worker/reconcile.test.ts': ['workflows/reconcile.ts', 'activities/reconcile.ts'],
  'test/client/life.test.ts': ['client/', 'api/', 'worker/'],
  'test/client/as-of.test.ts': ['client/items/as-of.ts'],
  'test/client/transfer.test.ts': ['client/transfer/', 'db/transfer.ts'],
  'test/client/bundle.test.ts': ['client/bundle/', 'db/bundle.ts'],
  'test/client/anchors.test.ts': ['client/anchors.ts', 'db/anchors.ts'],
  'test/client/read-on-thread.test.ts': ['client/rounds/read-on-thread.ts'],
  'test/client/verify.test.ts': ['client/verify.ts', 'db/audit.ts', 'core/breach.ts'],
  'test/client/worker-away.test.ts': ['client/temporal-health.ts', 'client/temporal.ts', 'client/runs.ts'],
  'test/api/full-store.test.ts': ['client/outage.ts', 'client/evidence/store.ts'],
  'test/api/body.test.ts': ['api/body-limits.ts', 'api/json.ts', 'api/time-limits.ts'],
  'test/api/evidence-upkeep.test.ts': ['client/evidence/', 'db/evidence.ts', 'core/item/evidence-quota.ts'],
  'test/api/review-hints.test.ts': ['client/items/items.ts', 'core/item/review-hints.ts'],
  'test/api/odd-uploads.test.ts': ['api/errors.ts', 'api/routes/evidence.ts'],
  'test/api/fuzz.test.ts': ['api/'],
  'test/api/quarantine.test.ts': ['client/quarantine.ts', 'db/scans.ts', 'core/held-back.ts'],
  'test/api/evidence.test.ts': ['api/routes/evidence.ts', 'client/evidence/'],
  'test/api/hardened.test.ts': ['api/json.ts', 'api/rate.ts', 'client/evidence/kinds.ts'],
  'test/api/session-ends.test.ts': ['client/people/sessions.ts', 'db/sessions.ts'],
  'test/api/hardened-sources.test.ts': ['client/seal.ts', 'wire/cipher.ts', 'api/pages.ts'],
  'test/api/openid-logout.test.ts': [
    'api/routes/openid-logout.ts',
    'client/people/openid-logout.ts',
    'db/openid-logouts.ts',
  ],
  'test/api/harmless.test.ts': ['api/headers.ts', 'api/errors.ts', 'api/locale.ts'],
  'test/api/items.test.ts': ['api/routes/items.ts', 'client/items/items.ts'],
  'test/api/launch.test.ts': ['api/routes/rounds.ts', 'client/rounds/launch.ts', 'client/rounds/assign.ts'],
  'test/api/outage.test.ts': ['client/outage.ts', 'api/errors.ts'],
  'test/api/papers.test.ts': ['api/routes/papers.ts', 'client/papers/'],
  'test/api/letters.test.ts': ['client/papers/letter.ts', 'db/letters.ts'],
  'test/api/bulletin.test.ts': ['api/routes/bulletin.ts', 'client/bulletin/', 'client/papers/bulletin.ts'],
  'test/api/from-template.test.ts': ['client/forms/items.ts', 'client/forms/items-plan.ts', 'api/routes/forms.ts'],
  'test/api/repeated.test.ts': ['client/rounds/repeated.ts', 'db/imports.ts'],
  'test/api/progress.test.ts': ['client/forms/progress.ts', 'api/routes/forms.ts'],
  'test/api/people-import.test.ts': ['client/forms/roster.ts', 'api/routes/forms.ts'],
  'test/api/people.test.ts': ['api/routes/people.ts', 'client/people/'],
  'test/api/absences.test.ts': ['client/people/absences.ts', 'db/absences.ts'],
  'test/api/hand-over.test.ts': ['client/people/fit.ts', 'client/items/acts.ts'],
  'test/api/hand-over-all.test.ts': ['client/items/hand-over.ts', 'client/people/holding.ts'],
  'test/api/rounds.test.ts': ['api/routes/rounds.ts', 'client/rounds/import.ts'],
  'test/api/account-links.test.ts': [
    'client/people/account-links.ts',
    'api/routes/account-links.ts',
    'documents/mail/link.ts',
    'core/people/account-link.ts',
  ],
  'test/api/second-factor.test.ts': [
    'client/people/second-factor.ts',
    'client/people/codes.ts',
    'client/people/proven.ts',
    'db/second-factors.ts',
    'api/routes/second-factor.ts',
  ],
  'test/api/openid.test.ts': [
    'client/people/openid.ts',
    'client/people/openid-links.ts',
    'db/openid-links.ts',
    'api/routes/openid.ts',
  ],
  'test/api/openid-answer.test.ts': ['client/people/openid-provider.ts', 'db/openid-attempts.ts'],
  'test/db/narrow-ways.test.ts': ['db/migrate.ts'],
  'test/api/discard.test.ts': ['client/rounds/draft.ts'],
  'test/api/set-up.test.ts': ['client/people/account-links.ts'],
  'test/api/leaving.test.ts': ['client/people/leaving.ts'],
  'test/api/aside.test.ts': ['client/rounds/read-aside.ts', 'client/people/passwords.ts'],
  'test/api/scope.test.ts': ['client/scope.ts', 'client/rounds/rounds.ts', 'client/people/people.ts'],
  'test/api/session.test.ts': ['api/routes/session.ts', 'client/people/sessions.ts', 'client/people/brake.ts'],
  'test/local/memory.test.ts': ['local/'],
  'test/web/bulletin.browser.test.ts': ['web/rounds/bulletin/'],
  'test/web/import-check.browser.test.ts': ['web/rounds/ImportCheck.tsx', 'web/rounds/tree/'],
  'test/web/pages.browser.test.ts': ['web/'],
  'test/web/accounts.browser.test.ts': ['web/people/'],
  'test/web/items/act-draft.test.ts': ['web/items/acts/act-draft.ts'],
  'test/web/packed.test.ts': ['web/build.ts', 'api/pages.ts'],
  'test/bench/bench.test.ts': ['client/items/acts.ts', 'activities/', 'worker/memory.ts'],
  'test/faults/faults.test.ts': ['workflows/', 'activities/', 'client/recovery.ts'],
  'test/e2e/machine.test.ts': ['local/', 'api/', 'cli/', 'worker/'],
};

/** Sources of core with something to test that another source's test holds, and that test. */
const heldElsewhere: Readonly<Record<string, string>> = {
  'core/forms/form.ts': 'test/core/forms/roster.test.ts',
  'core/item/evidence-quota.ts': 'test/api/evidence-upkeep.test.ts',
  'core/people/account-link.ts': 'test/api/account-links.test.ts',
  'core/item/step.ts': 'test/core/item/ladder-repeats.test.ts',
  'core/item/acts.ts': 'test/core/item/decide.test.ts',
  'core/item/doers.ts': 'test/core/item/roles.test.ts',
  'core/item/guards.ts': 'test/core/item/decide.test.ts',
  'core/item/change.ts': 'test/core/item/evolve.test.ts',
  'core/item/reviewing.ts': 'test/core/item/evolve.test.ts',
  'core/item/impossible.ts': 'test/core/item/evolve.test.ts',
  'core/item/item.ts': 'test/core/item/evolve.test.ts',
  'core/actor.ts': 'test/core/item/four-eyes-standing-in.test.ts',
  'core/i18n/doer.ts': 'test/core/i18n/timeline.test.ts',
  'core/i18n/fault-lines.ts': 'test/core/i18n/record-refusal-texts.test.ts',
  'core/i18n/temporal-trouble.ts': 'test/worker/access.test.ts',
  'core/optional-config.ts': 'test/core/config.test.ts',
  'core/settings-reader.ts': 'test/core/config.test.ts',
  'core/i18n/names.ts': 'test/core/i18n/timeline.test.ts',
};

const isTest = (path: string): boolean => /\.test\.ts$/.test(path);

/** Tests that stand for nothing, and stories told of tests or sources that are gone. */
export function orphans(sources: readonly Source[], told = stories): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const isThere = (place: string): boolean =>
    place === './' || paths.has(place) || (place.endsWith('/') && hasFiles(place, paths));
  const lost = [...paths].filter((path) => isTest(path) && told[path] === undefined && mirrored(path, paths) === null);
  const stale = Object.entries(told).flatMap(([test, places]) => [
    ...(paths.has(test) ? [] : [`${test} is told of and not there`]),
    ...places.filter((place) => !isThere(place)).map((place) => `${test} stands for ${place}, which is not there`),
  ]);
  return [...lost.map((path) => `${path} stands for no source`), ...stale];
}

/** docs/ and the sample hold papers, no sources. */
const hasFiles = (room: string, paths: ReadonlySet<string>): boolean =>
  room === 'docs/' || room === 'documents/sample/' || [...paths].some((path) => path.startsWith(room));

/** The source of the same place and name, or of the name before a dash. */
function mirrored(test: string, paths: ReadonlySet<string>): string | null {
  const place = test.replace(/^test\//, '').replace(/\.test\.ts$/, '');
  const names = [place];
  for (let name = place; /-[a-z]+$/.test(name);) names.push((name = name.replace(/-[a-z]+$/, '')));
  return names.flatMap((name) => [`${name}.ts`, `${name}.tsx`]).find((path) => paths.has(path)) ?? null;
}

/** Sources of core that decide something and have no test beside them, nor one told above that reaches them. */
export function untested(sources: readonly Source[], held = heldElsewhere): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const paths = new Set(byPath.keys());
  const own = new Set([...paths].filter(isTest).map((path) => mirrored(path, paths)));
  const isHeld = (path: string): boolean => {
    const test = byPath.get(held[path] ?? '');
    return (
      test !== undefined &&
      [test, ...nextTo(test, byPath)].some((one) => nextTo(one, byPath).some((next) => next.path === path))
    );
  };
  return sources
    .filter(({ path }) => path.startsWith('core/') && !/\/(?:en|zh)(?:\/|\.ts)/.test(path))
    .filter((source) => decides(source) && !own.has(source.path) && !isHeld(source.path))
    .map(({ path }) => path);
}

const nextTo = ({ path, text }: Source, all: ReadonlyMap<string, Source>): Source[] =>
  importsOf(text).flatMap(({ of }) => {
    const found = all.get(posix.join(posix.dirname(path), of));
    return found === undefined ? [] : [found];
  });

/** It has a function; types, names and numbers are tested by whoever uses them. */
function decides({ path, text }: Source): boolean {
  let hasFunction = false;
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    hasFunction ||= ts.isFunctionLike(node);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return hasFunction;
}
