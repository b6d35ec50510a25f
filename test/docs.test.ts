/** The papers tell what the code does: links lead somewhere, and every table that repeats code is compared with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../api/status.ts';
import { knownNames } from '../core/config.ts';
import { catalogue, type Catalogue } from '../core/i18n/catalogue.ts';
import { commandTypes, allowedIn } from '../core/item/acts.ts';
import { itemStates } from '../core/item/item.ts';
import { defaultPolicy, type Addressee } from '../core/rules/policy.ts';
import { grants, type Act, type RecordAct } from '../core/item/roles.ts';
import { arrows } from './support/arrows.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const pages = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The rows of the tables under a heading (all of the page when none is named), a row as its cells. */
function rowsOf(page: string, heading?: string): string[][] {
  const text = read(page);
  const from = heading === undefined ? 0 : text.indexOf(`${heading}\n`);
  if (from === -1) throw new Error(`${page} has no heading ${heading}`);
  const [section = ''] = text.slice(from + (heading?.length ?? 0)).split(/\n#{1,3} /);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map(cellsOf);
}

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');
const zh = catalogue('zh-CN');
const en = catalogue('en');

const anchors = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

describe('the papers', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:|^mailto:/.test(link));
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('list every decision', () => {
    const names = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
    expect(names.map((name) => name.slice(0, 4))).toEqual(names.map((_, index) => String(index + 1).padStart(4, '0')));
    expect(names.filter((name) => !read('docs/decisions/README.md').includes(`(${name})`))).toEqual([]);
  });

  it('of the architecture name every top folder of the tree', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => !['node_modules', 'dist'].includes(name));
    const first = rowsOf('docs/architecture.md', '## Folders and arrows').map(([folder]) => folder);
    expect(folders.filter((name) => !first.includes(`\`${name}/\``))).toEqual([]);
  });

  it('of the architecture list every workflow with its activities, and tables that are there', () => {
    const [, ...rows] = rowsOf('docs/architecture.md', '## Workflows');
    const namesIn = (column: number) =>
      rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    const workflows = [...read('workflows/index.ts').matchAll(/(\w+Workflow)\b/g)].map(([name]) => name);
    expect(namesIn(0).sort()).toEqual(workflows.sort());
    const [, hands = ''] = read('activities/contract.ts').split('export interface Activities {');
    const activities = [...hands.matchAll(/^ {2}(\w+)\(/gm)].map(([, name = '']) => name);
    expect([...new Set(namesIn(2))].sort()).toEqual(activities.sort());
    const migrations = readdirSync(join(root, 'db/migrations')).map((name) => read(`db/migrations/${name}`));
    const tables = [...migrations.join('').matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name);
    expect(namesIn(3).filter((name) => !tables.includes(name))).toEqual([]);
  });

  it('of the architecture count the events of the golden life', () => {
    const { events, actions, byType } = JSON.parse(read('test/workflows/canonical-life.golden.json')) as {
      events: number;
      actions: number;
      byType: Readonly<Record<string, number>>;
    };
    const [, ...rows] = rowsOf('docs/architecture.md', '## What a life costs');
    expect(rows).toEqual(Object.entries(byType).map(([type, count]) => [`\`${type}\``, String(count)]));
    expect(read('docs/architecture.md')).toContain(`**${events} history events, ${actions} Actions**`);
  });
});

