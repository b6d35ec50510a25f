/**
 * A shell of a few hundred kilobytes that outlives us: when our end of its pipe closes without a farewell, because we
 * were killed, it ends what we left, the youngest first, so that no database or server runs on for ever.
 * (Linux could do this with PR_SET_PDEATHSIG; macOS could not, and programs of others do not watch a pipe.)
 */
import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import type { Watcher } from './launch.ts';

const script = `
left=''
while read -r word pid signal; do
  case $word in
    born) left="$pid:$signal $left" ;;
    gone) kept=''; for one in $left; do [ "\${one%%:*}" = "$pid" ] || kept="$kept $one"; done; left=$kept ;;
  esac
done
for one in $left; do
  pid=\${one%%:*}
  kill -s "\${one##*:}" "$pid" 2>/dev/null || continue
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ $tries -lt 80 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -s KILL -- "-$pid" 2>/dev/null
done`;

export interface Guard extends Watcher {
  close(): void;
}

/** Starts the guard. Windows has no such shell; there the next start clears up. */
export function startGuard(): Guard {
  if (platform() === 'win32') return { born: () => undefined, gone: () => undefined, close: () => undefined };
  const shell = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  // Without a guard we still run; the lock remembers what to clear up.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  const tell = (line: string) => void shell.stdin.write(`${line}\n`);
  return {
    born: (pid, _name, stopSignal) => tell(`born ${pid} ${stopSignal.replace('SIG', '')}`),
    gone: (pid) => tell(`gone ${pid} -`),
    close: () => void shell.stdin.end(),
  };
}
