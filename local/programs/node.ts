/** How our own programs are launched. */
import { launch, type Running, type Watcher } from '../processes/launch.ts';

export interface NodeProgram {
  readonly name: string;
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly watchers: readonly Watcher[];
}

export function launchNode({ file, ...program }: NodeProgram, ipc: boolean): Running {
  return launch({ ...program, command: process.execPath, args: [file], ipc }, program.watchers);
}
