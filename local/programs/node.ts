/** How our own programs are launched. */
import { launch, type Running, type Watcher } from '../processes/launch.ts';

export interface NodeProgram {
  readonly name: string;
  readonly file: string;
  /** For Node itself. */
  readonly flags?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly watchers: readonly Watcher[];
}

export function launchNode({ file, flags = [], ...program }: NodeProgram, ipc: boolean): Running {
  return launch({ ...program, command: process.execPath, args: [...flags, file], ipc }, program.watchers);
}
