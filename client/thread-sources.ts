/**
 * The sources of a thread as plain JavaScript, made before it starts. Node strips types by WebAssembly, and a process in which
 * several threads run that dies now and then: V8 keeps the code of all of them in one register, and loses count.
 */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

/** By their addresses. */
export type PlainSources = Readonly<Record<string, string>>;

const relative = /\bfrom '(\.{1,2}\/[^']+\.ts)'/g;

export const plainSource = async (module: string): Promise<string> =>
  stripTypeScriptTypes(await readFile(new URL(module), 'utf8'));

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
