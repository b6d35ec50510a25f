/** The word files of the house: whatever is called `en` or `zh`, a file or a folder, in every speaker's room. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WordFile {
  /** From the root of the project. */
  readonly path: string;
  readonly language: 'en' | 'zh';
  readonly text: string;
}

const notOurs = ['node_modules', 'dist', 'test'];

/** Every source of the product: tests are no part of it. */
export function productSources(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || notOurs.includes(entry.name)) return [];
    if (entry.isDirectory()) return productSources(root, path);
    return /\.tsx?$/.test(entry.name) && path.includes('/') ? [path] : [];
  });
}

export function languageOf(path: string): WordFile['language'] | null {
  const [, language] = /(?:^|\/)(en|zh)(?:\/[a-z-]+)?\.ts$/.exec(path) ?? [];
  return language === 'en' || language === 'zh' ? language : null;
}

export function wordFiles(root: string): WordFile[] {
  return productSources(root).flatMap((path) => {
    const language = languageOf(path);
    return language === null ? [] : [{ path, language, text: readFileSync(join(root, path), 'utf8') }];
  });
}

/** The same file of the other language. */
export const counterpart = (path: string): string =>
  path.replace(/(^|\/)(en|zh)(?=\.ts$|\/[a-z-]+\.ts$)/, (_, before: string, language: string) =>
    before.concat(language === 'en' ? 'zh' : 'en'),
  );
