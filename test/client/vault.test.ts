/** Secrets that are read again: by their owner's name, with the keys in use, and with nothing else. */
import { expect, test } from 'vitest';
import { vaultWith } from '../../client/vault.ts';
import { payloadKeys } from '../../wire/payload-keys.ts';

const line = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const [one, two] = [line('k1', 1), line('k2', 2)];
const vault = (...lines: string[]) => vaultWith(payloadKeys(lines.join('\n')));

test('a secret opens as it was locked, and shows nothing of itself', () => {
  const locked = vault(one).lock('JBSWY3DP', 'wang');
  expect(locked).toMatch(/^k1:[A-Za-z0-9+/=]+$/);
  expect(locked).not.toBe(vault(one).lock('JBSWY3DP', 'wang'));
  expect(Buffer.from(locked.slice(3), 'base64').toString('latin1')).not.toContain('JBSWY3DP');
  expect(vault(one).open(locked, 'wang')).toBe('JBSWY3DP');
});

test('it opens for nobody else, with no other key, and not when it was changed', () => {
  const locked = vault(one).lock('JBSWY3DP', 'wang');
  expect(() => vault(one).open(locked, 'zhao')).toThrow();
  expect(() => vault(two).open(locked, 'wang')).toThrow('key "k1"');
  expect(() => vault(line('k1', 3)).open(locked, 'wang')).toThrow();
  expect(() => vault(one).open(`${locked.slice(0, -4)}AAAA`, 'wang')).toThrow();
});

test('keys are replaced while it is kept', () => {
  const locked = vault(one).lock('JBSWY3DP', 'wang');
  const both = vault(two, one);
  expect(both.open(locked, 'wang')).toBe('JBSWY3DP');
  expect(both.isCurrent(locked)).toBe(false);
  expect(both.isCurrent(both.lock('JBSWY3DP', 'wang'))).toBe(true);
});
