/** What a reviewer should look at twice before deciding: signs of an application that was put together without the work. */
import type { Item } from './item.ts';

/** Shorter texts resemble each other by chance. */
const leastTelling = 8;

/** Whether what was done is told in the very words of what was to be done: those of the measures, the root cause or the finding. */
export function isStatementCopied(
  { application, measures, plan }: Pick<Item, 'application' | 'measures' | 'plan'>,
  finding: string,
): boolean {
  if (application === null) return false;
  const statement = bare(application.statement);
  const texts = measures.map(({ text }) => text);
  const sources = [...texts, texts.join(''), plan?.rootCause ?? '', finding].map(bare);
  return statement.length >= leastTelling && sources.includes(statement);
}

/** Letters and digits alone: a full stop more makes no text another one. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
