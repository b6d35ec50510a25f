/** Help is printed before anybody has said which language they read. */
import { wordsOf, type Words } from './words.ts';

export const help = (key: keyof Words['help']): string => `${wordsOf('zh-CN').help[key]} · ${wordsOf('en').help[key]}`;
