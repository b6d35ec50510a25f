/** What an attempt to connect to the Temporal server failed for, read from the words of the SDK's native core (tonic, rustls). */
import type { Access } from './access.ts';
import type { TemporalTrouble } from '../core/temporal-trouble.ts';

/** gRPC's numbers for what a server answers. */
const answers: Readonly<Record<number, TemporalTrouble>> = {
  5: 'noNamespace',
  7: 'refusesAccess',
  16: 'refusesAccess',
};

const words: readonly (readonly [RegExp, TemporalTrouble])[] = [
  [/InvalidContentType/, 'speaksNoTls'],
  [/NotValidForName/, 'otherName'],
  [/InvalidCertificate\((?:Expired|NotValidYet)/, 'outOfDate'],
  [/InvalidCertificate/, 'untrusted'],
  [/ConnectError/, 'away'],
];

/** The line was there, and was broken off before a first answer. */
const brokenOff = /GetSystemInfo.*(?:transport error|connection closed|received fatal alert|operation was canceled)/s;

/** @returns null when it is something else */
export function troubleOf(error: unknown, { connection }: Access): TemporalTrouble | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'number') return answers[error.code] ?? null;
  if (error.name !== 'TransportError') return null;
  const known = words.find(([pattern]) => pattern.test(error.message));
  if (known !== undefined) return known[1];
  if (!brokenOff.test(error.message)) return 'away';
  return connection.tls === undefined || connection.tls === false ? 'wantsTls' : 'refusesCertificate';
}
