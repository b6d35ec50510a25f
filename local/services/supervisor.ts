/** Begins the services, keeps them alive, and ends them and every process that lives: in good order, or by force. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from '../notes.ts';
import { LocalProblem } from '../problem.ts';
import type { Watcher } from '../processes/launch.ts';
import { isAlive, signalGroup } from '../processes/signal.ts';
import { until } from '../until.ts';
import { beginAgain, deathOf, hopeless, noteOf, type Death } from './death.ts';
import { pauseMsAfter, restartRule, type RestartRule } from './restarts.ts';
import { serviceNames, type Life, type Service, type ServiceName } from './service.ts';

export class Supervisor implements Watcher {
  readonly #say: Say;
  readonly #rule: RestartRule;
  readonly #kept = new Set<ServiceName>();
  readonly #up = new Map<ServiceName, Life>();
  readonly #living = new Map<number, NodeJS.Signals>();
  readonly #begun: Promise<unknown>[] = [];
  readonly #stopping = new AbortController();
  readonly #gaveUp = Promise.withResolvers<never>();
  #stopped: Promise<void> | null = null;

  constructor(say: Say, rule: RestartRule = restartRule) {
    this.#say = say;
    this.#rule = rule;
    // Nobody may be listening at the moment a service is given up.
    this.#gaveUp.promise.catch(() => undefined);
  }

  /** Fails when a service is given up. */
  get gaveUp(): Promise<never> {
    return this.#gaveUp.promise;
  }

  /** Raised when all is to end. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Something under way; a stop waits until it has tidied up after itself. */
  begin<Result>(work: Promise<Result>): Promise<Result> {
    this.#begun.push(work);
    return work;
  }

  /** Begins a service and keeps it: when it ends without being asked to, it is begun again. */
  async keep<Begun extends Life>(service: Service<Begun>): Promise<Begun> {
    const life = await this.begin(service.begin(this.stopping));
    this.#kept.add(service.name);
    this.#up.set(service.name, life);
    this.#keepAlive(service, life).catch((error: unknown) => this.#gaveUp.reject(error));
    return life;
  }

  async #keepAlive(service: Service, first: Life): Promise<void> {
    let deaths = 0;
    for (let life = first; ;) {
      const bornAt = performance.now();
      const exit = await life.process.exited;
      this.#up.delete(service.name);
      if (performance.now() - bornAt >= this.#rule.steadyMs) deaths = 0;
      let death: Death = deathOf(life, exit);
      for (let next: Life | null = null; next === null;) {
        deaths += 1;
        await this.#wait(service, deaths, death);
        if (this.stopping.aborted) return;
        const begun = await this.begin(beginAgain(service, this.stopping));
        if ('process' in begun) next = life = begun;
        else death = begun;
      }
      this.#up.set(service.name, life);
      this.#say({ code: 'childBack', service: service.name });
    }
  }

  /** Waits a while, and then for those it leans on. Ends at once when all is to end. */
  async #wait(service: Service, deaths: number, death: Death): Promise<void> {
    if (this.stopping.aborted) return;
    const pauseMs = pauseMsAfter(deaths, this.#rule);
    if (pauseMs === null) throw new LocalProblem(hopeless(service, deaths, death));
    this.#say(noteOf(service, death, pauseMs / 1000));
    await pause(pauseMs, undefined, { signal: this.stopping }).catch(() => undefined);
    const areUp = async () => service.leansOn.every((other) => !this.#kept.has(other) || this.#up.has(other));
    await until(areUp, { timeoutMs: Infinity, everyMs: 100, gaveUp: () => this.stopping.aborted });
  }

  born(pid: number, _name: string, stopSignal: NodeJS.Signals): void {
    this.#living.set(pid, stopSignal);
    if (this.stopping.aborted) signalGroup(pid, 'SIGKILL');
  }

  gone(pid: number): void {
    this.#living.delete(pid);
  }

  /** Stops the services, last first, then whatever else still lives, such as a service that was not up yet. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    this.#stopping.abort();
    for (const name of serviceNames.toReversed()) await this.#up.get(name)?.stop();
    for (const [pid, signal] of [...this.#living].reverse()) {
      signalGroup(pid, signal);
      if (!(await until(async () => !this.#living.has(pid), { timeoutMs: 10_000 }))) signalGroup(pid, 'SIGKILL');
    }
    await Promise.race([Promise.allSettled(this.#begun), pause(5000, undefined, { ref: false })]);
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
