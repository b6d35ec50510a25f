import { describe, expect, it } from 'vitest';
import { newCommandId } from '../../../web/ui/command-id.ts';

describe('a command id', () => {
  it('is new for each press and fits the contract', () => {
    const ids = new Set(Array.from({ length: 50 }, newCommandId));
    expect(ids.size).toBe(50);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(64);
  });
});
