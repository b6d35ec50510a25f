import { setTimeout as pause } from 'node:timers/promises';
import { howItEnded } from './app.ts';
import { LocalProblem } from './problem.ts';
import { abandonShortPrograms, isAlive, signalGroup, type Running, type Watcher } from './process.ts';
import { until } from './ports.ts';

/** Something that was started and has to be stopped. */
export interface Service {
  name: ServiceName;
  stop(): Promise<unknown>;
  /** The process behind it; none for what runs inside of us. */
  process?: Running;
  logFile?: string;
}

/** In the order in which they lean on each other: a later one needs the earlier ones, so it is stopped first. */
const order = ['mails', 'postgres', 'temporal', 'worker', 'api'] as const;
type ServiceName = (typeof order)[number];

/**
 * Knows every service that is up and every process that lives, and ends them: in good order, or by force. Nothing
 * that starts while it stops survives.
 */
export class Supervisor implements Watcher {
  readonly #services: Service[] = [];
  readonly #living = new Map<number, NodeJS.Signals>();
  readonly #died = Promise.withResolvers<never>();
  readonly #begun: Promise<unknown>[] = [];
  #stopping: Promise<void> | undefined;

  constructor() {
    // Nobody may be listening at the moment a service dies.
    this.#died.promise.catch(() => undefined);
  }

  /** Fails when a service ends that nobody asked to. */
  get died(): Promise<never> {
    return this.#died.promise;
  }

  /** Something that is being started; a stop waits until it has tidied up after itself. */
  begin<T>(starting: Promise<T>): Promise<T> {
    this.#begun.push(starting);
    return starting;
  }

  /** A service that is up. */
  add(service: Service): void {
    this.#services.push(service);
    void service.process?.exited.then((exit) => {
      if (this.#stopping !== undefined) return;
      const facts = {
        service: service.name,
        how: howItEnded(exit),
        tail: service.process?.tail() ?? '',
        log: service.logFile ?? '',
      };
      this.#died.reject(new LocalProblem('child-died', facts));
    });
  }

  born(pid: number, _name: string, stopSignal: NodeJS.Signals): void {
    this.#living.set(pid, stopSignal);
    if (this.#stopping !== undefined) signalGroup(pid, 'SIGKILL');
  }

  gone(pid: number): void {
    this.#living.delete(pid);
  }

  /** Stops the services, last first, then whatever else still lives, such as a service that was not up yet. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    abandonShortPrograms();
    const rank = ({ name }: Service) => order.indexOf(name);
    for (const service of this.#services.toSorted((left, right) => rank(right) - rank(left))) await service.stop();
    for (const [pid, signal] of [...this.#living].reverse()) {
      signalGroup(pid, signal);
      if (!(await until(async () => !this.#living.has(pid), { timeoutMs: 10_000 }))) signalGroup(pid, 'SIGKILL');
    }
    await Promise.race([Promise.allSettled(this.#begun), pause(5000)]);
  }

  /** Ends every process now. PostgreSQL is let go of its shared memory first; it loses nothing either way. */
  async force(): Promise<void> {
    const pids = [...this.#living];
    for (const [pid, signal] of pids) if (signal === 'SIGINT') signalGroup(pid, 'SIGQUIT');
    await until(async () => pids.every(([pid, signal]) => signal !== 'SIGINT' || !isAlive(pid)), { timeoutMs: 1000 });
    for (const [pid] of pids) signalGroup(pid, 'SIGKILL');
    await until(async () => pids.every(([pid]) => !isAlive(pid)), { timeoutMs: 2000 });
  }
}
