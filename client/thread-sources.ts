/**
 * The sources of a thread as plain JavaScript, made before it starts. Node strips types by WebAssembly, and a process in which
 * several threads run that dies now and then: V8 keeps the code of all of them in one register, and loses count.
 */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

/** By their addresses. */
export type PlainSources = Readonly<Record<string, string>>;

const relative = /\bfrom '(\.{1,2}\/[^']+\.ts)'/g;

export async function plainSource(module: string): Promise<string> {
  const source = await readFile(new URL(module), 'utf8');
  return inSilence(() => stripTypeScriptTypes(source));
}

/** Node says once a process that it may change how it strips types; whoever reads our answers is not meant by it. */
function inSilence<Answer>(work: () => Answer): Answer {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** @returns a module and all of ours that it leads to */
export async function plainSources(module: string): Promise<PlainSources> {
  const sources: Record<string, string> = {};
  const wanted = new Set([module]);
  // A set also yields what is added to it on the way.
  for (const url of wanted) {
    const source = await plainSource(url);
    sources[url] = source;
    for (const [, of = ''] of source.matchAll(relative)) wanted.add(new URL(of, url).href);
  }
  return sources;
}
