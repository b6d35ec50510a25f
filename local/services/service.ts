/** What the supervisor keeps alive: how it is begun, what it needs, and one life of it. */
import type { Running } from '../processes/launch.ts';

/** In the order in which they are stopped, the last first: a later one may still need the earlier ones. */
export const serviceNames = ['mails', 'postgres', 'temporal', 'worker', 'api'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** One life of a service, from ready to its end. */
export interface Life {
  readonly process: Pick<Running, 'exited' | 'tail'>;
  stop(): Promise<unknown>;
}

export interface Service<Begun extends Life = Life> {
  readonly name: ServiceName;
  readonly logFile: string;
  /** Those it cannot begin without. When they are away it waits for them rather than fail. */
  readonly leansOn: readonly ServiceName[];
  /** Settles when it is ready. Gives up, having tidied up after itself, when `stopping` is raised. */
  begin(stopping: AbortSignal): Promise<Begun>;
}
