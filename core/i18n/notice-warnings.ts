/** What a reader of a document should look at again, as a sentence. */
import { enNoticeWarning } from './en/notice-warnings.ts';
import { zhNoticeWarning } from './zh/notice-warnings.ts';
import type { Locale } from '../locale.ts';
import type { NoticeWarning } from '../round/notice.ts';

export const warningText = (warning: NoticeWarning, locale: Locale): string =>
  locale === 'en' ? enNoticeWarning(warning) : zhNoticeWarning(warning);
