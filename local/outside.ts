/** Services that exist elsewhere and are used instead of ours. */
import { detailOf, LocalProblem } from './problem.ts';

/** @throws LocalProblem when `ask` fails: the service does not answer as it should */
export async function checked(name: string, address: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    throw new LocalProblem({ code: 'outsideSilent', name, address, detail: detailOf(error) });
  }
}

/** An address that may be shown on a screen. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  return url.href;
}
