/** How PostgreSQL is set up for one machine. */
const settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: it would lie in a folder that not every machine has.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // With the SQLSTATE, by which `why-not.ts` tells one failure from another.
  log_line_prefix: '%m [%p] %e ',
  cluster_name: 'rectify',
};

/** For tests, which may lose everything in a power cut. */
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export function argsOf(
  folder: string,
  port: number,
  isDurable: boolean,
  more: Readonly<Record<string, string>>,
): readonly string[] {
  const chosen = { ...settings, ...(isDurable ? {} : fastSettings), ...more };
  const pairs = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, '-p', String(port), ...pairs];
}
