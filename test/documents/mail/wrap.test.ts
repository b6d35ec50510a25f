import { describe, expect, it } from 'vitest';
import { width, wrap } from '../../../documents/mail/wrap.ts';

describe('lines of the text twin', () => {
  it('break between Chinese characters, at most 36 of them', () => {
    const lines = wrap('整'.repeat(80)).split('\n');
    expect(lines.every((line) => width(line) <= 72)).toBe(true);
    expect(lines.join('')).toBe('整'.repeat(80));
  });

  it('never start with a closing mark', () => {
    for (let before = 30; before < 40; before += 1)
      for (const line of wrap(`${'整'.repeat(before)}，改${'）'}。`).split('\n')) expect(line).not.toMatch(/^[，。）]/);
  });

  it('break between English words and keep the indent', () => {
    const lines = wrap('measure '.repeat(30), '  ').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).toMatch(/^ {2}measure( measure)*$/);
      expect(width(line)).toBeLessThanOrEqual(72);
    }
  });

  it('cut a word that fits on no line', () => {
    const lines = wrap('x'.repeat(200)).split('\n');
    expect(lines.every((line) => width(line) <= 72)).toBe(true);
    expect(lines.join('')).toBe('x'.repeat(200));
  });
});
