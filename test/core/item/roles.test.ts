/** Who may do what: the whole table, written by hand, so that a change of a right is a change of this page. */
import { describe, expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import { grants, may, type Act, type Ties } from '../../../core/item/roles.ts';
import { roles, type Actor, type Role } from '../../../core/actor.ts';

const item: Ties = { unitId: 'finance', leadLeaderId: 'leader' };

/**
 * How a person stands to the item, in the order of the letters: of its Unit, its Leader, of the inspection Office, Both of
 * the first two, Neither.
 */
const relations: Readonly<Record<'U' | 'L' | 'O' | 'B' | 'N', Omit<Actor, 'roles'>>> = {
  U: { personId: 'somebody', unitId: 'finance', inInspectionOffice: false },
  L: { personId: 'leader', unitId: 'bureau', inInspectionOffice: false },
  O: { personId: 'somebody', unitId: 'inspection', inInspectionOffice: true },
  B: { personId: 'leader', unitId: 'finance', inInspectionOffice: false },
  N: { personId: 'somebody', unitId: 'bureau', inInspectionOffice: false },
};

type Row = Readonly<Record<Role, string>>;

const row = (staff: string, supervisor: string, admin: string): Row => ({ staff, supervisor, admin });

const table: Readonly<Record<Act, Row>> = {
  //                      staff   supervisor  admin
  assign: /*          */ row('-----', '-----', 'ULOBN'),
  signFor: /*         */ row('U--B-', '-----', '-----'),
  disown: /*          */ row('U--B-', '-----', '-----'),
  submitPlan: /*      */ row('U--B-', '-----', '-----'),
  approvePlan: /*     */ row('-----', '-L-B-', '-----'),
  returnPlan: /*      */ row('-----', '-L-B-', '-----'),
  revisePlan: /**/ row('U--B-', '-----', '-----'),
  reportProgress: /*  */ row('U--B-', '-----', '-----'),
  recordProgress: /*  */ row('-----', '-----', 'ULOBN'),
  markMeasures: /**/ row('U--B-', '-----', '-----'),
  addEvidence: /*     */ row('U--B-', '-----', '-----'),
  requestClosure: /*  */ row('U--B-', '-----', '-----'),
  withdraw: /**/ row('U--B-', '-----', '-----'),
  return: /*          */ row('-----', '-LOBN', '--O--'),
  endorse: /*         */ row('-----', '-L-B-', '-----'),
  concur: /*          */ row('-----', '--O-N', '-----'),
  approveClosure: /*  */ row('-----', '--O--', '--O--'),
  acceptInterim: /*   */ row('-----', '--O--', '--O--'),
  acceptStanding: /*  */ row('-----', '--O--', '--O--'),
  requestExtension: /**/ row('U--B-', '-----', '-----'),
  grantExtension: /*  */ row('-----', '--O--', '--O--'),
  refuseExtension: /* */ row('-----', '--O--', '--O--'),
  setDueDate: /*      */ row('-----', '--O--', '--O--'),
  moveDates: /*       */ row('-----', '-----', 'ULOBN'),
  handOver: /*        */ row('-----', '-----', 'ULOBN'),
  fixDueDate: /**/ row('-----', '--O--', '--O--'),
  requestPause: /**/ row('U--B-', '--O--', '--O--'),
  grantPause: /**/ row('-----', '--O--', '--O--'),
  refusePause: /**/ row('-----', '--O--', '--O--'),
  endPause: /**/ row('-----', '--O--', '--O--'),
  classify: /**/ row('-----', '--O--', '--O--'),
  urge: /*            */ row('-----', '--O--', '--O--'),
  issueLetter: /*     */ row('-----', '--O--', '--O--'),
  answerLetter: /*    */ row('U--B-', '-----', '-----'),
  recordInterview: /* */ row('-----', '--O--', '--O--'),
  unlist: /*          */ row('-----', '--O--', '--O--'),
  cancel: /*          */ row('-----', '-----', 'ULOBN'),
  reopen: /*          */ row('-----', '--O--', '--O--'),
  readRounds: /*      */ row('ULOBN', 'ULOBN', 'ULOBN'),
  importRound: /*     */ row('-----', '-----', 'ULOBN'),
  editRound: /*       */ row('-----', '-----', 'ULOBN'),
  launchRound: /*     */ row('-----', '-----', 'ULOBN'),
  changeRules: /*     */ row('-----', '-----', 'ULOBN'),
  editBulletin: /*    */ row('-----', '-----', 'ULOBN'),
  approveBulletin: /* */ row('-----', '--O--', '--O--'),
  readItem: /*        */ row('U--B-', 'ULOBN', 'ULOBN'),
  readPeople: /*      */ row('ULOBN', 'ULOBN', 'ULOBN'),
  editPeople: /*      */ row('-----', '-----', 'ULOBN'),
  readSecurity: /*    */ row('-----', '-----', 'ULOBN'),
  readMails: /*       */ row('-----', '-----', 'ULOBN'),
  sendMailsNow: /*    */ row('-----', '-----', 'ULOBN'),
  keepRuns: /*        */ row('-----', '-----', 'ULOBN'),
  uploadEvidence: /*  */ row('U--B-', '-----', '-----'),
};

const acts = Object.keys(table) as readonly Act[];

const granted = (act: Act, role: Role): string =>
  Object.entries(relations)
    .map(([letter, person]) => (may({ ...person, roles: [role] }, act, item) ? letter : '-'))
    .join('');

describe('the table of rights', () => {
  it('has a row for every act', () => {
    expect([...acts].sort()).toEqual(Object.keys(grants).sort());
  });

  it.each(acts)('grants %s to whom the row says and to nobody else', (act) => {
    expect({
      staff: granted(act, 'staff'),
      supervisor: granted(act, 'supervisor'),
      admin: granted(act, 'admin'),
    }).toEqual(table[act]);
  });

  it('gives a person of several roles what each of them gives, and nothing more', () => {
    for (const act of acts)
      for (const [letter, person] of Object.entries(relations)) {
        const all = may({ ...person, roles }, act, item);
        expect(all, `${act} by ${letter}`).toBe(roles.some((role) => table[act][role].includes(letter)));
      }
  });

  it('gives nothing to a person without a role', () => {
    for (const act of acts)
      for (const person of Object.values(relations)) expect(may({ ...person, roles: [] }, act, item)).toBe(false);
  });
});

describe('ties', () => {
  it('are needed by every right that is not for any item', () => {
    for (const act of acts)
      for (const person of Object.values(relations)) {
        const isForAny = roles.some((role) => table[act][role] === 'ULOBN');
        expect(may({ ...person, roles }, act), act).toBe(isForAny);
      }
  });

  it('do not join a person without a unit to an item without one', () => {
    const nowhere: Actor = { personId: 'somebody', roles, unitId: null, inInspectionOffice: true };
    const untied: Ties = { unitId: null, leadLeaderId: null };
    expect(may(nowhere, 'signFor', untied)).toBe(false);
    expect(may(nowhere, 'approveClosure', untied)).toBe(false);
  });

  it('of the inspection office count, whatever unit it is kept under, but not on an item of that unit or led by them', () => {
    const office = { personId: 'li', roles: ['supervisor'], inInspectionOffice: true } as const;
    expect(may({ ...office, unitId: null }, 'approveClosure', item)).toBe(true);
    expect(may({ ...office, unitId: 'finance' }, 'approveClosure', item)).toBe(false);
    expect(may({ ...office, unitId: null }, 'approveClosure', { ...item, leadLeaderId: 'li' })).toBe(false);
  });
});

describe('the cast', () => {
  const ties: Ties = { unitId: 'finance', leadLeaderId: 'zhang' };

  it.each([
    ['wang', 'requestClosure', true],
    ['lin', 'requestClosure', true],
    ['gao', 'requestClosure', false],
    ['zhang', 'endorse', true],
    ['chen', 'endorse', false],
    ['li', 'endorse', false],
    ['li', 'approveClosure', true],
    ['zhao', 'approveClosure', true],
    ['zhang', 'approveClosure', false],
    ['wang', 'approveClosure', false],
    ['gao', 'readItem', false],
    ['chen', 'readItem', true],
  ] as const)('%s, asked about %s, gets %s', (id, act, expected) => {
    expect(may(actor(cast[id]), act, ties)).toBe(expected);
  });
});