describe('the lifecycle', () => {
  const page = 'docs/lifecycle.md';
  const doers = (act: Act, words: Catalogue, comma: string): string =>
    grants[act].map(({ role, scope }) => words.doers[role][scope]).join(comma);
  const who = (act: Act): string[] => [doers(act, zh, '、'), doers(act, en, ', ')];

  it('begins with the states as the catalogue has them', () => {
    const lines = read(page)
      .split('\n')
      .filter((line) => /^- `\w+` /.test(line))
      .slice(0, itemStates.length);
    expect(lines.map((line) => line.slice(2).split(':')[0])).toEqual(
      itemStates.map((state) => `\`${state}\` ${zh.states[state]} · ${en.states[state]}`),
    );
    expect(itemStates.filter((state) => !read(page).includes(`### \`${state}\` ${zh.states[state]}\n`))).toEqual([]);
  });

  const stages = ['approveOnly', 'endorseThenApprove'] as const;

  it('prints acts, states and roles as they are decided', () => {
    const acts = commandTypes.map((act) => [
      `\`${act}\``,
      `${zh.acts[act]} · ${en.acts[act]}`,
      code([...new Set(stages.flatMap((closureReview) => allowedIn(act, { ...defaultPolicy, closureReview })))]),
      ...who(act),
    ]);
    const recordActs = (Object.keys(zh.recordActs) as RecordAct[]).map((act) => [
      `\`${act}\``,
      `${zh.recordActs[act]} · ${en.recordActs[act]}`,
      ...who(act),
    ]);
    const rows = rowsOf(page, '## Who may do what').filter(([act]) => act !== 'act');
    expect(rows).toEqual([...acts, ...recordActs]);
  });

  it('prints the ladders of the default policy', () => {
    const to = (addressees: readonly Addressee[]): string => addressees.join(', ');
    const { planReminders, reminders, escalations } = defaultPolicy;
    const rows = rowsOf(page, '## What time does');
    const before = (name: string) => rows.filter(([date, days = '']) => date === name && /^\d+$/.test(days));
    expect(before('plan')).toEqual(planReminders.map((step) => ['plan', String(step.daysBefore), to(step.to)]));
    expect(before('due date')).toEqual(reminders.map((step) => ['due date', String(step.daysBefore), to(step.to)]));
    expect(rows.filter(([days = '']) => /^\d+$/.test(days)).map((row) => row.slice(0, 2))).toEqual(
      escalations.map((step) => [String(step.workingDaysAfter), to(step.to)]),
    );
  });

  it('prints the other numbers of the default policy', () => {
    const lengths = rowsOf(page, '## What time does').map(([deadline, , length = '']) => [deadline, length] as const);
    const lengthOf = (name: string) => lengths.find(([deadline]) => deadline === name)?.[1];
    const policy = defaultPolicy;
    expect(lengthOf('sign for the item')).toBe(`${policy.signWithinWorkingDays} working days`);
    expect(lengthOf('review of a closure')).toBe(`${policy.reviewWithinWorkingDays} working days each`);
    expect(lengths).toContainEqual(['plan', `${policy.planDueDays} days, on a day off the next working day`]);
    expect(lengths).toContainEqual(['due date', `${policy.periodMonths} months, on a day off the next working day`]);
    expect(lengthOf('interim checkpoint')).toMatch(
      new RegExp(`^${policy.interimCheckpointMonths} months .*${policy.planDueDays} days`),
    );
    expect(lengthOf('standing review')).toMatch(new RegExp(`^${policy.standingReviewMonths} months `));
    expect(read(page)).toContain(`${policy.yellowWithinDays} calendar days or fewer`);
  });
});

describe('the API page', () => {
  it('prints every refusal with its status', () => {
    const byStatus = Map.groupBy(Object.entries(statusOf), ([, status]) => status);
    const expected = [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [String(status), code(codes.map(([name]) => name))]);
    expect(rowsOf('docs/api.md', '## Refusals').slice(1)).toEqual(expected);
  });
});

describe('the glossary', () => {
  const bySentences = [
    'refusals',
    'events',
    'policy',
    'explanation',
    'rehearsal',
    'doers',
    'mailTroubles',
    'errors',
    'chain',
  ];
  const groups = Object.entries(zh).flatMap(([group, words]: [string, unknown]) =>
    typeof words === 'object' && words !== null && !bySentences.includes(group) ? [group as keyof Catalogue] : [],
  );
  const wordOf = (word: unknown): string =>
    typeof word === 'string' ? word : Object.values(word as Readonly<Record<string, string>>).join(' ');
  const termsOf = (group: keyof Catalogue): string[] => {
    const [chinese, english] = [zh[group], en[group]] as unknown as Readonly<Record<string, unknown>>[];
    return Object.keys(english ?? {}).map((key) =>
      [wordOf(chinese?.[key]), wordOf(english?.[key]), `\`${group}.${key}\``].join(' | '),
    );
  };

  it('has every term that core/i18n names, as both languages name it, and no other', () => {
    const told = read('docs/glossary.md')
      .split('\n')
      .filter((line) => /\| `\w+\.\w+` +\|$/.test(line))
      .map((line) => cellsOf(line).join(' | '));
    expect(groups.length).toBeGreaterThan(12);
    expect(told.toSorted()).toEqual(groups.flatMap(termsOf).toSorted());
  });
});

