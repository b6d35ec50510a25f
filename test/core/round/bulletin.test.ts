import { expect, test } from 'vitest';
import { audiences, bulletinChoices, isTold } from '../../../core/round/bulletin.ts';

test('whoever is inside is told no less than the public, and of what is withheld nobody', () => {
  const told = audiences.map((audience) => bulletinChoices.filter((choice) => isTold(choice, audience)));
  expect(told).toEqual([['publish'], ['publish', 'inside']]);
});
