/**
 * The whole product as the compiler sees it: read, never checked. Packages are left out, for words never come from one; that
 * makes a second of ten.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { productSources } from './files.ts';

export interface Product {
  readonly checker: ts.TypeChecker;
  /** Every source of the product, by its path from the root. */
  readonly files: ReadonlyMap<string, ts.SourceFile>;
}

/** @param planted texts of sources instead of those on disk, by path, for showing that a fault would be found */
export function readProduct(root: string, planted: Readonly<Record<string, string>> = {}): Product {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root);
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const plantedAt = new Map(Object.entries(planted).map(([path, text]) => [join(root, path), text]));
  host.readFile = (path) => plantedAt.get(path) ?? read(path);
  host.getCurrentDirectory = () => root;
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith('.')
        ? {
            resolvedFileName: join(dirname(from), text),
            extension: text.endsWith('x') ? ts.Extension.Tsx : ts.Extension.Ts,
          }
        : undefined,
    }));
  const paths = productSources(root);
  const program = ts.createProgram(
    paths.map((path) => join(root, path)),
    options,
    host,
  );
  const files = new Map<string, ts.SourceFile>();
  for (const path of paths) {
    const file = program.getSourceFile(join(root, path));
    if (file === undefined) throw new Error(`${path} was not read`);
    files.set(path, file);
  }
  return { checker: program.getTypeChecker(), files };
}
