/** The keys of a file of words, by path: `en.mails.title`, with how many facts a sentence takes. */

export async function keysOf(path: string): Promise<string[]> {
  const module = (await import(path)) as Readonly<Record<string, unknown>>;
  return Object.entries(module)
    .flatMap(([name, value]) => keysUnder(value, named(name)))
    .sort();
}

/** `enLabels` and `zhLabels` are one thing. */
const named = (name: string): string => name.replace(/^(?:en|zh)(?![a-z])/, '');

function keysUnder(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => keysUnder(inner, `${at}.${key}`));
}
