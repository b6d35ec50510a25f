import { describe, expect, it } from 'vitest';
import { cast, units } from '../../support/cast.ts';
import { rosterPlan, type PersonRow, type UnitRow } from '../../../core/forms/roster.ts';
import type { Person, Unit } from '../../../core/people/people.ts';

const people: Person[] = Object.values(cast).map((member) => ({
  ...member,
  roles: [...member.roles],
  phone: null,
  hasLeft: false,
}));
const known = { people, units: units.map((unit, position): Unit => ({ ...unit, position })) };

const columns = { name: 'A', email: 'B', roles: 'C', unit: 'D' };
const person = (row: number, given: Partial<PersonRow>): PersonRow => ({
  place: { sheet: '人员', row, columns },
  faulty: [],
  email: null,
  name: null,
  roles: null,
  unit: null,
  phone: null,
  locale: null,
  isChief: null,
  inInspectionOffice: null,
  ...given,
});
const unit = (row: number, given: Partial<UnitRow>): UnitRow => ({
  place: { sheet: '单位', row, columns: { unitName: 'A', liaison: 'C' } },
  faulty: [],
  name: null,
  position: null,
  liaison: null,
  ...given,
});

const plan = (rows: readonly PersonRow[], ofUnits: readonly UnitRow[] = [], there = known) => {
  let last = 0;
  return rosterPlan({ people: rows, units: ofUnits }, there, (of) => `${of}-${(last += 1)}`);
};
const he = { email: 'he@yunling.example', name: '何苗', roles: ['staff'], unit: '档案科' } as const;

describe('a list of people and units', () => {
  it('adds who is not there, in a unit of the same file, whose liaison they may be', () => {
    const made = plan([person(4, he)], [unit(4, { name: '档案科', liaison: 'HE@yunling.example' })]);
    expect(made.faults).toEqual([]);
    expect(made.units).toMatchObject([
      { before: null, after: { id: 'unit-1', name: '档案科', position: 4, liaisonId: 'person-2' } },
    ]);
    expect(made.people).toMatchObject([
      { before: null, after: { id: 'person-2', unitId: 'unit-1', locale: 'zh-CN', isChief: false } },
    ]);
    expect(made.entries.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
  });

  it('changes nothing the second time', () => {
    const first = plan([person(4, he)], [unit(4, { name: '档案科', liaison: '何苗' })]);
    const there = {
      people: [...people, ...first.people.map(({ after }) => after)],
      units: [...known.units, ...first.units.map(({ after }) => after)],
    };
    const again = plan([person(4, he)], [unit(4, { name: ' 档案科', liaison: '何苗' })], there);
    expect(again.faults).toEqual([]);
    expect(again.entries.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['same', []],
      ['same', []],
    ]);
    expect(again.people.every(({ before, after }) => before?.roles === after.roles)).toBe(true);
  });

  it('leaves what an empty cell says nothing of, and takes roles in another order for the same', () => {
    const both = people.map((one) =>
      one.id === 'gao' ? { ...one, roles: ['admin' as const, 'staff' as const] } : one,
    );
    const row = person(4, { email: 'GAO@yunling.example', roles: ['staff', 'admin'], phone: '000-1' });
    const made = plan([row], [], { ...known, people: both });
    expect(made.people[0]?.after).toMatchObject({ id: 'gao', name: '高远', email: 'gao@yunling.example' });
    expect(made.entries[0]?.changes).toEqual([{ head: 'phone', before: null, after: '000-1' }]);
  });

  it.each<[string, readonly PersonRow[], object]>([
    ['no address', [person(4, { name: '何苗' })], { head: 'email', column: 'B', problem: { code: 'missing' } }],
    ['no name for somebody new', [person(4, { ...he, unit: '财务科', name: null })], { head: 'name', column: 'A' }],
    ['no roles for somebody new', [person(4, { ...he, unit: '财务科', roles: null })], { head: 'roles', column: 'C' }],
    [
      'a unit that is nowhere',
      [person(4, he)],
      { column: 'D', problem: { code: 'unknown', what: 'unit', given: '档案科' } },
    ],
    ['staff without a unit', [person(4, { ...he, unit: null })], { problem: { code: 'staffWithoutUnit' } }],
    [
      'an address twice',
      [person(4, { ...he, unit: '财务科' }), person(7, { email: 'He@yunling.example' })],
      { row: 7, problem: { code: 'twice', given: 'He@yunling.example', sheet: '人员', row: 4 } },
    ],
    [
      'the last admin as none',
      [person(4, { email: cast.zhao.email, roles: ['supervisor'] })],
      { problem: { code: 'lastAdmin' } },
    ],
  ])('tells of %s at its place', (_, rows, fault) => {
    expect(plan(rows).faults).toEqual([expect.objectContaining(fault)]);
  });

  it('tells of somebody who has left, of a liaison nobody knows, and of names that several have', () => {
    const there = {
      people: [
        ...people.map((one) => ({ ...one, hasLeft: one.id === 'wang' })),
        { ...people[2], id: 'gao-2', email: 'g2@x.example' } as Person,
      ],
      units: [...known.units, { id: 'works-2', name: '工程科', position: 9, liaisonId: null }],
    };
    const made = plan(
      [person(4, { email: cast.wang.email })],
      [
        unit(4, { name: '财务科', liaison: '无名' }),
        unit(5, { name: '局领导', liaison: '高远' }),
        unit(6, { name: '工程科' }),
        unit(7, { name: '巡察办', liaison: '王小明' }),
      ],
      there,
    );
    expect(made.faults.map(({ row, head, problem }) => [row, head, problem.code])).toEqual([
      [6, 'unitName', 'ambiguous'],
      [4, 'email', 'hasLeft'],
      [4, 'liaison', 'unknown'],
      [5, 'liaison', 'ambiguous'],
      [7, 'liaison', 'hasLeft'],
    ]);
  });

  it('lets an admin go when another one comes', () => {
    const rows = [
      person(4, { email: cast.zhao.email, roles: ['supervisor'] }),
      person(5, { email: cast.li.email, roles: ['admin'] }),
    ];
    expect(plan(rows).faults).toEqual([]);
  });

  it('says nothing twice of a cell that could not be read', () => {
    expect(plan([person(4, { ...he, unit: '财务科', roles: null, faulty: ['roles'] })]).faults).toEqual([]);
  });
});
