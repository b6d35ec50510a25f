/** Starts everything: what stands alone side by side, then the worker, then the API and its page. */
import { existsSync } from 'node:fs';
import { here, portSettings, type LocalConfig, type PortName } from './config.ts';
import { mails } from './mail/service.ts';
import { isFree } from './ports.ts';
import { database } from './postgres/service.ts';
import { LocalProblem } from './problem.ts';
import { build } from './programs/build.ts';
import { programEnv, writeAddresses } from './programs/env.ts';
import { app } from './programs/service.ts';
import type { Programs, Surroundings } from './surroundings.ts';
import { fetchRehearsalServer } from './temporal/rehearsal-server.ts';
import { temporal } from './temporal/service.ts';
import type { Addresses } from './words.ts';

/** What is up, for the ready line. */
export interface Started {
  readonly addresses: Addresses;
  readonly lines: readonly string[];
}

/** @throws LocalProblem */
export async function startAll(around: Surroundings): Promise<Started> {
  const { config, programs, supervisor } = around;
  checkPrograms(programs);
  await checkPorts(config);
  const [env] = await Promise.all([startServers(around), supervisor.begin(build(around))]);
  await writeAddresses(config, env);
  fetchRehearsalServer(around);
  const lines = [...(await app('worker', env, around)), ...(await app('api', env, around))];
  const web = here(config, 'web');
  return {
    addresses: {
      web,
      ...(config.outside.smtpUrl === null ? { mails: here(config, 'mails') } : {}),
      ...(config.outside.temporalAddress === null ? { temporal: here(config, 'temporalUi') } : {}),
      docs: `${web}/api/docs`,
    },
    lines,
  };
}

/** PostgreSQL, Temporal and the mail catcher. @returns the environment for our programs */
export async function startServers(around: Surroundings): Promise<NodeJS.ProcessEnv> {
  const { config, env, supervisor } = around;
  const [databases, temporalAddress, smtpUrl] = await Promise.all([
    supervisor.begin(database(around)),
    supervisor.begin(temporal(around)),
    supervisor.begin(mails(around)),
  ]);
  return programEnv(config, env, { ...databases, temporalAddress, smtpUrl });
}

function checkPrograms({ migrate, worker, api }: Programs): void {
  const file = [migrate, worker, api].find((program) => !existsSync(program));
  if (file !== undefined) throw new LocalProblem({ code: 'programMissing', file });
}

/** Looks at all ports before anything starts, so that a taken one costs no time and leaves nothing behind. */
async function checkPorts({ ports, outside }: LocalConfig): Promise<void> {
  const { databaseUrl, temporalAddress, smtpUrl } = outside;
  const ours: readonly (readonly [PortName, string])[] = [
    ['web', 'web'],
    ...(databaseUrl === null ? ([['postgres', 'PostgreSQL']] as const) : []),
    ...(temporalAddress === null
      ? ([
          ['temporal', 'Temporal'],
          ['temporalUi', 'Temporal UI'],
        ] as const)
      : []),
    ...(smtpUrl === null
      ? ([
          ['smtp', 'SMTP'],
          ['mails', 'mails'],
        ] as const)
      : []),
  ];
  for (const [name, service] of ours) {
    const port = ports[name];
    if (!(await isFree(port)))
      throw new LocalProblem({ code: 'portBusy', port, service, name: portSettings[name].name });
  }
}
