import { describe, expect, it } from 'vitest';
import { warningText } from '../../../core/i18n/notice-warnings.ts';
import type { NoticeWarning } from '../../../core/round/notice.ts';

const EVERY: readonly NoticeWarning[] = [
  { code: 'noItems' },
  { code: 'yearUnknown', field: 'feedback', text: '7月8日' },
  { code: 'dateInvalid', text: '2024年2月30日' },
  { code: 'countDiffers', counted: 'measures', stated: 12, found: 11 },
  { code: 'sumDiffers', stated: 37, sum: 36 },
  { code: 'rateDiffers', statedPercent: 95, computedPercent: 80 },
  { code: 'cellEmpty', finding: '巡护日志代签', above: '护林员考勤不严' },
  { code: 'tableTorn', line: 12, head: '序号 反馈问题 整改措施' },
  { code: 'numberSkipped', after: '（一）', found: '（三）' },
];

describe('what a reader should look at again', () => {
  it.each(EVERY.map((warning) => [warning.code, warning] as const))(
    'is a sentence in both languages: %s',
    (_, warning) => {
      expect(warningText(warning, 'zh-CN')).toMatch(/\p{Script=Han}.*。$/u);
      expect(warningText(warning, 'en')).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('gives both numbers that do not agree', () => {
    const warning = { code: 'countDiffers', counted: 'items', stated: 37, found: 36 } as const;
    expect(warningText(warning, 'zh-CN')).toBe('文中称问题37个，实际读到36个。');
    expect(warningText(warning, 'en')).toBe('The text states 37 findings; 36 were found.');
  });
});
