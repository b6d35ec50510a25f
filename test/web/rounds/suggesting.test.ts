import { describe, expect, it } from 'vitest';
import type { ItemRow, ListedPerson } from '../../../api/contract.ts';
import type { Responsibility } from '../../../core/round/notice.ts';
import { said as saidOf } from '../../support/said.ts';
import { meaningIn, suggestions, unmatched } from '../../../web/rounds/suggesting.ts';

const person = (id: string, name: string, more: Partial<ListedPerson>): ListedPerson =>
  ({ id, name, hasLeft: false, inInspectionOffice: false, unitId: null, roles: [], ...more }) as ListedPerson;
const staff = (id: string, name: string, unitId: string) => person(id, name, { unitId, roles: ['staff'] });

const directory = {
  units: [
    { id: 'finance', name: '财务科' },
    { id: 'works', name: '工程科' },
    { id: 'empty', name: '档案室' },
  ],
  people: [
    staff('wang', '王小明', 'finance'),
    staff('gao', '高远', 'works'),
    staff('li1', '李红', 'works'),
    staff('li2', '李红', 'works'),
    person('zhang', '张正', { roles: ['supervisor'] }),
    person('chen', '陈平', { roles: ['supervisor'], hasLeft: true }),
  ],
};
const row = (position: number, unitId: string | null = null): ItemRow =>
  ({ id: `r-${position}`, position, unitId }) as ItemRow;
const said = (more: Partial<Responsibility>): Responsibility => saidOf(1, more);
const meaning = meaningIn(directory);

describe('what the document says of who answers', () => {
  it('is offered where whole names agree, whatever their width and blanks', () => {
    const offered = suggestions([row(1)], [said({ unit: '财务科', owner: '王 小明', leader: '张　正' })], meaning);
    expect(offered).toEqual({ 'r-1': { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' } });
  });

  it.each([
    ['an office held', { leader: '副局长' }],
    ['part of a name', { unit: '财务' }],
    ['two units', { unit: '财务科、工程科' }],
    ['a unit without staff', { unit: '档案室' }],
    ['somebody who has left', { leader: '陈平' }],
    ['staff of a unit that is not said', { owner: '高远' }],
  ])('is not guessed: %s', (_, more) => {
    expect(suggestions([row(1)], [said(more)], meaning)).toEqual({});
  });

  it('is not offered between two of one name, nor to an item that somebody has', () => {
    expect(suggestions([row(1)], [said({ unit: '工程科', owner: '李红' })], meaning)).toEqual({
      'r-1': { unitId: 'works', handlerId: '', leadLeaderId: '' },
    });
    expect(suggestions([row(1, 'works')], [said({ unit: '财务科' })], meaning)).toEqual({});
  });

  it('is shown as it stands where nobody has the name', () => {
    expect(unmatched(said({ unit: '财务科', leader: '副局长', owner: '赵某' }), meaning)).toEqual({
      unitId: null,
      handlerId: '赵某',
      leadLeaderId: '副局长',
    });
  });
});
