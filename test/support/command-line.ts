/** The command line on the ledger of a test, in Chinese, without a process of its own. */
import { inject } from 'vitest';
import type { useLedger } from './ledger.ts';
import { keyFiles } from './seals.ts';
import { run } from '../../cli/main.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param more settings besides, read when a command runs */
export function commandLine(
  ledger: ReturnType<typeof useLedger>,
  more: () => Readonly<Record<string, string>> = () => ({}),
): (...args: string[]) => Promise<Ended> {
  return async (...args) => {
    const out: string[] = [];
    const err: string[] = [];
    const env = {
      DATABASE_URL: ledger.current.url,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      RECTIFY_LANG: 'zh-CN',
      ...keyFiles,
      ...more(),
    };
    const code = await run(
      args,
      env,
      (text) => out.push(text),
      (text) => err.push(text),
    );
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
}
