/** What the help says of commands and options. */
import { wordsOf, type Words } from './words.ts';
import { enLabels } from '../core/i18n/en/labels.ts';
import { zhLabels } from '../core/i18n/zh/labels.ts';

/** Help is printed before anybody has said which language they read. */
export const inBoth = (say: (labels: typeof enLabels) => string): string => `${say(zhLabels)} · ${say(enLabels)}`;
export const help = (key: keyof Words['help']): string => `${wordsOf('zh-CN').help[key]} · ${wordsOf('en').help[key]}`;
