/** A part of the installation that is away, full or read-only: nobody's fault who asks, and no reason to call it ours. */
import type { AnyRefusal } from './refused.ts';

type PartAway = Extract<AnyRefusal, { code: 'partAway' }>;

/** PostgreSQL said no before it did anything: read-only, no connection left, starting or shutting down. */
const refusedByDatabase = ['25006', '53300', '53400', '57P03'];

/** It broke off: full (53100), ended by its operator (57P01), fallen (57P02), or the line to it cut (08…). What was asked may be done. */
const brokenOff = /^(?:53100|57P01|57P02|08...)$/;

const noConnection = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'];

const fullOrClosed = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'];

/** gRPC's UNAVAILABLE, and the deadline that passed. */
const temporalAway = [14, 4];

/** @returns null when it is something else */
export function outageOf(error: unknown): PartAway | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (fullOrClosed.includes(code)) return { code: 'partAway', part: 'files', isNothingDone: true };
  if (refusedByDatabase.includes(code) || noConnection.includes(code))
    return { code: 'partAway', part: 'database', isNothingDone: true };
  if (brokenOff.test(code) || isLostConnection(error))
    return { code: 'partAway', part: 'database', isNothingDone: false };
  return isTemporalAway(error) ? { code: 'partAway', part: 'runs', isNothingDone: false } : null;
}

/** The driver has no code for most of these. A caller who breaks off is told apart: that one is `aborted`. */
const isLostConnection = ({ message }: Error): boolean =>
  /^(?:read|write) ECONNRESET|^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/.test(
    message,
  );

const isTemporalAway = ({ name, cause }: Error): boolean =>
  name === 'ServiceError' &&
  typeof cause === 'object' &&
  cause !== null &&
  'code' in cause &&
  temporalAway.includes(Number(cause.code));
