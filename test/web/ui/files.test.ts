import { describe, expect, it } from 'vitest';
import { size } from '../../../core/i18n/format.ts';
import { fileKind } from '../../../web/ui/files.ts';

describe('a file', () => {
  it('is told by its type and a size that people read', () => {
    expect(fileKind('盘点表.XLSX')).toBe('XLSX');
    expect(fileKind('无后缀')).toBe('?');
    expect([900, 340 * 1024, 1_300_000, 86 * 1024 * 1024].map(size)).toEqual(['900 B', '340 kB', '1.2 MB', '86 MB']);
  });
});
