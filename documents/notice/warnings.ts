/** A notice as people and pipes read it: its warnings as sentences. */
import { warningText } from '../../core/i18n/notice-warnings.ts';
import type { Locale } from '../../core/locale.ts';
import type { Notice, NoticeJson } from '../../core/round/notice.ts';

/** A notice as it is printed: its warnings as Chinese sentences. */
export function noticeJson(notice: Notice, locale: Locale = 'zh-CN'): NoticeJson {
  return { ...notice, warnings: notice.warnings.map((warning) => warningText(warning, locale)) };
}
