/** Passwords that are too easily guessed. */
import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../core/people/password.ts';

const wang = { name: '王小明', email: 'wang.xm@yunling.example' };

describe('a password', () => {
  it.each([
    ['moss under nine bridges', null],
    ['九座桥下的青苔年年都绿着', null],
    ['eleven char', 'short'],
    ['', 'short'],
    ['rectify-sample', 'example'],
    ['My-Rectify-Sample-2026', 'example'],
    ['wang.xm-2026-05', 'ownData'],
    ['WANG.XM@YUNLING.EXAMPLE', 'ownData'],
    ['我的名字是王小明，很好记', 'ownData'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    ['121212121212', 'monotonous'],
  ])('%s: %s', (password, weakness) => {
    expect(weaknessOf(password, wang)).toBe(weakness);
  });

  it('may hold a name that is too short to tell anything', () => {
    expect(weaknessOf('a river of lilies', { name: 'Li', email: 'li@x.example' })).toBeNull();
  });
});
