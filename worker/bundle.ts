/**
 * The workflows as one file for the sandbox. Built from the sources when they have changed, so a start that changed nothing
 * does not wait for the bundler, and every process of one version runs the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger } from '@temporalio/worker';
import { failureConverterPath } from '../wire/data-converter.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const workflowsPath = join(root, 'workflows', 'index.ts');

/** @returns the path of the bundle under `folder` */
export async function workflowBundle(folder: string, logger?: Logger): Promise<string> {
  const path = join(folder, `workflows-${await sourceHash()}.js`);
  if (existsSync(path)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    // Evaluated once for all runs instead of once for each: functions and tables, and the rules of rounds, which are equal
    // wherever they are kept. No module keeps anything of one item for another to see.
    preloadModules: [workflowsPath],
    failureConverterPath,
    ...(logger === undefined ? {} : { logger }),
  });
  await mkdir(folder, { recursive: true });
  // Written aside and renamed: another process never reads half a bundle.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, path);
  return path;
}

/** What the bundle is made of: our deterministic sources, what is written here and, by the lock file, the SDK. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['core', 'workflows', 'activities'])
    for (const name of (await readdir(join(root, folder), { recursive: true })).sort())
      if (name.endsWith('.ts')) hash.update(name).update(await readFile(join(root, folder, name)));
  for (const path of [join(root, 'package-lock.json'), import.meta.filename, failureConverterPath])
    hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}
