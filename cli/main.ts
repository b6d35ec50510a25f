/**
 * `rectify …`: the command line. 0 done · 1 a fault of ours · 2 bad input · 3 refused, with the reason on standard error.
 */
import { CommanderError } from 'commander';
import { BadInput } from './bad-input.ts';
import { createProgram, localeOf } from './program.ts';
import { LedgerBroken } from './verify.ts';
import { wordsOf } from './words.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { outageOf } from '../client/outage.ts';
import { Refused } from '../client/refused.ts';
import type { Env } from '../core/config.ts';
import type { Locale } from '../core/locale.ts';
import { unreadableText } from '../core/i18n/unreadable.ts';
import { UnreadableNotice } from '../documents/notice/unreadable.ts';

const badInputCodes = [
  'badInput',
  'badCursor',
  'noticeUnreadable',
  'notAMailAddress',
  'passwordTooShort',
  'passwordGuessable',
];

export async function run(
  args: readonly string[],
  env: Env,
  print: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const program = createProgram(env, print);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    const locale = localeOf(env, program.opts<{ lang?: string }>().lang);
    const { text, code } = told(error, locale);
    if (text !== '') complain(text);
    return code;
  }
}

function told(error: unknown, locale: Locale): { text: string; code: number } {
  // Commander has said what was wrong with the command line itself; help asked for is no fault.
  if (error instanceof CommanderError) return { text: '', code: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof LedgerBroken) return { text: error.message, code: 1 };
  if (error instanceof BadInput) return { text: error.message, code: 2 };
  if (error instanceof UnreadableNotice) return { text: unreadableText(error.facts, locale), code: 2 };
  if (error instanceof Refused) {
    const code = badInputCodes.includes(error.refusal.code) ? 2 : 3;
    return { text: anyRefusalText(error.refusal, locale), code };
  }
  if (isUnreachable(error)) return { text: wordsOf(locale).unreachable(error.code), code: 1 };
  const outage = outageOf(error);
  if (outage !== null) return { text: anyRefusalText(outage, locale), code: 1 };
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: 1 };
}

const isUnreachable = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^E(CONN|HOST|NOTFOUND|TIMEDOUT)/.test(error.code);

if (import.meta.main)
  process.exitCode = await run(
    process.argv.slice(2),
    process.env,
    (text) => console.log(text),
    (text) => console.error(text),
  );
