/** Names that differ as people write them, and names that differ. */
import { expect, it } from 'vitest';
import { called, isAlike, named } from '../../../core/forms/alike.ts';

it.each([
  ['财务科', ' 财务科 ', true],
  ['财务科（一）', '财务科(一)', true],
  ['Works  Office', 'works office', true],
  ['财务科', '财务处', false],
])('%s and %s', (one, other, expected) => expect(isAlike(one, other)).toBe(expected));

const people = [
  { name: '王小明', email: 'wang@yunling.example' },
  { name: 'wang@yunling.example', email: 'other@yunling.example' },
  { name: '王小明', email: 'wang2@yunling.example' },
];

it('an address says who is meant before any name does', () => {
  expect(called(people, 'WANG@yunling.example')).toEqual([people[0]]);
  expect(called(people, '王小明')).toEqual([people[0], people[2]]);
  expect(named(people, '无名')).toEqual([]);
});
