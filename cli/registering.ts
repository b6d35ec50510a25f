/** What commands are registered with: their help in both languages, and the session that they run in. */
import type { Session } from './session.ts';
import { wordsOf, type Words } from './words.ts';
import { enLabels } from '../core/i18n/en/labels.ts';
import { zhLabels } from '../core/i18n/zh/labels.ts';

export type Print = (text: string) => void;

/** Opens a session for one command, and closes it whatever comes. */
export type WithSession = (work: (session: Session) => Promise<void>) => Promise<void>;

export interface Json {
  readonly json?: true;
}

/** Help is printed before anybody has said which language they read. */
export const inBoth = (say: (labels: typeof enLabels) => string): string => `${say(zhLabels)} · ${say(enLabels)}`;
export const help = (key: keyof Words['help']): string => `${wordsOf('zh-CN').help[key]} · ${wordsOf('en').help[key]}`;
