/** A person as somebody who acts. */
import { expect, it } from 'vitest';
import { actorOf, type Person } from '../../../core/people/people.ts';

it('acts with roles, unit and office, and takes no personal data along', () => {
  const person: Person = {
    ...{ id: 'wang', name: '王小明', email: 'wang@yunling.example', locale: 'zh-CN', phone: '0000-5550123' },
    ...{ roles: ['staff'], unitId: 'finance', isChief: false, inInspectionOffice: false, hasLeft: false },
  };
  expect(actorOf(person)).toEqual({ personId: 'wang', roles: ['staff'], unitId: 'finance', inInspectionOffice: false });
});