describe('the answers to the ASVS', () => {
  const page = 'docs/asvs.md';
  const answers = ['yes', 'untested', 'no', 'not ours'];
  const rows = read(page)
    .split('\n')
    .filter((line) => /^\| \d+\.\d+\.\d+ /.test(line))
    .map(cellsOf);

  it('are one for each requirement of levels 1 and 2, and are counted at the head', () => {
    expect(new Set(rows.map(([number]) => number)).size).toBe(253);
    const figures = ['1', '2'].map((level) => {
      const counts = answers.map((wanted) => rows.filter((row) => row[1] === level && row[3] === wanted).length);
      return [level, ...counts.map(String), String(counts.reduce((sum, count) => sum + count, 0))];
    });
    expect(figures.map((figure) => figure.at(-1))).toEqual(['70', '183']);
    expect(rowsOf(page).slice(1, 3)).toEqual(figures);
  });

  it('name with each yes a test that is there, and with each other answer a reason', () => {
    const testsIn = (why = ''): string[] =>
      [...why.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, path = '']) => path);
    const named = rows.flatMap((row) => testsIn(row[4]));
    expect([...new Set(named)].filter((path) => !/\.test\.ts$/.test(path) || !existsSync(join(root, path)))).toEqual(
      [],
    );
    expect(rows.filter(([, , , answer, why]) => answer === 'yes' && testsIn(why).length === 0)).toEqual([]);
    expect(rows.filter(([, , , , why]) => why === undefined || why === '')).toEqual([]);
  });
});

describe('settings', () => {
  const names = (text: string): string[] => [...new Set(text.match(/\bRECTIFY_[A-Z_]+\b/g))].sort();

  it('all have a row in the page on operations, and no others do', () => {
    const first = rowsOf('docs/operations.md', '## Settings')
      .map(([name = '']) => name)
      .join(' ');
    expect(names(first)).toEqual([...knownNames].sort());
    for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'SMTP_URL'])
      expect(first).toContain(`\`${name}\``);
  });

  it.each(['docker-compose.yml', '.env.example', 'Dockerfile'])('in %s are ones that the code knows', (file) => {
    expect(names(read(file)).filter((name) => !knownNames.includes(name))).toEqual([]);
  });

  it('that the compose file asks for are explained in .env.example, and the other way round', () => {
    const asked = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect([...new Set(asked)].sort()).toEqual([...explained].sort());
    // Each has a comment right above it.
    expect(read('.env.example')).not.toMatch(/^[A-Z_]+=.*\n(?:\n)?[A-Z_]+=/m);
  });

  it('name every service of the compose file on the page on operations', () => {
    const [, services = ''] = /^services:\n([\s\S]*?)^networks:/m.exec(read('docker-compose.yml')) ?? [];
    const found = [...services.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => name);
    const told = rowsOf('docs/operations.md', '## Production on one server').map(([name = '']) => name);
    expect(found.length).toBeGreaterThan(5);
    expect(told.slice(1).sort()).toEqual(found.map((name) => `\`${name}\``).sort());
  });

  it('bring into the image every room that its processes are made of, and no data or secrets', () => {
    const letIn = [...read('.dockerignore').matchAll(/^!(\w+)$/gm)].map(([, name = '']) => name);
    const rooms = Object.keys(arrows).filter((place) => !place.includes('.') && !['local', 'test'].includes(place));
    expect(letIn.filter((name) => name !== 'LICENSE').sort()).toEqual(rooms.sort());
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  it('pin every image of the compose file to a version', () => {
    const images = [...read('docker-compose.yml').matchAll(/^ +image: (.+)$/gm)].map(([, image = '']) => image);
    expect(images.filter((image) => !/:\d+\.\d+/.test(image))).toEqual([]);
  });
});
