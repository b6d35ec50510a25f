/**
 * The sample: a fictional water bureau with its people, and a round made from its notice, assigned and ready to launch.
 *
 * Its passwords are public, so it goes into an empty installation on one machine only.
 */
import { readFile } from 'node:fs/promises';
import type { Context } from './context.ts';
import { newCommandId } from './ids.ts';
import { hashPassword } from './people/passwords.ts';
import { writePerson } from './people/people.ts';
import { readInput } from './read-input.ts';
import { Refused } from './refused.ts';
import { writeAssignments } from './rounds/assign.ts';
import { writeRound } from './rounds/import.ts';
import { launchRound } from './rounds/launch.ts';
import { importableNotice } from './rounds/notice-shape.ts';
import type { ItemAssignment } from './rounds/round-bodies.ts';
import { readAside } from './rounds/read-aside.ts';
import { round, type RoundDetail } from './rounds/rounds.ts';
import type { Actor, Role } from '../core/actor.ts';
import { localDate, type Instant } from '../core/time.ts';
import { itemsOfRound } from '../db/items.ts';
import { insertUnit, isEmptyInstallation, lockPeople, peopleByIds, updateUnit } from '../db/people.ts';
import { transaction, type Db } from '../db/pool.ts';
import { insertRecordEvent } from '../db/record-events.ts';

/** All sample people share it; the three below are offered on the first page. */
const samplePassword = 'rectify-sample';

const units = [
  { id: 'office', name: '办公室', position: 1, liaisonId: 'sun' },
  { id: 'finance', name: '财务科', position: 2, liaisonId: 'wang' },
  { id: 'works', name: '工程建设科', position: 3, liaisonId: 'gao' },
  { id: 'leaders', name: '局领导', position: 4, liaisonId: null },
  { id: 'inspection', name: '巡察整改办', position: 5, liaisonId: null },
] as const;

interface Member {
  readonly id: string;
  readonly name: string;
  readonly unitId: (typeof units)[number]['id'];
  readonly roles: Role[];
  readonly isChief?: boolean;
  readonly inInspectionOffice?: boolean;
}

const members: readonly Member[] = [
  { id: 'wang', name: '王晓梅', unitId: 'finance', roles: ['staff'] },
  { id: 'sun', name: '孙立新', unitId: 'office', roles: ['staff'] },
  { id: 'gao', name: '高远', unitId: 'works', roles: ['staff'] },
  { id: 'tang', name: '唐宇', unitId: 'works', roles: ['staff'] },
  { id: 'zhang', name: '张立', unitId: 'leaders', roles: ['supervisor'] },
  { id: 'zhou', name: '周岚', unitId: 'leaders', roles: ['supervisor'] },
  { id: 'chen', name: '陈正', unitId: 'leaders', roles: ['supervisor'], isChief: true },
  { id: 'li', name: '李敏', unitId: 'inspection', roles: ['supervisor'], inInspectionOffice: true },
  { id: 'zhao', name: '赵青', unitId: 'inspection', roles: ['admin'], inInspectionOffice: true },
];

const admin: Actor = { personId: 'zhao', roles: ['admin'], unitId: 'inspection', inInspectionOffice: true };

const emailOf = (id: string): string => `${id}@yunling.example`;

/** Who carries the items, in the order of the notice. */
const carriers = [
  { unitId: 'works', handlerId: 'gao', leadLeaderId: 'zhou' },
  { unitId: 'works', handlerId: 'tang', leadLeaderId: 'zhou' },
  { unitId: 'works', handlerId: 'gao', leadLeaderId: 'zhou' },
  { unitId: 'office', handlerId: 'sun', leadLeaderId: 'zhang' },
  { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' },
  { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' },
  { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' },
  { unitId: 'works', handlerId: 'tang', leadLeaderId: 'zhou' },
  { unitId: 'works', handlerId: 'gao', leadLeaderId: 'zhou' },
  { unitId: 'office', handlerId: 'sun', leadLeaderId: 'zhang' },
] as const;

/** Whatever document the items are from. */
export const sampleAssignments = (itemIds: readonly string[]): ItemAssignment[] =>
  itemIds.map((itemId, index) => ({ itemId, ...(carriers[index % carriers.length] ?? carriers[0]) }));

/** Fixed at once: the expenses to be paid back. */
const immediateItems = [7];

interface SampleAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** One of each role: who applies, who endorses, who approves. */
const offered = ['wang', 'zhang', 'zhao'];

export interface Installation {
  /** Nobody and no round yet: what the sample may be installed into. */
  readonly empty: boolean;
  /** Those of the sample that is here, or on an empty installation those it would bring; none where it is not allowed. */
  readonly sampleAccounts: SampleAccount[];
}

/** What the first page offers before anybody has signed in. */
export async function installation({ pool }: Pick<Context, 'pool'>, sampleAllowed: boolean): Promise<Installation> {
  const empty = await isEmptyInstallation(pool);
  return { empty, sampleAccounts: sampleAllowed ? await sampleAccounts(pool, empty) : [] };
}

async function sampleAccounts(pool: Db, empty: boolean): Promise<SampleAccount[]> {
  const here = (await peopleByIds(pool, offered)).filter(({ id, email }) => email === emailOf(id));
  const known = empty ? members : here;
  return offered.flatMap((id) =>
    known
      .filter((person) => person.id === id)
      .flatMap(({ name, roles: [role] }) =>
        role === undefined ? [] : [{ role, name, email: emailOf(id), password: samplePassword }],
      ),
  );
}

/** @throws Refused notEmpty where there is a person or a round already */
export async function installSample(context: Context, options: { readonly launch: boolean }): Promise<RoundDetail> {
  const now = context.now();
  const passwordHash = await hashPassword(samplePassword);
  const source = await readFile(new URL('../documents/sample/notice.md', import.meta.url), 'utf8');
  const notice = readInput(importableNotice, (await readAside(source)).notice);
  const id = await transaction(context.pool, async (db) => {
    await lockPeople(db);
    if (!(await isEmptyInstallation(db))) throw new Refused({ code: 'notEmpty' });
    await writeSamplePeople(db, passwordHash, now);
    const title = '十四届县委第六轮巡察反馈问题整改（示例）';
    const given = { title, source, notice, startsOn: localDate(now), immediateItems };
    const roundId = await writeRound(db, admin, given, now);
    const itemIds = (await itemsOfRound(db, roundId)).map(({ id }) => id);
    await writeAssignments(db, context, admin, roundId, sampleAssignments(itemIds), newCommandId());
    await insertRecordEvent(db, { kind: 'sampleInstalled', recordId: roundId, at: now, by: null, data: {} });
    return roundId;
  });
  return options.launch ? launchRound(context, admin, id) : round(context, admin, id);
}

/** The people and units alone, for a round from another document. */
export async function addSamplePeople({ pool, now }: Context): Promise<void> {
  const passwordHash = await hashPassword(samplePassword);
  await transaction(pool, (db) => writeSamplePeople(db, passwordHash, now()));
}

async function writeSamplePeople(db: Db, passwordHash: string, now: Instant): Promise<void> {
  for (const unit of units) await insertUnit(db, { ...unit, liaisonId: null });
  for (const member of members)
    await writePerson(db, null, { ...member, email: emailOf(member.id) }, passwordHash, now);
  for (const unit of units) {
    await updateUnit(db, unit);
    await insertRecordEvent(db, { kind: 'unitCreated', recordId: unit.id, at: now, by: null, data: { ...unit } });
  }
}
